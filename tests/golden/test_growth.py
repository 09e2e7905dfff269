"""A document that is four times as long takes four times the work: counted in calls, not timed."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from runcard.adapters.reference_works import read_linter, read_vocabulary
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.procedures.chapters import listed_sections
from runcard.domain.playbooks.procedures.phase_headings import phase_headings

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
    "chapters of the process beside the course": (
        "## Course\n\n### Phase 1: Look\n\n- look\n\n### Phase 2: Mend\n\n- mend\n\n",
        ("## Technical response procedures\n\n### Pot {n} response\n\n1. Mend {n}\n\n"
        "### Lid {n} response\n\n1. Mend {n}\n\n"),
    ),
    "troubles in groups": (
        "## Runbooks\n\n", "### Pot incidents\n\n#### Pot {n} leaks\n\n" + RUN
    ),
    "gaps for people": ("## Contacts\n\n", "- Pourer {n}: [Pourer of pot {n}]\n"),
    "messages with a name in front": (
        "## Messages\n\n", "### Pot {n}\n\n```\n[tea] Pot {n} is cold since [time]\n```\n\n"
    ),
    "times of reviews": (
        "## Review\n\n", "- Pot {n}: a review in 24 hours\n- Lid {n}: {n} hours after the end\n"
    ),
    "check boxes": ("## Phase 1: look\n\n", "- [ ] Look at pot {n}\n"),
}  # fmt: skip

# Headings, of which each is compared with those beside it or elsewhere.
HEADINGS = {
    "kinds in tables": (
        "",
        (
            "## Kinds {n}\n\n| Kind | It |\n|---|---|\n| Leak {n} | wet |\n| Fire {n} | hot |\n\n"
            "### Leak {n}\n\n1. Mop\n\n### Fire {n}\n\n1. Ring\n\n"
        ),
    ),
    "phases with numbered parts": (
        "## 0. Contacts\n\n- Ada\n\n",
        "## {n}. Containment {n}\n\n### {n}.1 Look\n\n- Look\n\n### {n}.2 Stop\n\n- Stop\n\n",
    ),
    "cases told alike": (
        "## Pots\n\n",
        "### Pot {n}\n\n**What happens:**\n- wet\n\n**What we do:**\n- mop {n}\n\n",
    ),
    "troubles with their level": (
        "## Pots\n\n",
        "### P1: Pot {n} down\n\n#### Step 1: Look\n\n" + RUN,
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_length(shape: str) -> None:
    linter = read_linter()
    linter.judged(text_of(SHAPES[shape], 2), TODAY)
    short = calls_of(lambda: linter.judged(text_of(SHAPES[shape], SHORT), TODAY))
    long = calls_of(lambda: linter.judged(text_of(SHAPES[shape], TIMES * SHORT), TODAY))
    assert long <= MOST * short, f"{long / short:.1f} times the calls for {TIMES} times the text"


@pytest.mark.parametrize("shape", HEADINGS)
def test_the_search_for_phases_and_runbooks_grows_with_length(shape: str) -> None:
    words = read_vocabulary()

    def page(count: int) -> Outline:
        return outline(text_of(HEADINGS[shape], count))

    short, long = page(SHORT), page(TIMES * SHORT)
    for search in (phase_headings, listed_sections):
        search(page(2), words)
        few = calls_of(lambda search=search: search(short, words))
        many = calls_of(lambda search=search: search(long, words))
        assert many <= MOST * few, f"{search.__name__}: {many / few:.1f} times the calls"


def text_of(shape: tuple[str, str], count: int) -> str:
    head, part = shape
    return "# Tea\n\n" + head + "".join(part.replace("{n}", str(n)) for n in range(count))


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
