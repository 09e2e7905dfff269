"""Sections about one kind of failure are known by what they hold, beside phases as well."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

COLD = "**Symptoms**\n\n- no steam\n\n**Fix**\n\n```sh\nkettlectl boil\n```\n"
POT = "**Diagnosis**\n\n```sh\npotctl show\n```\n\n**Repair**\n\n```sh\npotctl glue\n```\n"


def understood(text: str, words: Vocabulary) -> tuple[list[str], list[str]]:
    found = compile_playbook(f"# Tea room\n\n{text}", words)
    return [one.title for one in found.runbooks], [one.title for one in found.phases]


@pytest.mark.parametrize("heading", ["What to do", "Response", "Was zu tun ist", "Étapes"])
def test_sections_with_symptoms_are_no_phases(heading: str, words: Vocabulary) -> None:
    text = f"## {heading}\n\n### Kettle cold\n\n{COLD}\n### Pot cracked\n\n{POT}\n"
    assert understood(text, words) == (["Kettle cold", "Pot cracked"], [])


def test_a_restore_among_them_is_one_more(words: Vocabulary) -> None:
    restore = "```sh\npotctl restore\n```\n"
    text = f"## Response\n\n### Kettle cold\n\n{COLD}\n### Pot cracked\n\n{POT}\n"
    runbooks, _ = understood(f"{text}### Restore the archive\n\n{restore}", words)
    assert runbooks[-1] == "Restore the archive"


def test_runbooks_may_stand_beside_phases(words: Vocabulary) -> None:
    steps = "### Phase 1: Look\n\n- [ ] Look\n\n### Phase 2: Act\n\n- [ ] Act\n\n"
    text = f"## Response\n\n{steps}### Kettle cold\n\n{COLD}"
    assert understood(text, words) == (["Kettle cold"], ["Phase 1: Look", "Phase 2: Act"])


def test_indicators_without_anything_to_do_make_no_runbook(words: Vocabulary) -> None:
    text = "## Services\n\n### Kettle\n\n**Indicators:** hot in 99 % of the time.\n"
    assert understood(text, words) == ([], [])


def test_phases_with_checks_of_their_own_stay_phases(words: Vocabulary) -> None:
    text = (
        "## Response\n\n### Triage\n\n**Checks**\n\n- real?\n\n**Recovery**\n\n- boil\n\n"
        "### Containment\n\n- stop\n\n### Recovery\n\n- start\n"
    )
    assert understood(text, words) == ([], ["Triage", "Containment", "Recovery"])


def test_the_name_of_an_alert_and_work_make_a_runbook(words: Vocabulary) -> None:
    one = "**Alert:** `{name}`\n**Severity:** WARNING\n\n```sh\nvatctl status\n```\n"
    text = (
        f"# Brewery\n\n## Wort watch\n\n### Mash warm\n\n{one.format(name='MashTempHigh')}\n"
        f"### Foam\n\n{one.format(name='foam_level_high')}\n"
    )
    found = compile_playbook(text, words).runbooks
    assert [book.title for book in found] == ["Mash warm", "Foam"]


LEVERS = (
    ("Emergency levers", "**When**: the queue grows\n\n**How**:\n\n1. Row\n2. Shut\n"),
    ("What we can pull", "- **When to use:** it leaks\n- **How:**\n  1. Turn\n  2. Chain\n"),
    ("Hebel", "**Wann:** es klemmt\n\n**Vorgehen:**\n\n```sh\ncron pause\n```\n"),
    (
        "Leviers",
        "#### Quand l'utiliser\n\nLa porte fuit.\n\n#### Comment\n\n1. Tourner\n2. Fermer\n",
    ),
)


@pytest.mark.parametrize(("heading", "body"), LEVERS)
def test_what_says_when_it_is_used_is_a_procedure(
    heading: str, body: str, words: Vocabulary
) -> None:
    text = f"# Port\n\n## {heading}\n\n### Grey buoy\n\n{body}\n### Old lock\n\n{body}"
    made = compile_playbook(text, words).runbooks
    assert [(one.title, one.kind.value, len(one.symptoms)) for one in made] == [
        ("Grey buoy", "procedure", 0),
        ("Old lock", "procedure", 0),
    ]


@pytest.mark.parametrize("heading", ["Calling people", "Messages", "Drills"])
def test_when_somebody_is_called_is_none(heading: str, words: Vocabulary) -> None:
    body = "**When**: nobody answers\n\n1. Ring\n2. Ring again\n"
    text = f"# Port\n\n## {heading}\n\n### The warden\n\n{body}\n### The mayor\n\n{body}"
    assert compile_playbook(text, words).runbooks == ()


def test_the_name_of_the_page_is_about_all_of_it(words: Vocabulary) -> None:
    book = "Immediate:\n\n1. Shut\n2. Count\n\nResolution:\n\n1. Print\n2. Open\n"
    title = "# Severity and contacts of the shop"
    text = f"{title}\n\n## Stamps out of order\n\n{book}\n## Lift\n\n{book}"
    made = compile_playbook(text, words).runbooks
    assert [one.title for one in made] == ["Stamps out of order", "Lift"]


@pytest.mark.parametrize(
    "body",
    ["- **Problem:** no steam\n- **Solution:** light the gas\n",
     "**Issue:** no steam\n\n**Fix:** light the gas\n",
     "- **Problem:** kein Dampf\n- **Lösung:** Gas anzünden\n",
     "**问题**：没有蒸汽\n\n**解决**：点火\n"],
)  # fmt: skip
def test_a_trouble_and_its_remedy_in_a_line_each(body: str, words: Vocabulary) -> None:
    text = f"# Tea room\n\n## Things we know\n\n### Kettle\n\n{body}\n### Pot\n\n{body}"
    made = compile_playbook(text, words).runbooks
    assert [(one.title, len(one.symptoms)) for one in made] == [("Kettle", 1), ("Pot", 1)]


@pytest.mark.parametrize(
    ("names", "body"),
    [(["Triage", "Containment", "Recovery"], "**When:** before all\n\n1. Look\n2. Rate\n"),
     (["Phase 1: Kettle", "Phase 2: Pot"], "#### Diagnosis\n\n1. a\n\n#### Fix\n\n1. b\n")],
)  # fmt: skip
def test_phases_stay_phases(names: list[str], body: str, words: Vocabulary) -> None:
    sections = "".join(f"### {name}\n\n{body}\n" for name in names)
    assert understood(f"## Response process\n\n{sections}", words) == ([], names)


def test_levels_with_parts_stay_levels(words: Vocabulary) -> None:
    body = "#### Immediate actions\n\n1. Page\n\n#### Resolution\n\n1. Fix\n"
    text = f"# Tea\n\n## By level\n\n### P1 – Critical\n\n{body}\n### P2 – High\n\n{body}"
    made = compile_playbook(text, words)
    assert ([one.key for one in made.severities], made.runbooks) == (["P1", "P2"], ())


def _by_the_clock(first: str, second: str) -> str:
    return f"**{first}:**\n1. Ring\n2. Shut\n\n**{second}:**\n1. Count\n2. Write\n\n"


def test_what_begins_anew_at_zero_is_a_trouble_and_no_phase(words: Vocabulary) -> None:
    text = (
        "## Response\n\n### 1. Lion on the path\n\n"
        + _by_the_clock("Clearing (0-5 minutes)", "Search (5 minutes - 2 hours)")
        + "### 2. Visitors' claims\n\n"
        + _by_the_clock("Receipt (0–2 hours)", "Hearing (1-7 days)")
    )
    assert understood(text, words) == (["Lion on the path", "Visitors' claims"], [])


def test_a_clock_that_runs_on_over_the_headings_makes_phases(words: Vocabulary) -> None:
    names = ["Clear the paths", "Count the animals"]
    text = (
        f"## Response\n\n### 1. {names[0]}\n\n"
        + _by_the_clock("Gates (0-5 minutes)", "Kiosks (5-10 minutes)")
        + f"### 2. {names[1]}\n\n"
        + _by_the_clock("Cats (10-30 minutes)", "Birds (30-60 minutes)")
    )
    assert understood(text, words) == ([], names)


def test_levels_that_begin_at_zero_stay_levels(words: Vocabulary) -> None:
    one = _by_the_clock("Gates (0-5 minutes)", "Kiosks (5-10 minutes)")
    text = f"## Response\n\n### Critical\n\n{one}### High\n\n{one}"
    assert understood(text, words)[0] == []


@pytest.mark.parametrize("label", ["Detection criteria", "Erkennungskriterien", "検知基準"])
def test_criteria_by_which_it_is_detected_are_signs(label: str, words: Vocabulary) -> None:
    one = f"**{label}:**\n- 3 cages open\n- no keeper\n\n**By machine:**\n1. Shut the gate\n\n"
    text = f"## What the cameras find\n\n### 1. Apes out\n\n{one}### 2. Pool empty\n\n{one}"
    assert understood(text, words) == (["Apes out", "Pool empty"], [])


@pytest.mark.parametrize(
    ("signs", "answer"),
    [("Detection", "Response"), ("Détection", "Réponse"), ("Detección", "Respuesta"),
     ("Erkennen", "Reaktion")],
)  # fmt: skip
def test_how_it_is_detected_and_answered_makes_a_runbook(
    signs: str, answer: str, words: Vocabulary
) -> None:
    one = f"**{signs}:**\n- the bell rings\n\n**{answer}:**\n```sh\ngatectl shut\n```\n\n"
    text = f"## Answers of the zoo\n\n### 1. KEEPER'S KEY GONE\n\n{one}### 2. Apes out\n\n{one}"
    assert understood(text, words) == (["KEEPER'S KEY GONE", "Apes out"], [])


@pytest.mark.parametrize(
    ("signs", "answer"), [("Detection", "Costs"), ("Keepers", "Response"), ("Detection", "Alerts")]
)
def test_one_of_the_two_alone_makes_none(signs: str, answer: str, words: Vocabulary) -> None:
    one = f"**{signs}:**\n- the bell rings\n\n**{answer}:**\n- two a year\n\n"
    text = f"## Words of the zoo\n\n### 1. Keys\n\n{one}### 2. Apes\n\n{one}"
    assert understood(text, words)[0] == []


BROKEN = "1. Shut the tap\n2. Wipe the floor\n"


def test_whatever_stands_below_a_heading_of_troubles_is_one(words: Vocabulary) -> None:
    text = f"### 3.1 Water leak\n\n{BROKEN}\n### 3.2 Guest in the store room\n\n{BROKEN}"
    titles = ["3.1 Water leak", "3.2 Guest in the store room"]
    found = understood(f"## 3. House problems\n\n{text}", words)
    assert found == ([untitled(one) for one in titles], [])
    assert understood(f"## 3. House rules\n\n{text}", words)[0] == []


def test_the_course_below_a_heading_of_troubles_stays_one(words: Vocabulary) -> None:
    first, second = "### 1. Leak found", "### 2. Containment"
    text = f"## House problems\n\n{first}\n\n{BROKEN}\n{second}\n\n{BROKEN}"
    assert understood(text, words) == ([], ["Leak found", "Containment"])


def test_a_chapter_of_mail_problems_holds_no_messages(words: Vocabulary) -> None:
    text = f"### Letters lost\n\n{COLD}\n### Stamps gone\n\n{COLD}"
    assert understood(f"## Email problems\n\n{text}", words)[0] == ["Letters lost", "Stamps gone"]
    assert understood(f"## Email templates\n\n{text}", words)[0] == []


KINDS = ("Kettle incidents", "Pot recovery incidents")
CHECK = "Check:\n- is there steam\n- is the plug in\n"


@pytest.mark.parametrize(
    ("kinds", "body"),
    [(KINDS, CHECK), (("Teekesselstörungen", "Kannenstörungen"), "**Prüfen**\n\n- Dampf\n")],
)
def test_neighbours_that_name_troubles_of_a_kind_each_are_runbooks(
    kinds: tuple[str, str], body: str, words: Vocabulary
) -> None:
    text = "## Notes by device\n\n" + "".join(f"### {one}\n\n{body}\n" for one in kinds)
    books = compile_playbook(f"# Tea room\n\n{text}", words).runbooks
    assert [(one.title, one.kind.value) for one in books] == [(one, "runbook") for one in kinds]


@pytest.mark.parametrize(
    ("above", "body"),
    [("## Phase 2: Act", CHECK), ("## Mitigation", CHECK), ("## Contacts", CHECK),
     ("## Notes by device", "- is there steam\n")],
)  # fmt: skip
def test_where_they_are_ways_or_nothing_is_done_they_are_none(
    above: str, body: str, words: Vocabulary
) -> None:
    text = f"{above}\n\n" + "".join(f"### {one}\n\n{body}\n" for one in KINDS)
    assert understood(text, words)[0] == []


RULE = "- **Trigger**: the lid rattles\n- **Action**: mail the baker\n\n"


@pytest.mark.parametrize("heading", ["Kettle alert rules", "Alarmregeln", "Reglas de alerta"])
def test_rules_of_alerts_are_no_kinds_of_trouble(heading: str, words: Vocabulary) -> None:
    rules = f"### Rule 1 – Rattling\n\n{RULE}### Rule 2 – Steam\n\n{RULE}"
    assert understood(f"## {heading}\n\n{rules}", words)[0] == []


@pytest.mark.parametrize("heading", ["Runbooks", "Kitchen alerts"])
def test_what_is_done_at_an_alert_is_one(heading: str, words: Vocabulary) -> None:
    text = f"## {heading}\n\n### Kettle cold\n\n{COLD}\n### Pot cracked\n\n{POT}\n"
    assert understood(text, words)[0] == ["Kettle cold", "Pot cracked"]


LOOK = "```sh\nkettlectl log\n```\n\nLook for:\n\n- `lid lost`: it boils over\n- `cold`: no fire\n"


@pytest.mark.parametrize(
    ("title", "is_one"),
    [("Reading the kettle log", False), ("Consultar el registro", False), ("查看日志", False),
     ("Kettle boils over", True), ("Lid lost", True)],
)  # fmt: skip
def test_what_to_look_for_is_a_sign_of_trouble_and_no_trouble(
    title: str, is_one: bool, words: Vocabulary
) -> None:
    found = understood(f"## Kitchen\n\n### {title}\n\n{LOOK}", words)[0]
    assert found == ([title] if is_one else [])
