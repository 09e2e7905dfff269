"""A section that is one message: from its subject, or from the first thing to fill in."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Tea\n\n{body}\n", words).templates


def test_a_chapter_may_be_a_message(words: Vocabulary) -> None:
    (found,) = templates(
        "## Message: no tea\n\nSubject: No tea in `<room>`\n\nSince `<time>`. We are sorry.", words
    )
    assert (found.title, found.line) == ("Message: no tea", 3)
    assert [one.token for one in found.placeholders] == ["<room>", "<time>"]


def test_an_introduction_is_not_part_of_it(words: Vocabulary) -> None:
    (found,) = templates(
        "## Texts\n\n### First\n\nSend at once.\n\nDear guests,\n\nno tea in [room].\n\nThe cook",
        words,
    )
    assert found.text == "no tea in [room].\n\nThe cook"


def test_a_list_of_fields_is_one_message(words: Vocabulary) -> None:
    (found,) = templates(
        "## Texts\n\n### Note\n\n- Subject: [room]\n- Impact: [guests]\n- Next update: [time]",
        words,
    )
    assert len(found.placeholders) == 3


def test_steps_are_no_message(words: Vocabulary) -> None:
    assert templates("## Texts\n\n### Notice (5 min)\n\n- [ ] Open [room]\n- [ ] Wait", words) == ()


def test_names_of_a_chat_alone_are_who_is_called(words: Vocabulary) -> None:
    said = "- **Stokers:** @the-stokers\n- **Keepers:** @keepers (they hold the keys)"
    assert templates(f"## Texts\n\n### Notices to channels\n\n{said}", words) == ()


def test_how_something_is_spelled_in_code_is_no_message(words: Vocabulary) -> None:
    head = "## Texts\n\n### Mail\n\n- Goes to: `bar@tea.example`\n"
    assert not templates(f"{head}- Spelling of its head: `[TEA] <cup> on <day>`", words)
    assert len(templates("## Texts\n\n### First\n\n`No tea in <room>. We are sorry.`", words)) == 1
