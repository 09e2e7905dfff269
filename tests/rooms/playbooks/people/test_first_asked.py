"""Who had the matter before anybody else is called for it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.people.first_asked import first_asked, first_holder
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_whoever_cannot_mend_it_was_asked_first(words: Vocabulary) -> None:
    assert first_asked("If the deck hand cannot mend it", words) == "deck hand"
    assert first_asked("If the deck hand after 9 minutes cannot mend it", words) == "deck hand"
    assert first_asked("Wenn der Matrose nicht weiterkommt", words) is None
    assert first_asked("If it cannot be mended", words) is None
    assert first_asked("After an hour", words) is None


def test_what_fails_was_not_asked(words: Vocabulary) -> None:
    assert first_asked("If the host cannot be reached", words) is None
    assert first_asked("If the mail server does not answer", words) is None
    assert first_asked("If the server team does not answer", words) == "server team"
    assert first_asked("If the mate cannot be reached", words) == "mate"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("The duty engineer has 9 minutes to answer", "duty engineer"),
        ("La guardia primaria recibe la alerta", "guardia primaria"),
        ("The pump has two valves", ""),
        ("Nobody touches the duty engineer's pager", ""),
    ],
)
def test_whoever_holds_the_alarm_first(said: str, who: str, words: Vocabulary) -> None:
    assert first_holder(said, words) == who


def test_he_stands_before_those_who_are_called(words: Vocabulary) -> None:
    text = (
        "# Ferry\n\n## Escalation\n\nThe duty engineer has 9 minutes to answer. "
        "If nobody answers, the bell rings the second engineer. "
        "After 20 minutes we call the site manager; the director is told after 1 hour.\n"
    )
    (chain,) = compile_playbook(text, words).chains
    names = ["duty engineer", "second engineer", "site manager", "director"]
    assert [one.who for one in chain.steps] == names


@pytest.mark.parametrize(
    "first",
    ["The bell goes to the duty engineer first.", "The duty engineer receives the alarm."],
)
def test_what_rings_is_nobody_and_whoever_hears_it_is_the_first(
    first: str, words: Vocabulary
) -> None:
    text = (
        f"# Ferry\n\n## Escalation\n\n{first} If the page has not been answered after 9 minutes, "
        "the bell calls the site manager. If there is no wind after 20 minutes, "
        "the site manager calls the director.\n"
    )
    (chain,) = compile_playbook(text, words).chains
    assert [one.who for one in chain.steps] == ["duty engineer", "site manager", "director"]
    assert first_asked("If the page has not been answered", words) is None
    bare = text.replace(first, "The sea is wide.")
    (chain,) = compile_playbook(bare, words).chains
    assert [one.who for one in chain.steps] == ["site manager", "director"]
