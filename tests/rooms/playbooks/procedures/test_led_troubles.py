"""Chapters that say when, and below it what is done; and chapters that only sort or name."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ORDERS = ("stop the wheel;", "ask who opened the sluice;", "count the sacks.")


def found(title: str, lead: str, entries: tuple[str, ...], words: Vocabulary) -> list[str]:
    text = f"# Mill\n\n## Record\n\n- time\n\n## {title}\n\n{lead}\n" + "\n".join(entries)
    books = compile_playbook(f"{text}\n\n## Notices\n\nNone.\n", words).runbooks
    return [f"{one.title}: {part.name}" for one in books for part in one.parts]


@pytest.mark.parametrize(
    ("title", "lead", "entries"),
    [("Grain incidents", "If the grain is wet:", ORDERS),
     ("Miller-data incident path", "If papers may have been seen:", ORDERS),
     ("Sluice/gate incidents", "For open or broken gates:", ORDERS),
     ("Broken sluice", "When it does not shut:", ORDERS),
     ("Mühlenvorfälle", "Wenn das Korn nass ist:",
      ("das Rad stoppen;", "fragen, wer es war;", "die Säcke zählen.")),
     ("Problèmes de grain", "Si le grain est mouillé :",
      ("arrêter la roue ;", "demander qui a ouvert ;", "compter les sacs.")),
     ("Fallos del molino", "Si el grano está mojado:",
      ("cerrar la compuerta;", "preguntar quién la abrió;", "contar los sacos."))],
)  # fmt: skip
def test_a_line_that_says_when_above_what_is_done(
    title: str, lead: str, entries: tuple[str, ...], words: Vocabulary
) -> None:
    for mark in ("- {}", "1. {}"):
        listed = tuple(map(mark.format, entries))
        assert found(title, lead, listed, words) == [f"{title}: recovery"]


@pytest.mark.parametrize(
    ("title", "lead", "entries"),
    [("Grain incidents", "If any of these is seen:", ("- wet grain", "- mould", "- mice")),
     ("Incident types", "If in doubt:", ("- stop the wheel", "- a fire", "- a flood")),
     ("Incident record", "If known:", ("1. the time", "2. the place", "3. the miller")),
     ("Grain incidents", "We know of:", ("- stop of the wheel", "- wet grain", "- mould")),
     ("Grain incidents", "For each write down:", ("- time", "- place", "- miller")),
     ("Holidays", "If the mill is shut:", ("- stop the wheel", "- lock up", "- go home"))],
)  # fmt: skip
def test_what_only_sorts_or_names_is_no_runbook(
    title: str, lead: str, entries: tuple[str, ...], words: Vocabulary
) -> None:
    assert found(title, lead, entries, words) == []
