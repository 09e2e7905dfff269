"""Lists of definitions: the name of somebody, and below it what is told of him."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

NUMBERS = "Duty desk\n: +44 20 7946 0112\n\nOwner\n: owner@mill.example\n: ext. 4711\n"
PLAIN = "Duty desk\n: always two of them\n\nOwner\n: by night only\n"


def ways(heading: str, body: str, words: Vocabulary) -> list[tuple[int, str, str]]:
    page = compile_playbook(f"# Mill\n\n## {heading}\n\n{body}", words)
    return [(one.line, one.label, one.value) for one in page.contacts]


def parts(body: str, words: Vocabulary) -> list[tuple[str, int]]:
    page = compile_playbook(f"# Mill\n\n## Roles\n\n{body}", words)
    return [(one.name, one.line) for one in page.roles]


def test_whoever_stands_above_a_number_is_reached_there(words: Vocabulary) -> None:
    known = [
        (6, "Duty desk", "+44 20 7946 0112"),
        (9, "Owner", "owner@mill.example"),
        (10, "Owner", "ext. 4711"),
    ]
    assert ways("Contacts", NUMBERS, words) == known
    assert ways("Communication and on-call", NUMBERS, words) == known


def test_what_is_told_of_a_term_is_no_number(words: Vocabulary) -> None:
    assert ways("Communication and on-call", PLAIN, words) == []
    assert ways("Post-mortem", NUMBERS, words) == []


def test_what_stands_below_a_part_is_what_it_does(words: Vocabulary) -> None:
    assert parts("Helmsman\n: steers. Never sleeps.\n\nClerk\n: writes\n", words) == [
        ("Helmsman", 5),
        ("Clerk", 8),
    ]
    assert parts("記録係\n: 時刻を書き残す。\n\n指揮者\n: 方針を決める。\n", words) == [
        ("記録係", 5),
        ("指揮者", 8),
    ]
    page = compile_playbook("# Mill\n\n## Roles\n\nClerk\n: writes\n\nMate\n: steers\n", words)
    assert {duty.line - one.line for one in page.roles for duty in one.duties} == {0}


def test_terms_below_other_headings_are_nobody(words: Vocabulary) -> None:
    for heading in ("Glossary", "Notes"):
        page = compile_playbook(f"# Mill\n\n## {heading}\n\nSluice\n: lets water in\n", words)
        assert page.roles == ()
