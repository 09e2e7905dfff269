"""Which sections are runbooks, whatever stands above them, and which only look like one."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl restart\n```\n"
LOOK = "```sh\nkettlectl status\n```\n"


def runbooks(body: str, words: Vocabulary) -> tuple[Runbook, ...]:
    return compile_playbook(f"# Tea room\n\n{body}", words).runbooks


def titles(body: str, words: Vocabulary) -> list[str]:
    return [book.title for book in runbooks(body, words)]


def test_sections_that_change_something_are_runbooks_under_any_heading(words: Vocabulary) -> None:
    body = f"## Tea sorrows\n\n### Kettle cold\n\n{WORK}\n### Pot cracked\n\n{WORK}"
    assert titles(body, words) == ["Kettle cold", "Pot cracked"]


@pytest.mark.parametrize(
    ("chapter", "found"),
    [("Common symptoms and first aid", ["Kettle cold", "Pot cracked"]),
     ("よくある症状と一次切り分け", ["Kettle cold", "Pot cracked"]),
     ("Tea room and its cups", []), ("Symptoms", [])],
)  # fmt: skip
def test_a_chapter_of_symptoms_holds_runbooks(
    chapter: str, found: list[str], words: Vocabulary
) -> None:
    body = f"## {chapter}\n\n### Kettle cold\n\n- Look\n- Heat\n\n### Pot cracked\n\n- Glue\n"
    assert titles(body, words) == found


def test_sections_that_only_look_are_no_runbooks(words: Vocabulary) -> None:
    body = f"## Tea gauges\n\n### Kettle\n\n{LOOK}\n### Pot\n\n{LOOK}"
    assert titles(body, words) == []


def test_ways_of_doing_a_phase_are_no_runbooks(words: Vocabulary) -> None:
    body = (
        "## Response\n\n### Step 1: Detect\n\n- look\n\n### Step 2: Mitigate\n\n"
        f"#### Second kettle\n\n{WORK}\n#### Cold tea\n\n{WORK}"
    )
    assert titles(body, words) == []


def test_a_group_of_runbooks_is_none_itself(words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Kettles\n\n#### Kettle cold\n\n**Symptoms**: no steam\n\n{WORK}"
    assert titles(body, words) == ["Kettle cold"]


def test_folded_steps_under_a_title_of_their_own_are_a_runbook(words: Vocabulary) -> None:
    body = (
        "## Flood in the pantry\n\n<details>\n\n1. Close the tap\n2. Call the baker\n\n</details>"
    )
    assert titles(body, words) == ["Flood in the pantry"]


def test_being_paged_is_no_failure(words: Vocabulary) -> None:
    assert titles("## When the phone rings\n\n1. Answer\n2. Sit down\n", words) == []


def test_an_order_is_a_procedure_and_a_state_is_not(words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Drain the pot\n\n{WORK}\n### Pot empty\n\n{WORK}"
    assert [book.kind.value for book in runbooks(body, words)] == ["procedure", "runbook"]


def test_a_mere_message_is_no_part_of_a_runbook(words: Vocabulary) -> None:
    text = "```\nDear [guest], the tea is late. Next update at [time].\n```\n"
    body = f"## Runbooks\n\n### Tea late\n\n{WORK}\n#### Message to guests\n\n{text}"
    (book,) = runbooks(body, words)
    assert [part.name for part in book.parts] == ["recovery"]


def test_a_heading_may_say_runbook_and_then_what_fails(words: Vocabulary) -> None:
    body = (
        f"## Runbook: Kettle cold\n\n### Triage\n\n{LOOK}\n### Fix\n\n{WORK}\n"
        "## Hours: day and night\n\n- always\n\n"
        "## Drills\n\n### Scenario: no milk\n\n- play it\n"
    )
    assert titles(body, words) == ["Runbook: Kettle cold"]


def test_one_restore_under_a_heading_for_restores_is_enough(words: Vocabulary) -> None:
    assert titles(f"## Backup and restore\n\n### Restore the tea list\n\n{WORK}", words) == [
        "Restore the tea list"
    ]
    assert titles(f"## Odds and ends\n\n### Restore the tea list\n\n{WORK}", words) == []


def test_a_roll_back_is_one_beside_another_change(words: Vocabulary) -> None:
    body = f"## Deploying tea\n\n### Rollback\n\n{WORK}\n### Rotate the keys\n\n{WORK}"
    found = [(book.title, book.kind.value) for book in runbooks(body, words)]
    assert found == [("Rollback", "procedure"), ("Rotate the keys", "procedure")]


def test_what_runs_is_a_runbook_whatever_its_name(words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Contact list lost\n\n{WORK}\n### Contacts\n\n- Ada: 1234"
    assert titles(body, words) == ["Contact list lost"]


def test_a_title_that_holds_a_word_of_people_is_no_list_of_them(words: Vocabulary) -> None:
    steps = "1. Hide the bill.\n2. Call the office.\n"
    body = f"## Runbooks\n\n### Bills shown to the wrong people\n\n{steps}\n### People\n\n{steps}"
    assert titles(body, words) == ["Bills shown to the wrong people"]


def test_a_case_may_be_nothing_but_commands(words: Vocabulary) -> None:
    assert titles(f"## When the kettle stays cold\n\n{WORK}", words) == [
        "When the kettle stays cold",
    ]  # fmt: skip


@pytest.mark.parametrize("chapter", ["Deployment", "Components", "Konfiguration", "Arquitectura"])
def test_ways_of_shipping_are_no_runbooks(chapter: str, words: Vocabulary) -> None:
    body = f"## {chapter}\n\n### Kitchen\n\n{WORK}\n### Garden\n\n{WORK}"
    assert titles(body, words) == []


def test_a_neighbour_of_runbooks_may_be_a_list_of_bullets(words: Vocabulary) -> None:
    body = (
        f"## Tea sorrows\n\n### Kettle cold\n\n**Symptoms**: no steam\n\n{WORK}\n"
        "### Pot cracked\n\n- Take it away.\n- Take another.\n"
    )
    assert titles(body, words) == ["Kettle cold", "Pot cracked"]


def test_a_chapter_of_any_name_above_runbooks_is_none_itself(words: Vocabulary) -> None:
    repair = "```sh\nkettlectl status\nkettlectl restart\n```\n\n"
    seen = f"### Kessel kalt\n\nSymptome: kein Dampf.\n\n{repair}"
    beside = f"### Kanne voll\n\n{repair}### Wiederherstellung\n\n{repair}Dauer: 20 Minuten.\n\n"
    rest = f"### Geschichte\n\nEine alte.\n\n## Ärger mit der Tasse\n\n{repair}"
    assert titles(f"## Ärger mit dem Kessel\n\n{seen}{beside}{rest}", words) == [
        "Kessel kalt", "Kanne voll", "Wiederherstellung", "Ärger mit der Tasse",
    ]  # fmt: skip


def test_runbook_may_be_said_in_two_letters(words: Vocabulary) -> None:
    body = f"## rb: pot cracked\n\n{WORK}\n## rb: no milk\n\n- ask the neighbour\n- buy some\n"
    assert titles(body, words) == ["rb: pot cracked", "rb: no milk"]


def test_what_is_done_with_any_alarm_is_no_failure(words: Vocabulary) -> None:
    body = "1. Hingehen\n2. Kessel ansehen\n3. Melden\n"
    assert titles(f"## Wenn ein Alarm kommt\n\n{body}", words) == []
    assert titles(f"## Wenn der Kessel pfeift\n\n{body}", words) == ["Wenn der Kessel pfeift"]


def test_what_is_numbered_like_runbooks_is_one_of_them(words: Vocabulary) -> None:
    sign = "Symptoms: the tea is cold.\n\n"
    mends = f"### M1: Kettle cold\n\n{sign}{WORK}\n### M2: Pot cracked\n\n{sign}{WORK}\n"
    more = "### M3: Milk sour\n\nRing the dairy and wait.\n\n### Keys\n\nIn the office.\n"
    empty = "### M4: Cups\n"
    assert titles(f"## Tea sorrows\n\n{mends}{more}{empty}", words) == [
        "M1: Kettle cold",
        "M2: Pot cracked",
        "M3: Milk sour",
    ]


def test_what_is_done_at_the_end_of_all_is_no_case(words: Vocabulary) -> None:
    steps = "- [ ] Guests told\n- [ ] Cups washed\n"
    assert titles(f"## If the tea is cold\n\n{steps}", words) == ["If the tea is cold"]
    assert titles(f"## When it is fixed\n\n{steps}", words) == []


@pytest.mark.parametrize(
    "title", ["Undo a recipe", "Retour à la version précédente", "Zur vorigen Version"]
)
def test_going_back_is_a_procedure(title: str, words: Vocabulary) -> None:
    (book,) = runbooks(f"## Runbooks\n\n### {title}\n\n{WORK}", words)
    assert book.kind.value == "procedure"


def test_a_page_may_say_in_its_title_that_it_is_a_runbook(words: Vocabulary) -> None:
    body = "## When to use\n\nCups are cold.\n\n## Steps\n\n1. Lift the lid.\n2. Wipe the coil.\n"
    (book,) = compile_playbook(f"# Runbook: cold kettle\n\n{body}", words).runbooks
    assert book.line == 1
    assert compile_playbook(f"# Cold kettle\n\n{body}", words).runbooks == ()


def test_a_word_of_other_hours_in_a_title_is_no_duty(words: Vocabulary) -> None:
    work = "Restore:\n\n```sh\nsystemctl restart kettle\n```\n\n"
    body = f"## Schedule of cups broken\n\n{work}## Kettle cold\n\n{work}"
    found = [book.title for book in compile_playbook(f"# Tea\n\n{body}", words).runbooks]
    assert found == ["Schedule of cups broken", "Kettle cold"]


def test_an_hour_of_a_trouble_is_none_whatever_stands_in_it(words: Vocabulary) -> None:
    below = "**Symptoms**:\n- smoke\n\n**Fix**:\n```sh\nloomctl stop\n```\n"
    text = "# Loom\n\n## Runbooks\n\n### Thread torn\n\n#### {}\n\n" + below
    hour = compile_playbook(text.format("0-20 minutes: Stop"), words).runbooks
    assert [one.title for one in hour] == ["Thread torn"]


def test_what_is_looked_for_in_a_part_makes_no_case_of_it(words: Vocabulary) -> None:
    page = (
        "# Mill\n\n## Case 1: Sails torn\n\n### Symptoms\n\n- no flour\n\n"
        "### Immediate actions (< 5 min)\n\n1. Look at the cloth\n\n   Look for:\n   - holes\n"
        "   - mould\n\n"
        "```bash\nmillctl stop\n```\n\n## Case 2: Stone hot\n\n### Symptoms\n\n- smoke\n\n"
        "### Immediate actions\n\n1. Lift the stone\n\n```bash\nmillctl lift\n```\n"
    )
    book = compile_playbook(page, words)
    assert [one.title for one in book.runbooks] == ["Case 1: Sails torn", "Case 2: Stone hot"]


def test_how_it_shows_and_what_is_done_then_are_two_parts(words: Vocabulary) -> None:
    case = "### Detection\n\n- flour is warm\n\n### Response\n\n```bash\nmillctl stop\n```\n\n"
    page = (
        "# Mill\n\n## 🌀 1. Torn cloth\n\n### Warnings\n\n- noise\n\n"
        "### Containment\n\n1. Turn the cap\n\n### Recovery steps\n\n1. Sew the cloth\n\n"
        f"## 🔥 2. Hot stone\n\n{case}## 💧 3. Wet grain\n\n{case}"
        "## 📝 Afterwards procedures\n\n### Notes\n\n- write\n"
    )
    titles = [one.title for one in compile_playbook(page, words).runbooks]
    assert titles == ["Torn cloth", "Hot stone", "Wet grain"]


def test_ways_of_mending_one_trouble_are_no_troubles_of_their_own(words: Vocabulary) -> None:
    page = (
        "# Mill\n\n## Playbooks\n\n### P1: Sails stand\n\n**Symptoms**: no flour\n\n"
        "**Resolution steps**:\n\n#### If the cloth is torn:\n\n1. Sew it\n2. Try it\n\n"
        "#### If the wind is gone:\n\n```bash\nmillctl wait\n```\n\n"
        "### P2: Stone hot\n\n**Symptoms**: smoke\n\n1. Lift it\n2. Wet it\n"
    )
    titles = [one.title for one in compile_playbook(page, words).runbooks]
    assert titles == ["P1: Sails stand", "P2: Stone hot"]


def test_a_runbook_that_says_so_is_no_chapter_of_its_parts(words: Vocabulary) -> None:
    parts = (
        "#### Signs\n\n- no flour\n\n#### Immediate actions (< 5 min)\n\n1. Stop the stones\n\n"
        "#### Recovery procedures\n\n1. Sew the cloth\n\n"
    )
    page = f"# Mill\n\n## Runbooks\n\n### Cloth runbook\n\n{parts}### Stone runbook\n\n{parts}"
    titles = [one.title for one in compile_playbook(page, words).runbooks]
    assert titles == ["Cloth runbook", "Stone runbook"]


def test_rungs_and_first_minutes_are_no_runbooks(words: Vocabulary) -> None:
    rungs = (
        "## Escalation\n\n### Level 1: Waiter\n\n- **Trigger:** cold tea\n- **Actions:** pours\n\n"
        "### Level 2: Landlord\n\n- **Trigger:** no tea\n- **Actions:** buys tea\n"
    )
    assert titles(rungs, words) == []
    troubles = "".join(
        f"## {one}\n\n**Symptoms**: no tea\n\n1. Pour\n2. Wipe\n\n" for one in ("Leak", "Fire")
    )
    first = "## First 10 minutes\n\n1. Pull the plug\n2. Wipe\n3. Say when it began\n\n"
    assert titles(first + troubles, words) == ["Leak", "Fire"]


@pytest.mark.parametrize(
    ("title", "head", "count"),
    [("Runbook: broken wheel", "| Step | Time | Who | Action |", 1),
     ("Runbook: Rad gebrochen", "| Schritt | Zeit | Wer | Aktion |", 1),
     ("Runbook: broken wheel", "| Spoke | Time | Who | Colour |", 0),
     ("Names: broken wheel", "| Step | Time | Who | Action |", 0)],
)  # fmt: skip
def test_the_steps_of_a_titled_runbook_may_be_rows(
    title: str, head: str, count: int, words: Vocabulary
) -> None:
    first, second = ("1", "2") if "Spoke" not in head else ("oak", "elm")
    rows = f"| {first} | 5 min | Miller | Stop it |\n| {second} | 9 min | Baker | Mend it |\n"
    said = f"# Mill\n\n## Rules\n\nBe calm.\n\n## {title}\n\n{head}\n|---|---|---|---|\n{rows}"
    assert len(compile_playbook(said, words).runbooks) == count


@pytest.mark.parametrize(
    ("chapter", "count"),
    [("Known cases", 2), ("Bekannte Fälle", 2), ("Cas connus", 2), ("Casos conocidos", 2),
     ("既知の障害", 2), ("Known roles", 0), ("Bekannte Vorlagen", 0)],
)  # fmt: skip
def test_cases_that_are_known_are_runbooks(chapter: str, count: int, words: Vocabulary) -> None:
    case = "### {}\n\nSomebody says so. Then one does this:\n\n```sh\nkettlectl boil\n```\n\n"
    body = case.format("The lid has no handle") + case.format("A guest is at the door")
    text = f"# Tea\n\n## 4 Messages\n\nNone.\n\n## 5 {chapter}\n\n{body}"
    assert (len(compile_playbook(text, words).runbooks) == 2) is (count > 0)
