"""Steps of a runbook that are the rows of a table."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Tide mill\n\n## Runbooks\n\n### Sluice jammed\n\n"


def steps(body: str, words: Vocabulary) -> dict[str, tuple[int, int]]:
    (book,) = compile_playbook(HEAD + body, words).runbooks
    return {one.name: (one.line, one.steps) for one in book.parts}


def table(*rows: str) -> str:
    head, *others = rows
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join((head, rule, *others)) + "\n"


@pytest.mark.parametrize(
    "rows",
    [("| Step | Action | Who |", "| 1 | Shut the upper gate | Miller |", "| 2 | Ring | Warden |"),
     ("| # | What to do |", "| 1. | Shut the upper gate |", "| 2. | Clear the rack |"),
     ("| Schritt | Handgriff |", "| Schritt 1 | Tor zu |", "| Schritt 2 | Rechen leeren |")],
)  # fmt: skip
def test_rows_that_count_what_is_done_are_steps(rows: tuple[str, ...], words: Vocabulary) -> None:
    assert steps(table(*rows), words) == {"recovery": (9, 2)}


def test_the_rows_belong_to_the_part_above_them(words: Vocabulary) -> None:
    rows = table("| Step | Action |", "| 1 | Shut the gate |", "| 2 | Clear the rack |")
    said = f"**Containment:**\n\n{rows}\n**Fix:**\n\n1. Grease the hinge\n"
    assert steps(said, words) == {"mitigation": (7, 2), "recovery": (14, 1)}


@pytest.mark.parametrize(
    "rows",
    [("| Step | Who | After |", "| 1 | Miller | 5 min |", "| 2 | Warden | 10 min |"),
     ("| # | Sluice |", "| 1 | Upper |", "| 2 | Lower |"),
     ("| Step | Action |", "| During | Tell the ferry |", "| After | Write it down |"),
     ("| Step | Action |", "| 3 | Shut the gate |", "| 4 | Clear the rack |")],
)  # fmt: skip
def test_other_rows_are_none(rows: tuple[str, ...], words: Vocabulary) -> None:
    assert steps(f"1. Look\n\n{table(*rows)}", words) == {"recovery": (7, 1)}


@pytest.mark.parametrize(
    ("rows", "parts"),
    [(("| Step | Action |", "| Confirm | The gauge stands still |", "| Contain | Shut the gate |",
       "| Mitigate | Clear the rack |", "| Verify | The wheel turns |"),
      {"confirm": (9, 1), "mitigation": (10, 2), "verification": (12, 1)}),
     (("| | |", "| **Diagnosis** | Read the gauge |", "| **Fix** | Clear the rack |"),
      {"diagnosis": (9, 0), "recovery": (10, 0)}),
     (("| Schritt | Handgriff |", "| Diagnose | Pegel lesen |", "| Wiederherstellung | Tor auf |"),
      {"diagnosis": (9, 1), "recovery": (10, 1)})],
)  # fmt: skip
def test_rows_named_by_the_parts_of_a_runbook_are_its_parts(
    rows: tuple[str, ...], parts: dict[str, tuple[int, int]], words: Vocabulary
) -> None:
    assert steps(table(*rows), words) == parts


@pytest.mark.parametrize(
    "rows",
    [("| Part | State |", "| Recovery | green |", "| Wheel | green |"),
     ("| Step | Action |", "| Verify | The wheel turns |", "| Sluice | Shut |")],
)  # fmt: skip
def test_one_such_word_alone_names_no_part(rows: tuple[str, ...], words: Vocabulary) -> None:
    assert steps(f"1. Look\n\n{table(*rows)}", words) == {"recovery": (7, 1)}
