"""Version, days and keeper of a document in the sentences below its title."""

from textwrap import fill

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ENGLISH = """This guide is version 4.1 and was last revised on 3 May 2031. The harbour office owns
it and will review it again in June 2032."""
GERMAN = """Verantwortlich ist das Hafenamt. Stand ist der 3.5.2031, die Anweisung liegt in der
Version 7 im Archiv. Sie wird im Juni 2032 wieder geprüft."""
FRENCH = """Cette note porte le numéro de version 2.3 et a été mise à jour le 3 mai 2031. Elle sera
relue en juin 2032 et est tenue par le bureau du port."""
SPANISH = """Este documento es la versión 5 y fue actualizado el 3 de mayo de 2031. El equipo Muelle
lo mantiene y se revisará en junio de 2032."""
DUTCH = """Deze wijzer is versie 3 en is bijgewerkt op 3 mei 2031. De havendienst beheert het.
Opnieuw bekijken in juni 2032."""
CHINESE = "本文由港口小组维护，当前版本 v1.2，最近一次修订是 2031-05-03，下次评审为 2032年6月。"
TOLD = [
    (ENGLISH, ("4.1", "3 May 2031", "June 2032", "harbour office")),
    (GERMAN, ("7", "3.5.2031", "Juni 2032", "Hafenamt")),
    (FRENCH, ("2.3", "3 mai 2031", "juin 2032", "bureau du port")),
    (SPANISH, ("5", "3 de mayo de 2031", "junio de 2032", "equipo Muelle")),
    (DUTCH, ("3", "3 mei 2031", "juni 2032", "havendienst")),
    (CHINESE, ("v1.2", "2031-05-03", "2032年6月", "港口小组")),
]
NAMES = ("version", "last_updated", "next_review", "owner")


@pytest.mark.parametrize(("said", "told"), TOLD)
@pytest.mark.parametrize("width", [80, 1000])
def test_what_sentences_tell(
    said: str, told: tuple[str, ...], width: int, words: Vocabulary
) -> None:
    playbook = compile_playbook(f"# Quay\n\n{fill(said, width)}\n\n## Levels\n", words)
    assert tuple(playbook.meta[name].text for name in NAMES) == told


@pytest.mark.parametrize(
    "said",
    [
        "The crane needs version 3.1 of its driver. The harbour office owns it.",
        "Every fault is reviewed again in June, and version 2 of the pump is never updated.",
    ],
)
def test_sentences_about_other_things_tell_nothing(said: str, words: Vocabulary) -> None:
    assert compile_playbook(f"# Quay\n\n{said}\n", words).meta == {}
