"""A document that is four times as long takes four times the work: counted in calls, not timed."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from runcard.adapters.reference_works import read_linter

TODAY = date(2026, 11, 26)
SHORT, TIMES = 60, 4
# The beginning costs the same in both, and a text that is met again is looked up: less than linear.
MOST = TIMES * 1.3
RUN = "```sh\nkettlectl restart lid-{n}\nrm -rf /srv/tea-{n}/$CUP_{n}\n```\n\n"
SHAPES = {
    "steps under headings": (
        "", "## Step\n\n- **P1**: every {n} minutes tell [who]\n\n```\nUpdate: [x]\n```\n\n"
    ),
    "things beside each other": ("## Things\n\n", "### Thing {n} leaks\n\nDo it.\n\n"),
    "chapters": ("", "## Thing {n} leaks\n\nDo it.\n\n"),
    "runbooks": (
        "## Runbooks\n\n", "### Pot {n} leaks\n\nSymptoms:\n\n- water on floor {n}\n\n" + RUN
    ),
    "commands under one heading": ("## Runbook: pots leak\n\n", "Do {n}:\n\n" + RUN),
    "commands in one block": ("## Runbook: pots leak\n\n```sh\n", "kettlectl restart lid-{n}\n"),
    "sentences in a runbook": (
        "## Runbook: pots leak\n\n```sh\nkettlectl restart lid\n```\n\n",
        "Pot {n} must be warm. See `lid-{n}` again.\n\n",
    ),
    "numbered chapters": ("## 4. Aid\n\n", "### 4.{n} Pot {n} leaks\n\n" + RUN),
    "contacts": ("## Contacts\n\n", "- Person {n}: +49 30 12345{n}\n"),
    "roles": ("## Roles\n\n", "### Pourer {n}\n\n- Pours {n} cups\n- Wipes\n\n"),
    "levels": ("## Severity levels\n\n", "- **P{n}** Tea is cold: respond within {n} minutes\n"),
    "levels in paragraphs": (
        "## Severity levels\n\n",
        "**Level {n} (pot {n}).** No tea. Answer in {n} minutes, repaired in {n} hours.\n\n",
    ),
    "a table of people": ("## Escalation\n\n| Who | When |\n|---|---|\n",
                          "| Person {n} | after {n} min |\n"),
    "messages": ("## Messages\n\n", "### Message {n}\n\n```\nNo [tea] since [time] {n}\n```\n\n"),
    "one message": ("## Messages\n\n### Update\n\n```\n", "Pot {n}: no [tea] since [time]\n"),
    "promises in prose": (
        "", "If pot {n} leaks for {n} minutes, call Ada{n} and tell us every {n} minutes.\n\n"
    ),
    "links": ("## Links\n\n", "- [Page {n}](#page-{n}) and https://tea.example/{n}\n"),
    "check boxes": ("## Phase 1: look\n\n", "- [ ] Look at pot {n}\n"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_length(shape: str) -> None:
    linter = read_linter()
    head, part = SHAPES[shape]

    def text(count: int) -> str:
        return "# Tea\n\n" + head + "".join(part.replace("{n}", str(n)) for n in range(count))

    linter.judged(text(2), TODAY)
    short = calls_of(lambda: linter.judged(text(SHORT), TODAY))
    long = calls_of(lambda: linter.judged(text(TIMES * SHORT), TODAY))
    assert long <= MOST * short, f"{long / short:.1f} times the calls for {TIMES} times the text"


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own among them; only of this thread."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
