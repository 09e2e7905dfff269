"""Files of nothing but troubles, and files about good days that look like them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

REPAIR = "```sh\nkettlectl status\nkettlectl restart\n```\n"
SET_UP = "```sh\nkettlectl install\nkettlectl status\n```\n"
STEPS = "1. Lift the lid.\n2. Wipe the coil.\n"


def titles(body: str, words: Vocabulary, title: str = "Tea room") -> list[str]:
    return [book.title for book in compile_playbook(f"# {title}\n\n{body}", words).runbooks]


@pytest.mark.parametrize(
    "named",
    ["KettleWaterLevelLow", "kettle_water_low", "“No tea today”", "« Plus d'eau »",
     "Why is the tea cold?", "なぜ湯が沸かないのか？"],
)  # fmt: skip
def test_a_trouble_is_known_by_its_name(named: str, words: Vocabulary) -> None:
    body = f"## {named}\n\n{REPAIR}\n## Lid stuck\n\n{REPAIR}\n## Contacts\n\n- Ada: 0800\n"
    assert titles(body, words) == [named, "Lid stuck"]


@pytest.mark.parametrize(
    "said",
    ["Alert: `steam == 0 for 5m`", "Alarm: `dampf == 0`", "Alarma: sin vapor", "RTO: 5 min",
     "Se dispara: sin vapor", "Maximum outage: 1 hour"],
)  # fmt: skip
def test_a_trouble_is_known_by_what_it_says_of_itself(said: str, words: Vocabulary) -> None:
    body = f"## Coil\n\n{said}\n\n{REPAIR}\n## Lid\n\n{SET_UP}\n"
    assert titles(body, words) == ["Coil", "Lid"]


def test_beside_a_single_trouble_mere_steps_are_rules(words: Vocabulary) -> None:
    body = f"## Coil\n\nAlert: `steam == 0`\n\n{REPAIR}\n## Handling cups\n\n{STEPS}\n"
    assert titles(body, words) == ["Coil"]


def test_whoever_repairs_looks_first(words: Vocabulary) -> None:
    body = f"## Coil\n\n{REPAIR}\n## Lid\n\n{REPAIR}\n"
    assert titles(body, words, "Kettle runbooks") == ["Coil", "Lid"]
    assert titles(body.replace(REPAIR, SET_UP), words, "Kettle runbooks") == []


def test_a_file_that_speaks_of_no_trouble_has_none(words: Vocabulary) -> None:
    body = f"## Coil\n\n{REPAIR}\n## Lid\n\n{REPAIR}\n"
    assert titles(body, words) == []


@pytest.mark.parametrize(
    "good_day",
    ["Installation", "Deployment", "Useful commands", "Despliegue", "架构", "Add a cup",
     "Guiding principles", "Grundsätze im Teeraum"],
)  # fmt: skip
def test_what_is_done_on_good_days_is_no_trouble(good_day: str, words: Vocabulary) -> None:
    body = (
        f"## KettleWaterLevelLow\n\n{REPAIR}\n## KettleCoilTooHot\n\n{REPAIR}\n"
        f"## {good_day}\n\n{SET_UP}\n"
    )
    found = titles(body.replace("Add a cup", "Move the cups"), words)
    assert found == ["KettleWaterLevelLow", "KettleCoilTooHot"]


def test_names_of_products_are_no_alerts(words: Vocabulary) -> None:
    body = f"## GitHub\n\n{SET_UP}\n## PostgreSQL\n\n{SET_UP}\n## JavaScript\n\n{SET_UP}\n"
    assert titles(body, words) == []


def test_short_names_below_alerts_are(words: Vocabulary) -> None:
    body = f"## Alerts\n\n### CoilHot\n\n{STEPS}\n### LidOpen\n\n{STEPS}\n"
    assert titles(body, words) == ["CoilHot", "LidOpen"]


def test_beside_a_chapter_of_runbooks_nothing_is_added(words: Vocabulary) -> None:
    body = f"## Runbooks\n\n### Coil\n\n{REPAIR}\n## KettleWaterLevelLow\n\n{REPAIR}\n"
    assert titles(body, words) == ["Coil"]


def test_questions_of_newcomers_are_no_troubles(words: Vocabulary) -> None:
    body = f"## How do I start?\n\n{STEPS}\n## Where are the cups?\n\n{SET_UP}\n"
    assert titles(body, words) == []


def test_cards_cut_from_one_pattern_need_no_other_sign(words: Vocabulary) -> None:
    cards = "".join(f"## {name}\n\n**Do this**\n\n{STEPS}\n" for name in ("Coil", "Lid", "Cord"))
    assert titles(cards, words, "Runbooks of the kettle") == ["Coil", "Lid", "Cord"]
    assert titles(cards, words) == []


def test_a_report_of_what_happened_holds_none(words: Vocabulary) -> None:
    body = (
        f"## What happened?\n\n{STEPS}\n## Why did nobody notice?\n\n{STEPS}\n"
        f"## Commands we ran\n\n{REPAIR}\n## Action items\n\n- [ ] new coil\n"
    )
    assert titles(body, words, "Postmortem: cold tea") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kettle hangs", "Tap not reachable"),
        ("Kessel hängt", "Hahn nicht erreichbar"),
        ("Bouilloire en panne", "Robinet bloqué"),
        ("Hervidor caído", "Grifo no responde"),
    ],
)
def test_a_fault_in_the_titles_is_enough(one: str, two: str, words: Vocabulary) -> None:
    first = "## What to do first\n\n1. Look at the lamp.\n2. Ring Ada.\n\n"
    body = f"{first}## {one}\n\n{SET_UP}\n## {two}\n\n{SET_UP}\n"
    assert titles(body, words) == [one, two]


def test_settings_of_good_days_have_no_faults(words: Vocabulary) -> None:
    body = f"## Kettle\n\n{SET_UP}\n## Tap\n\n{SET_UP}\n"
    assert titles(body, words) == []


@pytest.mark.parametrize(
    "named",
    ["`kettle_temp_celsius < 90`", "tea_queue_length > 40", "lid:open:seconds >= 30s",
     "Problem: the lamp", "Störung – die Lampe"],
)  # fmt: skip
def test_a_rule_of_an_alert_or_a_named_problem_is_a_trouble(named: str, words: Vocabulary) -> None:
    body = f"## {named}\n\n{STEPS}\n## Lid stuck\n\n{STEPS}\n"
    assert titles(body, words) == [named, "Lid stuck"]


def test_a_sum_is_no_rule_of_an_alert(words: Vocabulary) -> None:
    body = f"## Cups > plates\n\n{STEPS}\n## Tea = 3 spoons\n\n{STEPS}\n"
    assert titles(body, words) == []


def test_boxes_to_tick_are_steps(words: Vocabulary) -> None:
    boxes = "- [ ] Lift the lid.\n- [ ] Wipe the coil.\n"
    body = f"## Steam drops\n\n{boxes}\n## Deckel klemmt nicht\n\n{boxes}\n"
    assert titles(body, words) == ["Steam drops", "Deckel klemmt nicht"]
    bullets = boxes.replace("[ ] ", "")
    body = f"## Steam drops\n\n{bullets}\n## Deckel klemmt nicht\n\n{bullets}\n"
    assert titles(body, words) == []


@pytest.mark.parametrize("word", ["Symptom", "Problem", "Fehler", "Panne"])
def test_a_title_that_names_its_trouble(word: str, words: Vocabulary) -> None:
    text = (
        f"# Shop\n\n## {word}: Till without a light\n\n1. Plug\n2. Fuse\n\n"
        f"## {word}: Printer idle\n\n1. Paper\n2. Ink\n"
    )
    made = compile_playbook(text, words).runbooks
    assert [one.title for one in made] == [
        f"{word}: Till without a light",
        f"{word}: Printer idle",
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("Weekly", "Monthly"), ("Jede Woche", "Jeden Monat"), ("週次", "月次")]
)
def test_checks_in_a_rhythm_are_no_runbook(first: str, second: str, words: Vocabulary) -> None:
    boxes = "- [ ] oil\n- [ ] dust\n\n"
    repair = "```sh\nmillctl status\nmillctl stop\n```\n\n"
    text = (
        f"# Mill runbook\n\n## Sails stopped\n\n{repair}## Stone failed\n\n{repair}"
        f"## Rounds\n\n### {first}\n\n{boxes}### {second}\n\n{boxes}"
    )
    found = [one.title for one in compile_playbook(text, words).runbooks]
    assert found == ["Sails stopped", "Stone failed"]


FENCED = "### {}\n\n```\n1. Look: is the gate shut?\n2. If shut, open it\n3. Else ring\n```\n\n"


@pytest.mark.parametrize(
    ("titles", "found"),
    [(("Wheel broken", "Race is down", "Grain wet >2 days"),) * 2,
     (("Mühlrad ausgefallen", "Gosse läuft nicht", "Mehl > 3 Tage"),) * 2,
     (("How flour is packed", "Sacks and their sizes"), ())],
)  # fmt: skip
def test_sentences_counted_in_a_fence_are_work(
    titles: tuple[str, ...], found: tuple[str, ...], words: Vocabulary
) -> None:
    body = "".join(map(FENCED.format, titles))
    books = compile_playbook(f"# Mill\n\n## At once\n\n{body}", words).runbooks
    assert [one.title for one in books] == [*found]


def test_a_fenced_list_of_a_chapter_is_none_beside_scenarios(words: Vocabulary) -> None:
    said = FENCED.format("General checks").replace("###", "##")
    case = "### Scenario {}: wheel broken\n\n1. Look\n2. Mend\n\n"
    body = f"## Scenarios\n\n{case.format(1)}{case.format(2)}{said}"
    assert len(compile_playbook(f"# Mill\n\n{body}", words).runbooks) == 2


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [("HighErrorRate", "LidStuck", True), ("`PotFull`", "disk_full", True),
     ("KettleDown", "CoilMissing", True), ("TeaShop", "PotMaker", False),
     ("tea_shop", "PotMaker", False)],
)  # fmt: skip
def test_what_an_alert_is_called_says_its_trouble(
    first: str, second: str, known: bool, words: Vocabulary
) -> None:
    body = f"## {first}\n\n{STEPS}\n## {second}\n\n{STEPS}"
    assert titles(body, words) == ([first, second] if known else [])


@pytest.mark.parametrize("title", ["Login failures", "Netzprobleme", "Order problems"])
def test_failures_of_something_beside_a_trouble_are_one(title: str, words: Vocabulary) -> None:
    body = f"## {title}\n\n{STEPS}\n## Lid stuck\n\n{STEPS}\n## Contacts\n\n- Ada: 0800\n"
    assert titles(body, words) == [title, "Lid stuck"]
    assert titles(body.replace(STEPS, "Ask Ada.\n"), words) == []


@pytest.mark.parametrize("title", ["First 5 minutes (any incident)", "Erste 10 Minuten (immer)"])
def test_the_first_minutes_of_all_of_them_are_none(title: str, words: Vocabulary) -> None:
    body = f"## {title}\n\n{STEPS}\n## Pot leaks\n\n{STEPS}\n## Lid stuck\n\n{STEPS}\n"
    assert titles(body, words) == ["Pot leaks", "Lid stuck"]
    named = "Pot hot (any kettle)"
    assert titles(body.replace(title, named), words) == [named, "Pot leaks", "Lid stuck"]
