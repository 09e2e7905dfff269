"""The level that a sentence at the beginning of a runbook gives it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CODED = "- **Prio 1**: no tea at all\n- **Prio 2**: cold tea\n- **Prio 3**: weak tea\n"
WORDED = "### Rojo\n\nSin té.\n\n### Amarillo\n\nTé frío.\n\n### Verde\n\nTé flojo.\n"
OWN = "| Class | Response |\n|---|---|\n| TEA-1 | 5 min |\n| TEA-2 | 1 hour |\n"
WORK = "```sh\nkettlectl boil\n```\n"


def told(levels: str, opening: str, words: Vocabulary) -> tuple[str | None, int | None]:
    """What the one runbook is rated, and where, counted from its heading."""
    text = f"# Tea\n\n## Severity levels\n\n{levels}\n## Runbooks\n\n### Kettle cold\n\n"
    (book,) = compile_playbook(f"{text}{opening}\n\n{WORK}", words).runbooks
    line = book.severity_line
    return book.severity, None if line is None else line - book.line


@pytest.mark.parametrize(
    ("opening", "found"),
    [("Immer Prio 1, auch nachts.", ("Prio 1", 2)),
     ("Prio 2. Guests complain of cold cups.", ("Prio 2", 2)),
     ("Prio 2 guests wait longest. See the book.", (None, None)),
     ("No steam comes out.\nGuests complain. This is always Prio 2.", ("Prio 2", 3)),
     ("Guests leave, donc c'est un Prio 1 même si le thé est tiède.", ("Prio 1", 2)),
     ("1. Unplug it.\n2. The tea lead declares a Prio 3.", ("Prio 3", 3)),
     ("1. Prio 1 bis das Gegenteil feststeht. Wasser holen.", ("Prio 1", 2)),
     ("これは常にPrio 2とする。", ("Prio 2", 2)), ("Prio 2, at night too. Boil.", ("Prio 2", 2)),
     ("Prio 1 – guests leave.", ("Prio 1", 2)), ("Gilt als Prio 2.", ("Prio 2", 2)),
     ("Normalmente Prio 3.", ("Prio 3", 2)), ("This is a Prio 1 incident.", ("Prio 1", 2)),
     ("Priority: 2", ("Prio 2", 2)), ("1. Open a Prio 1 at once.", ("Prio 1", 2))],
)  # fmt: skip
def test_a_sentence_may_rate(opening: str, found: tuple[str, int], words: Vocabulary) -> None:
    assert told(CODED, opening, words) == found


@pytest.mark.parametrize(
    "opening",
    ["If all kettles are cold it is a Prio 1.", "It is not a Prio 1.",
     "It is a Prio 1, if all kettles are cold.", "C'est un Prio 1 ; Prio 2 si le thé est tiède.",
     "Always tell the Prio 1 list.", "It is a Prio 1 or Prio 2.",
     "Escalate to Prio 1.", "Declare a Prio 1 when it stays cold.",
     "Prio 2, Prio 1 if guests leave.", "Prio 2 – when it stays cold.", "Open Prio 1 tickets.",
     "Prio 1, Prio 2 and Prio 3 are boiled alike.", "Wake the cook.\n\nIt was always Prio 1."],
)  # fmt: skip
def test_a_case_rates_nothing(opening: str, words: Vocabulary) -> None:
    assert told(CODED, opening, words) == (None, None)


def test_levels_that_are_words_or_codes_of_their_own_serve(words: Vocabulary) -> None:
    assert told(WORDED, "**Siempre Rojo.**", words) == ("Rojo", 2)
    assert told(OWN, "1. The cook declares TEA-1. The guests are told.", words) == ("TEA-1", 2)


@pytest.mark.parametrize(
    ("opening", "found"),
    [("Nobody is woken; Prio 2. Look into the pot.", ("Prio 2", 2)),
     ("Prio 2. `kettlectl info` tells why.", ("Prio 2", 2)),
     ("Nobody is woken if it rains; Prio 2. Look.", (None, None))],
)  # fmt: skip
def test_a_level_by_itself(
    opening: str, found: tuple[str | None, int | None], words: Vocabulary
) -> None:
    assert told(CODED, opening, words) == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("1. Prio 1. Call the cook.\n2. Go.", ("Prio 1", 2)),
        ("- Prio 2\n- Close the tap.", ("Prio 2", 2)),
        ("Breach of the cellar, Prio 1. Wake the guards.", ("Prio 1", 2)),
        ("Fuite d'eau – Prio 2.", ("Prio 2", 2)),
        ("1. Choose Prio 1 or Prio 2.", (None, None)),
        ("If the cellar is full, Prio 1.", (None, None)),
        ("Often Prio 2, Prio 1.", (None, None)),
        ("> Prio 1. Call the cook.", (None, None)),
    ],
)
def test_a_level_alone_as_the_first_step_or_behind_the_kind(
    opening: str, found: tuple[str | None, int | None], words: Vocabulary
) -> None:
    assert told(CODED, opening, words) == found


def test_a_level_by_itself_may_stand_below_labelled_lines(words: Vocabulary) -> None:
    level = "**Prio 1 – call the tea lead.**"
    assert told(CODED, f"**Symptom:** No steam.\n\n{level}", words) == ("Prio 1", 4)
    assert told(CODED, f"No steam comes out.\n\n{level}", words) == (None, None)
