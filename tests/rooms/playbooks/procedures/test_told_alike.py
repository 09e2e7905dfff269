"""Cases under the same names in bold are runbooks, whatever the chapters above them are called."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CASE = (
    "### {title}\n\n**{seen}:**\n- The bell rings\n\n"
    "**{deed}:**\n- Ask the bosun\n- Write it down\n\n"
)


def page(seen: str, deed: str) -> str:
    first = CASE.format(title="5.1 Two masts", seen=seen, deed=deed)
    second = CASE.format(title="5.2 A tie in the sails", seen=seen, deed=deed)
    third = CASE.format(title="6.1 Wrong flag", seen=seen, deed=deed)
    return f"# Ferry\n\n## 5. About the hull\n\n{first}{second}## 6. About flags\n\n{third}"


@pytest.mark.parametrize(
    ("seen", "deed"),
    [
        ("How the ship takes it", "What the crew should do"),
        ("Was geschieht", "Was zu tun ist"),
        ("Qué pasa", "Qué hacemos"),
    ],
)
def test_three_told_alike_are_runbooks(seen: str, deed: str, words: Vocabulary) -> None:
    found = compile_playbook(page(seen, deed), words)
    assert [one.title for one in found.runbooks] == [
        "Two masts",
        "A tie in the sails",
        "Wrong flag",
    ]
    assert found.phases == ()


def test_names_for_nothing_done_make_none(words: Vocabulary) -> None:
    assert compile_playbook(page("Colour", "Shape"), words).runbooks == ()


def test_numbered_chapters_with_signs_and_deeds_of_their_own_are_no_phases(
    words: Vocabulary,
) -> None:
    case = "## {at}. {title}\n\n**Déclencheur** : {sign}\n\n**Actions** :\n1. Sonner\n2. Noter\n\n"
    cases = [("Moteur froid", "le cadran tombe."), ("Billets perdus", "la caisse est vide.")]
    told = "".join(case.format(at=at, title=title, sign=sign)
                   for at, (title, sign) in enumerate(cases, 1))  # fmt: skip
    found = compile_playbook(f"# Le bac\n\n{told}", words)
    assert [one.title for one in found.runbooks] == ["Moteur froid", "Billets perdus"]
    assert found.phases == ()


ENTRIES = (
    "## {title}\n\n- **{seen}**: the bell\n- **{look}**: ask the bosun.\n- **{end}**: bail.\n\n"
)


@pytest.mark.parametrize(
    ("look", "end", "count"),
    [("Diagnosis", "Permanent resolution", 3), ("Diagnose", "Behebung", 3), ("诊断", "恢复", 3),
     ("Colour", "Shape", 0), ("Diagnosis", "Shape", 0)],
)  # fmt: skip
def test_so_are_those_whose_entries_begin_with_parts_of_a_repair(
    look: str, end: str, count: int, words: Vocabulary
) -> None:
    titles = ("1. Two masts", "2. A tie in the sails", "3. Wrong flag")
    body = "".join(ENTRIES.format(title=one, seen="Bell", look=look, end=end) for one in titles)
    found = compile_playbook(f"# Ferry\n\n{body}", words)
    assert len(found.runbooks) == count
    assert (found.phases == ()) is (count > 0)


SHORT = (
    "## {at}. {title}\n\n**{first}:** it went out.\n\n**{deed}:**\n1. Light it.\n2. Note it.\n\n"
)
BELOW = "## {at}. {title}\n\n### {first}\n\nIt went out.\n\n### {deed}\n\n1. Light it.\n\n"
INSIDE = "## {at}. {title}\n\n- **{first}:** it went out.\n- **{deed}:** light it.\n\n"


@pytest.mark.parametrize(
    ("shape", "first", "deed", "are_cases"),
    [(SHORT, "Meaning", "Do", True), (SHORT, "Bedeutet", "Tun", True),
     (BELOW, "Signification", "Faire", True), (INSIDE, "When", "Then", True),
     (INSIDE, "含义", "要做", True),
     (SHORT, "Owner", "Do", False), (BELOW, "Owner", "Then", False)],
)  # fmt: skip
def test_so_are_those_that_say_what_it_means_and_what_to_do(
    shape: str, first: str, deed: str, are_cases: bool, words: Vocabulary
) -> None:
    titles = ("Two masts", "A tie in the sails", "Wrong flag")
    told = (shape.format(at=at, title=one, first=first, deed=deed)
            for at, one in enumerate(titles, 1))  # fmt: skip
    found = compile_playbook("# Ferry\n\n" + "".join(told), words)
    assert [one.title for one in found.runbooks] == ([*titles] if are_cases else [])
    assert (found.phases == ()) is are_cases


@pytest.mark.parametrize(
    ("last", "count"),
    [("- **Detect:** no light.\n- **Recover:** light it.\n- **Post:** note it.\n", 4),
     ("- **Owner:** the mate.\n- **Recover:** light it.\n", 3)],
)  # fmt: skip
def test_one_with_a_sign_and_a_part_is_a_case_beside_three(
    last: str, count: int, words: Vocabulary
) -> None:
    entries = "- **Detect:** a bell.\n- **Contain:** stop.\n- **Recover:** mend it.\n"
    told = "".join(f"## {title}\n\n{entries}\n" for title in ("Two masts", "Wet sails", "Fog"))
    found = compile_playbook(f"# Ferry\n\n{told}## No lamp\n\n{last}", words)
    assert len(found.runbooks) == count
    assert found.phases == ()
