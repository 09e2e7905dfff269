"""Lines that begin with a level in bold, and sentences behind it that are broken over lines."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Dépôt\n\n## Les niveaux\n\n"
BROKEN = """**Niveau 1 (majeur).** Aucun tram ne sort du dépôt, ou bien
on soupçonne une attaque. L'astreinte prend l'appel sous 5 minutes et
commence à intervenir sous 20 minutes. Un point est fait toutes
les 30 minutes.

**Niveau 2 (courant).** Un tram est en panne. L'intervention débute sous 2 heures
pendant les heures ouvrées.
"""
LABELLED = """**P1 (worst)** No tram leaves
Response: 5 minutes
Updates: every hour

**P2 (small)** One tram is late
Response: 2 hours
"""


def levels(text: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(HEAD + text, words).severities


def test_broken_sentences_are_read_as_a_whole(words: Vocabulary) -> None:
    first, second = levels(BROKEN, words)
    assert first.definition is not None
    assert (first.definition.line, first.definition.end_line) == (5, 6)
    told = [first.acknowledge, first.response, first.cadence, second.response]
    lines = [(one.line, one.seconds) for one in told if one is not None]
    assert lines == [(6, 300), (7, 1200), (7, 1800), (10, 7200)]
    assert second.response is not None
    assert second.response.calendar == "business_hours"


def test_lines_with_labels_of_their_own_stay_apart(words: Vocabulary) -> None:
    first, second = levels(LABELLED, words)
    told = [first.response, first.cadence, second.response]
    assert [(one.line, one.seconds) for one in told if one] == [(6, 300), (7, 3600), (10, 7200)]
    assert first.definition is not None
    assert first.definition.text == "No tram leaves"


@pytest.mark.parametrize(
    ("title", "key", "told"),
    [
        ("Stoppage classes", "Class ", "Respond at once. Target for movement: 1 hour."),
        ("Ampel", "Klasse ", "Reaktion umgehend. Läuft wieder: in 1 Stunde."),
        ("Clases de parada", "Clase ", "Respuesta en el acto. De vuelta en: 1 hora."),
        ("Het stoplicht", "Klasse ", "Reactie direct. Weer in de lucht: 1 uur."),
        ("障害の区分", "クラス", "即時対応。収束まで：1時間。"),
    ],
)
def test_levels_in_bold_stand_below_many_headings(
    title: str, key: str, told: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {title}\n\n**{key}A: wheel.** The wheel stands.\n{told}\n\n"
    text += f"**{key}B: flour.** Coarse flour.\n{told}\n"
    found = compile_playbook(text, words).severities
    assert [one.response and one.response.seconds for one in found] == [0, 0]
    assert [one.resolution and one.resolution.seconds for one in found] == [3600, 3600]
    other = compile_playbook(text.replace(f"## {title}", "## Opening the shop"), words)
    assert other.severities == ()
