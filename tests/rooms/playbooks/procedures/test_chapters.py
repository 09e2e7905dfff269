"""Chapters of runbooks by the names that teams give them, and their groups."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


@pytest.mark.parametrize(
    "heading",
    ["5 Technical work instructions", "Standard operating procedures", "Modes opératoires",
     "Typische Ausfälle", "Istruzioni di lavoro", "作業手順書"],
)  # fmt: skip
def test_everything_below_such_a_heading_is_a_runbook(heading: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## {heading}\n\n### 5.1 WI-TEA-01: Water directory lost\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    assert book.title == "WI-TEA-01: Water directory lost"


def test_a_coded_order_is_a_procedure(words: Vocabulary) -> None:
    text = f"# Tea\n\n## SOPs\n\n### SOP-2 Purge the pipe\n\n{WORK}\n### SOP-3 Leak\n\n{WORK}"
    kinds = [book.kind.value for book in compile_playbook(text, words).runbooks]
    assert kinds == ["procedure", "runbook"]


def test_a_phase_in_such_a_chapter_is_none(words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Phase 1: Look\n\n- [ ] Look\n\n### Leak\n\n{WORK}"
    assert [book.title for book in compile_playbook(text, words).runbooks] == ["Leak"]


def titles(text: str, words: Vocabulary) -> list[str]:
    return [book.title for book in compile_playbook(text, words).runbooks]


def test_parts_with_a_time_box_stay_inside_a_counted_playbook(words: Vocabulary) -> None:
    text = (
        "# Print shop\n\n## Playbook 1: Press jammed\n\n### First look (5 min)\n\n1. Stop it\n"
        "2. Open it\n\n### Remediation\n\n1. Pull the sheet\n2. Close it\n\n### 振り返り\n\n"
        "- Why?\n\n## Playbook 2: Ink low\n\n### First look (5 min)\n\n1. Read the gauge\n"
        "2. Fill it\n"
    )
    assert titles(text, words) == ["Playbook 1: Press jammed", "Playbook 2: Ink low"]


def test_levels_by_type_of_incident_are_no_runbooks(words: Vocabulary) -> None:
    text = (
        "# Print shop\n\n## Incident types\n\n### P1 - High\n\n**Examples:**\n- press jammed\n\n"
        "### P2 - Medium\n\n**Examples:**\n- ink low\n"
    )
    assert titles(text, words) == []


@pytest.mark.parametrize(
    "heading", ["Communication procedures", "On-call procedures", "Handover procedures"]
)
def test_rules_are_no_runbooks(heading: str, words: Vocabulary) -> None:
    rule = "1. Write it into the book\n2. Sign it\n"
    text = f"# Print shop\n\n## {heading}\n\n### At seven\n\n{rule}\n### At noon\n\n{rule}"
    assert titles(text, words) == []


def test_when_the_document_changes_is_no_case(words: Vocabulary) -> None:
    assert titles("# Print shop\n\n## When this document grows\n\n- tell Ada\n", words) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Oven outage", "Till outage"),
        ("Archive recovery", "Cache recovery"),
        ("Backofen ausgefallen", "Kasse ausgefallen"),
    ],
)
def test_entries_alike_below_a_group_are_runbooks(
    first: str, second: str, words: Vocabulary
) -> None:
    one = "```sh\nshopctl restart\n```\n"
    text = f"# Shop\n\n## Runbooks\n\n### 1. Shop\n\n#### {first}\n\n{one}\n#### {second}\n\n{one}"
    assert [one.title for one in compile_playbook(text, words).runbooks] == [first, second]


@pytest.mark.parametrize(
    "heading",
    ["What we do by type of incident", "Vorgehen nach Störungsart", "Réponse par type d'incident",
     "按故障类型的处理"],
)  # fmt: skip
def test_a_chapter_by_type_of_incident_lists_its_runbooks(heading: str, words: Vocabulary) -> None:
    text = f"# Bakery\n\n## {heading}\n\n### oven_cold\n\n- Light it.\n\n### Dough\n\n- Knead.\n"
    assert titles(text, words) == ["oven_cold", "Dough"]


@pytest.mark.parametrize(
    "heading",
    ["Severity by incident type", "Contacts by incident type", "Escalation by incident type"],
)
def test_levels_and_people_by_type_of_incident_are_none(heading: str, words: Vocabulary) -> None:
    text = f"# Bakery\n\n## {heading}\n\n### Oven cold\n\n- High\n\n### Dough\n\n- Low\n"
    assert titles(text, words) == []


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("Monthly review", "Quarterly tasting", 0), ("Monatliche Durchsicht", "Jährlich backen", 0),
     ("Oven cold", "Quarterly tasting", 2)],
)  # fmt: skip
def test_what_is_done_at_regular_times_is_no_runbook(
    first: str, second: str, count: int, words: Vocabulary
) -> None:
    text = (
        f"# Bakery\n\n## Care of the playbook\n\n### {first}\n\n- Read.\n\n### {second}\n\n- Eat.\n"
    )
    assert len(titles(text, words)) == count


@pytest.mark.parametrize("title", ["Types of incident", "Störungsarten", "Tipos de incidentes"])
def test_kinds_by_name_alone_are_no_runbooks(title: str, words: Vocabulary) -> None:
    body = f"# Mill\n\n## {title}\n\n### Water\n\n- Leaks\n- High tide\n\n### Corn\n\n- Mice\n"
    assert compile_playbook(body, words).runbooks == ()


COURSE = "# Mill\n\n## Course\n\n### Phase 1: Look\n\n- Look\n\n### Phase 2: Mend\n\n- Mend\n\n"


def test_a_chapter_of_the_process_beside_the_course_lists_runbooks(words: Vocabulary) -> None:
    body = "## Technical response procedures\n\n### {}\n\n1. Stop the wheel\n\n### {}\n\n1. Count\n"
    text = COURSE + body.format("Mouse response", "Flood response")
    found = compile_playbook(text, words)
    assert [one.title for one in found.runbooks] == ["Mouse response", "Flood response"]
    assert [one.title for one in found.phases] == ["Phase 1: Look", "Phase 2: Mend"]
    assert compile_playbook(COURSE + body.format("The wheel", "The sacks"), words).runbooks == ()


@pytest.mark.parametrize("many", ["issues", "problems", "incidents"])
def test_chapters_of_several_troubles_are_groups(many: str, words: Vocabulary) -> None:
    work = "\n\n```sh\nmillctl look\nmillctl stop\n```\n\n"
    body = (
        f"# Mill\n\n## Common scenarios\n\n### Wheel {many}\n\n#### Wheel too slow{work}"
        f"#### Wheel on its side{work}### Sack {many}\n\n#### Sacks wet{work}"
    )
    assert [one.title for one in compile_playbook(body, words).runbooks] == [
        "Wheel too slow",
        "Wheel on its side",
        "Sacks wet",
    ]


def test_phases_below_a_heading_of_runbooks_are_none(words: Vocabulary) -> None:
    phases = "".join(
        f"### {at}. {title}\n\n- 見る\n\n"
        for at, title in enumerate(("初期評価", "診断", "緩和", "検証", "振り返り"), 1)
    )
    assert titles(f"# 窯\n\n## 火災の対応手順\n\n{phases}", words) == []
    assert titles(f"# 窯\n\n## 火災の対応手順\n\n### 窯が割れた\n\n{WORK}", words) == ["窯が割れた"]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (("Mill incident response", "Bakery response"), ["Wheel", "Sacks", "Wheel", "Sacks"]),
        (("Quay incident response (boats)", "Tower incident response"),
         ["Wheel", "Sacks", "Wheel", "Sacks"]),
        # No word for just any incident; and one that tells of a trouble.
        (("Mill response", "Bakery response"), ["Mill response", "Bakery response"]),
        (("Mill incident response", "Leak response"), ["Mill incident response", "Leak response"]),
    ],
)  # fmt: skip
def test_the_response_in_one_place_each_is_a_group(
    rows: tuple[str, ...], titles: list[str], words: Vocabulary
) -> None:
    below = "".join(
        f"\n#### {one}\n\n```bash\nmillctl {one} stop\n```\n" for one in ("Wheel", "Sacks")
    )
    listed = "".join(f"\n### {one}\n{below}" for one in rows)
    course = "## Process\n\n### Phase 1: Look\n\n- Look\n\n### Phase 2: Mend\n\n- Mend\n"
    said = f"# Mill\n\n{course}\n## Technical response procedures\n{listed}"
    assert [one.title for one in compile_playbook(said, words).runbooks] == titles


@pytest.mark.parametrize(
    ("chapter", "first", "second", "found"),
    [("Response procedures", "Mill down", "High load of the stone", 2),
     ("What to do when", "Grain missing", "Sails broken", 2),
     ("Vorgehen", "Mühle ausgefallen", "Hohe Last am Stein", 2),
     ("Response procedures", "Who grinds", "Where the flour goes", 0)],
)  # fmt: skip
def test_a_chapter_of_the_process_that_tells_of_nothing_but_troubles_lists_runbooks(
    chapter: str, first: str, second: str, found: int, words: Vocabulary
) -> None:
    listed = "".join(f"### {one}\n\n1. Look\n2. Mend\n\n" for one in (first, second))
    assert len(titles(f"# Mill\n\n## {chapter}\n\n{listed}", words)) == found


@pytest.mark.parametrize(
    ("chapter", "found"),
    [("Abläufe", 2), ("Unsere Abläufe", 2), ("Ablauf", 0), ("Abläufe der Mitarbeit", 0)],
)
def test_several_courses_are_a_chapter_of_runbooks_and_one_is_the_process(
    chapter: str, found: int, words: Vocabulary
) -> None:
    listed = "".join(f"### Ablauf {one}\n\n1. Schauen\n\n" for one in ("A: Rad", "B: Sack"))
    assert len(titles(f"# Mühle\n\n## {chapter}\n\n{listed}", words)) == found
