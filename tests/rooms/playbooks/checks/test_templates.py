"""Templates: gaps that say nothing, choices that leave levels out, endings that are there."""

import sys
from types import FrameType

import pytest

from runcard.domain.playbooks.checks.templates import check
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time | Updates |\n"
    "|---|---|---|---|\n| P1 | stuck | 5 min | every 30 min |\n| P2 | slow | 1 h | every 2 h |\n"
    "| P3 | lamp | 3 days | {} |\n\n## Templates\n\n"
)


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


def message(*lines: str, title: str = "Notice") -> str:
    return "\n".join([f"### {title}", "", "```", *lines, "```", ""])


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("[...]", True),
        ("{XX}", True),
        ("Impact: [...]", False),
        ("{moon phase}", False),
        ("[yes/no]", False),
        ("- X% of the boats wait", False),
        ("- [X] % der Boote warten", False),
        ("- {XX}", True),
        ("- {XX} %", True),
    ],
)
def test_a_gap_needs_a_word_in_it_or_before_it(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = "# Gates\n\n## Templates\n\n" + message(line, "The gate is shut since {time}.")
    assert ("RC502" in codes(text, words)) is is_found


def test_the_form_of_a_date_in_the_review_is_no_second_style(words: Vocabulary) -> None:
    notice = "# Gates\n\n## Templates\n\n" + message("Gate {gate} is shut.")
    form = "## Post-mortem template\n\n```markdown\n# Report {gate}\n- HH:MM {event}, @owner\n```\n"
    assert "RC503" not in codes(notice + form, words)
    assert "RC503" in codes(notice.replace("is shut", "is shut since [hour]") + form, words)


@pytest.mark.parametrize(
    ("lightest", "choice", "is_found"),
    [
        ("every 3 days", "[P1/P2/P3]", True),
        ("", "[P1/P2/P3]", False),
        ("", "[P1/P2/P3/P4]", False),
    ],
)
def test_a_level_nobody_is_told_of_is_rightly_left_out(
    lightest: str, choice: str, is_found: bool, words: Vocabulary
) -> None:
    levels = LEVELS.format("every 8 h\n| P4 | paint | 5 days | " + lightest)
    text = levels.replace("every 8 h\n", "every 8 h |\n") + message(f"{choice} Gate: [impact]")
    assert ("RC506" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        (message("The gate opens.", title="Final message"), False),
        (message("The gate is open again.", title="Message de fin"), False),
        (message("The gate stays shut.", title="Progress update"), True),
    ],
)
def test_a_message_for_the_end_is_known_by_its_title(
    last: str, is_found: bool, words: Vocabulary
) -> None:
    first = "# Gates\n\n## Templates\n\n" + message("Gate shut.", title="First message")
    assert ("RC504" in codes(first + last, words)) is is_found


@pytest.mark.parametrize(
    ("end", "is_found"), [("", True), ("The post-mortem follows on Monday.", False)]
)
def test_a_cause_in_the_closing_message_may_announce_the_review(
    end: str, is_found: bool, words: Vocabulary
) -> None:
    closing = message("Subject: open", "Cause: [cause]", end, title="All clear")
    review = "## Post-mortem\n\nDue within 3 business days after closing.\n"
    assert ("RC508" in codes(f"# G\n\n## Templates\n\n{closing}{review}", words)) is is_found


def test_a_status_at_the_head_of_a_message_is_no_gap(words: Vocabulary) -> None:
    text = LEVELS.format("daily") + message("[Identified] <gate> is shut.") + message("<gate>")
    assert "RC503" not in codes(text, words)
    assert "RC503" in codes(text.replace("[Identified]", "[Gate name]"), words)


def test_messages_and_the_form_of_the_review_may_differ(words: Vocabulary) -> None:
    form = (
        "## Post-mortem\n\nTemplate:\n\n```markdown\n# Review: <title>\n\n## Cause\n\n<text>\n```\n"
    )
    one_way = LEVELS.format("daily") + message("{gate} is shut.") + form
    assert "RC503" not in codes(one_way, words)
    assert "RC503" in codes(one_way.replace("is shut", "is [state]"), words)


def test_brackets_around_a_gap_may_be_text(words: Vocabulary) -> None:
    head = LEVELS.format("every day")
    text = head + message("[GATE-<number>] Gate <gate> is shut", "Done")
    assert "RC503" not in codes(text, words)
    assert "RC503" in codes(head + message("[number] Gate <gate> is shut", "Done"), words)


def test_a_label_without_a_gap_may_be_the_message_for_the_end(words: Vocabulary) -> None:
    first = "### First notice\n\n```\nGate <gate> is shut. We look into it.\n```\n\n"
    text = LEVELS.format("every day") + first
    assert "RC504" in codes(text, words)
    assert "RC504" not in codes(f"{text}> **Resolved** - the gates are fine again.\n", words)


def test_a_choice_of_levels_is_quoted_whole(words: Vocabulary) -> None:
    levels = LEVELS.format("every 8 h |\n| P4 | paint | 5 days | every 3 days")
    found = found_in(levels + message("Level: P[1/2/3]", "Gate: [impact]"), words)
    [told] = [one.message for one in found if one.code == "RC506"]
    assert "P[1/2/3] leaves out P4" in told


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("Cause: {cause}", True), ("Cause (if known): {cause}", False), ("Ursache: [kurz]", False)],
)
def test_a_cause_may_be_left_open(line: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# G\n\n## Templates\n\n### All clear\n\n```\nSubject: open\nGate {gate} is open again.\n"
        f"{line}\n```\n\n## Post-mortem\n\nWithin 3 days after the end.\n"
    )
    assert ("RC508" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"), [("[boat]", True), ("[P1/P2]", False), ("[early|late]", False)]
)
def test_a_choice_beside_gaps_of_another_kind_confuses_nobody(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    text = LEVELS.format("daily") + message(f"{first}: gate <gate> is shut since <time>.")
    assert ("RC503" in codes(text, words)) is is_found


CLOSING = (
    "# G\n\n## Review\n\nWithin 3 days of the end of every incident.\n\n## Messages\n\n"
    "### {}\n\n```\nSubject: open\nOpen again since [time]. Cause: [cause].{}\n```\n"
)


@pytest.mark.parametrize(
    ("title", "rest", "is_found"),
    [
        ("To the guests: resolved", "", True),
        ("Internal: resolved", "", False),
        ("To the guests: resolved", " Left to do: [list].", False),
        ("To the guests: resolved", " Your seats are kept.", True),
    ],
)
def test_a_note_to_colleagues_may_name_the_cause(
    title: str, rest: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(CLOSING.format(title, rest), words)
    assert ("RC508" in {one.code for one in found}) is is_found


def cuts_of(gaps: int, words: Vocabulary) -> int:
    """How often the check cuts a message with that many gaps into lines."""
    lines = [f"Gate {number} is shut since [time {number}]" for number in range(gaps)]
    reading = read_document("# Gates\n\n## Templates\n\n" + message(*lines), words)
    cuts = 0

    def note(_: FrameType, event: str, called: object) -> None:
        nonlocal cuts
        cuts += event == "c_call" and getattr(called, "__name__", "") == "splitlines"

    sys.setprofile(note)
    try:
        list(check(reading.playbook, reading.facts))
    finally:
        sys.setprofile(None)
    return cuts


def test_a_message_is_cut_into_lines_as_often_whatever_number_of_gaps_it_has(
    words: Vocabulary,
) -> None:
    assert 0 < cuts_of(40, words) == cuts_of(4, words)


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("Subject: open", True),
        ("Asunto: abierto", True),
        ("[P1] open", False),
        ("Tor offen", False),
    ],
)
def test_in_a_short_note_the_cause_is_what_is_known_by_then(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    closing = message(head, "Open again since [time]. Cause: [cause]", title="All clear")
    review = "## Post-mortem\n\nDue within 3 business days after closing.\n"
    assert ("RC508" in codes(f"# G\n\n## Templates\n\n{closing}{review}", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Templates in the status tool: *Investigating*, *Resolved*.", False),
        ("Vorlagen im Statuswerkzeug: *Untersuchung*, *Behoben*.", False),
        ("Templates in the status tool: *Investigating*.", True),
    ],
)
def test_the_end_may_be_in_the_tool(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\n## Templates\n\n{line}\n\n" + message("Gate shut.", title="First message")
    assert ("RC504" in codes(text, words)) is is_found


@pytest.mark.parametrize(("line", "is_found"), [("[G{n}] shut", False), ("{XX}", True)])
def test_a_letter_before_a_gap_tells_what_it_is(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC502" in codes("# Gates\n\n## Templates\n\n" + message(line), words)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("The gate is shut. We write every 30 minutes.", False),
        ("The gate is shut.\n1. Ring the bell\n2. Wait", False),
        ("The gate was shut at 14:20.", True),
    ],
)
def test_no_promise_or_number_is_an_old_fact(text: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC509" in codes("# G\n\n## Templates\n\n" + message(text), words)) is is_found


@pytest.mark.parametrize("required", ["Required for P1 and P2, w", "W"])
@pytest.mark.parametrize(("levels", "is_found"), [("P1/P2/P3", False), ("P2/P3/P4", True)])
def test_more_levels_than_are_reviewed_leave_out_none(
    levels: str, is_found: bool, required: str, words: Vocabulary
) -> None:
    rows = "".join(f"| P{n} | case {n} | {n} h |\n" for n in range(1, 5))
    text = (
        f"# G\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n{rows}\n"
        "## Templates\n\n" + message("Gate [gate] is shut.") + "## Post-mortem\n\n"
        f"{required}ithin 3 days of closing.\n\nTemplate:\n\n```markdown\n"
        f"# Review\n\n**Level**: {levels}\n\n## Cause\n\n[cause]\n```\n"
    )
    assert ("RC506" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Ships could not pass between [start time] and [end time].", False),
        ("Das Tor war zu von <Anfang> bis <Endzeit>.", False),
        ("Ships cannot pass since [start time]. Expected: [estimate].", True),
        ("We look at the [end gate] since [start time].", True),
    ],
)
def test_a_gap_for_the_end_makes_a_message_of_the_end(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    first = "# Lock\n\n## Templates\n\n### First message\n\n```\nGate [gate] is shut.\n```\n\n"
    last = f"### To the skippers\n\n```\n{text}\n```\n"
    assert ("RC504" in codes(first + last, words)) is is_found
