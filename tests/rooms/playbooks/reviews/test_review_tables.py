"""Tables on reviews: when each step is due, and what may be left."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"


def test_steps_and_when_they_are_due(words: Vocabulary) -> None:
    table = (
        "| Task | Deadline |\n|---|---|\n| Draft of the report | 30 hours after resolution |\n"
        "| Review meeting | 4 business days after resolution |\n| Mend the weir | 9 days |\n"
    )
    found = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.seconds, one.within.calendar) for one in found] == [
        (108000, None),
        (None, "business_days:4"),
    ]


def test_a_time_for_what_may_be_left(words: Vocabulary) -> None:
    table = (
        "| Level | Report | By |\n|---|---|---|\n| P1 | Mandatory | 4 days |\n"
        "| P2 | Recommended | 2 weeks |\n"
    )
    review = compile_playbook(LEVELS + table, words).review
    found = [(one.within.seconds, one.keys, one.optional) for one in review.deadlines]
    assert found == [(345600, ("P1",), False), (1209600, ("P2",), False)]
    assert review.required_for == ("P1",)


def test_when_something_is_due_and_what(words: Vocabulary) -> None:
    table = (
        "| By when | What |\n|---|---|\n| Within 3 days | Post-mortem is read by all |\n"
        "| Within 2 weeks | The weir is mended |\n| 20 min | Post-mortem, opening words |\n"
    )
    found = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.line, one.within.seconds) for one in found] == [(12, 259200)]
