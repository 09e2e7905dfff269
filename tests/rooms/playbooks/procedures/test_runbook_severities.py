"""The level of one runbook: by a label, in a table of its own, in its title; or none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"
KINDS = "- **Kategorie A – Aus:** kein Tee\n- **Kategorie B – Lau:** lauer Tee"


def the_runbook(title: str, body: str, words: Vocabulary) -> Runbook:
    text = f"# Tea\n\n## Runbooks\n\n### {title}\n\n{body}\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    return book


@pytest.mark.parametrize(
    ("title", "key"),
    [("Kettle cold (P1)", "P1"), ("Kettle cold (P1/P2)", "P1"), ("[SEV-2] Kettle cold", "SEV-2"),
     ("P1 – Kettle cold", "P1"), ("Kettle cold: SEV1", "SEV1"), ("Kessel kalt (Prio 1)", "Prio 1"),
     ("湯がない（P3）", "P3"), ("Kettle cold (low water)", None), ("Boiler 2: cold", None),
     ("Kettle P1 cold", None), ("Kettle cold (critical)", "critical"), ("Critical: kettle", None),
     ("Kettle cold (P2 - HIGH)", "P2"), ("Kessel kalt (Prio 1 – Kritisch)", "Prio 1"),
     ("Kettle cold (P1 - room)", None), ("P1 INCIDENT 2: Kettle cold", "P1"),
     ("SEV2 Vorfall 3 – Kessel kalt", "SEV2"), ("P1 kettle: cold", None)],
)  # fmt: skip
def test_the_title_may_tell(title: str, key: str | None, words: Vocabulary) -> None:
    book = the_runbook(title, "", words)
    assert (book.severity, book.severity_line) == (key, 5 if key else None)


@pytest.mark.parametrize(
    ("body", "key"),
    [("Priority: P2", "P2"), ("**Owner:** Ada · **Severity:** SEV3 if alone, else SEV1", "SEV3"),
     ("| Severity | P3 |\n|---|---|\n| Owner | Ada |", "P3"),
     ("| Severity | RTO |\n|---|---|\n| SEV-1 | 5 min |", "SEV-1")],
)  # fmt: skip
def test_a_label_tells_before_the_title(body: str, key: str, words: Vocabulary) -> None:
    assert the_runbook("Kettle cold (P4)", body, words).severity == key


@pytest.mark.parametrize(
    ("first", "key"),
    [("*Always S1.*", "S1"), ("This is P2", "P2"), ("Always cold.", None),
     ("Page the P1 people at once.", None), ("P1 or P2", None), ("Page S1 people", None),
     ("**SEV2.** Look first.", "SEV2"), ("Prio 1", "Prio 1"), ("Severity P2.", "P2")],
)  # fmt: skip
def test_a_first_line_of_a_few_words_may_tell(
    first: str, key: str | None, words: Vocabulary
) -> None:
    assert the_runbook("Kettle cold", first, words).severity == key


@pytest.mark.parametrize(("levels", "key"), [("Stufe 1|Stufe 2", None), ("P1|P2", "P2")])
def test_a_number_of_the_procedure_is_no_level(
    levels: str, key: str | None, words: Vocabulary
) -> None:
    rows = "".join(f"### {one}\n\nTee.\n\n" for one in levels.split("|"))
    head = f"# Tee\n\n## Schweregrade\n\n{rows}## Runbooks\n\n"
    made = compile_playbook(f"{head}### P2 – Kessel kalt\n\nKaltes Wasser.\n\n{WORK}", words)
    assert [book.severity for book in made.runbooks] == [key]


@pytest.mark.parametrize(
    ("said", "key"),
    [("The tea is cold. Severity: SEV2.", "SEV2"), ("Der Tee ist kalt. Priorität: P1.", "P1"),
     ("The tea is cold. Colour: red.", None)],
)  # fmt: skip
def test_a_label_behind_the_first_sentence(said: str, key: str | None, words: Vocabulary) -> None:
    assert the_runbook("Kettle cold", said, words).severity == key


@pytest.mark.parametrize("heading", ["Severity", "Schweregrad", "緊急度"])
def test_a_heading_may_stand_above_the_level(heading: str, words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Runbooks\n\n### Sails torn\n\n"
        f"#### {heading}\n\n**P1** - at once\n\n#### Recovery\n\n- sew\n"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert (book.severity, book.severity_line) == ("P1", 9)


@pytest.mark.parametrize("said", ["P2 → P1 (if it goes on)", "P2 -> P1 after an hour"])
def test_the_level_it_begins_with_counts(said: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Runbooks\n\n### Sails torn\n\n**Severity**: {said}\n\n1. sew\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == "P2"


@pytest.mark.parametrize(
    ("title", "key"),
    [("🔴 CRITICAL: Press jammed", "Critical"), ("Low – ink pale", "Low"), ("Odd: paper", None),
     ("Medium: paper", None), ("Critical press: jammed", None), ("Low ink", None)],
)  # fmt: skip
def test_the_name_of_a_defined_level_may_stand_in_front(
    title: str, key: str | None, words: Vocabulary
) -> None:
    levels = "## Severity\n\n- **Critical**: no paper out\n- **High**: half\n- **Low**: pale\n"
    text = f"# Print shop\n\n{levels}\n## Runbooks\n\n### {title}\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(
    ("said", "key"),
    [("CRITICAL (P1)", "P1"), ("Kritisch (P1)", "P1"), ("P2 (high)", "P2"),
     ("High (2 hours)", "High"), ("High (P1 for the mill)", "High")],
)  # fmt: skip
def test_a_code_in_brackets_behind_a_name_is_the_level(
    said: str, key: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Runbooks\n\n### Sails torn\n\n**Severity**: {said}\n\n1. sew\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(("title", "line"), [("Kettle cold (P1)", 5), ("Kettle cold (P2)", 7)])
def test_a_sentence_that_says_the_titles_level_again_adds_nothing(
    title: str, line: int, words: Vocabulary
) -> None:
    book = the_runbook(title, "This is a P1 by definition.", words)
    assert (book.severity, book.severity_line) == ("P1", line)


@pytest.mark.parametrize(
    ("said", "key"),
    [("Typical severity: P2", "P2"), ("Gravité habituelle : P2", "P2"), ("想定レベル：P2", "P2"),
     ("Severidade típica: P2", "P2"), ("Support level: L2", None),
     ("Level of the water: 2", None)],
)  # fmt: skip
def test_a_word_beside_the_word_for_levels(said: str, key: str | None, words: Vocabulary) -> None:
    levels = "## Levels\n\n- **P1**: no flour\n- **P2**: little flour\n\n"
    text = f"# Mill\n\n{levels}## Runbooks\n\n### Sails torn\n\n{said}\n\n1. sew\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(
    ("levels", "title", "key"),
    [("甲级 乙级", "水壶冷了（甲级）", "甲级"), ("甲级 乙级", "水壶冷了（乙 级）", "乙级"),
     ("甲级 乙级", "甲级：水壶冷了", "甲级"), ("Fleet Boat", "Kettle cold (Boat)", "Boat"),
     ("Grade_I Grade_II", "[Grade II] Kettle cold", "Grade II"),
     ("Fleet Boat", "Kettle cold (boat house)", None), ("A B", "Kettle cold (B)", None),
     ("Fleet Boat", "Kettle cold on a Boat", None)],
)  # fmt: skip
def test_a_level_may_have_any_name_of_the_document(
    levels: str, title: str, key: str | None, words: Vocabulary
) -> None:
    named = [one.replace("_", " ") for one in levels.split()]
    rows = "".join(
        f"| {one} | cold tea, and more of it | {at} h |\n" for at, one in enumerate(named, 1)
    )
    head = "# Tea\n\n## Severity levels\n\n| Level | Means | Response |\n|---|---|---|\n"
    text = f"{head}{rows}\n## Runbooks\n\n### {title}\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(
    ("levels", "said", "key"),
    [("Red|Amber|Blue", "| Item | Text |\n|---|---|\n| Colour | 🟠 Amber |", "Amber"),
     ("Rouge|Orange|Jaune", "**Couleur :** rouge, de nuit aussi", "Rouge"),
     ("Stufe Rot|Stufe Gelb|Stufe Grün", "Farbe: Gelb", "Stufe Gelb"),
     ("Red|Amber|Blue", "Colour: green", None), ("Red|Amber|Blue", "Lamp: red", None),
     ("P1|P2|P3", "Colour: red", None)],
)  # fmt: skip
def test_levels_that_are_colours_stand_behind_that_word(
    levels: str, said: str, key: str | None, words: Vocabulary
) -> None:
    first, second, third = levels.split("|")
    text = (
        f"# Harbour\n\n## Severity\n\n| Level | Response |\n|---|---|\n| {first} | 5 min |\n"
        f"| {second} | 1 h |\n| {third} | 1 day |\n\n"
        f"## Runbooks\n\n### Crane stuck\n\n{said}\n\n{WORK}"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


CLASSES = "## Severity\n\n### {0} 1: Critical\n\n- No tea\n\n### {0} 2: Low\n\n- No cups\n\n"
WORKED = "**Diagnosis**\n1. Look below the sink\n\n**Recovery**\n1. Buy a new one\n\n"
DONE = f"#### Kettle lost\n\n{WORKED}#### Kettle broken\n\n{WORKED}"


@pytest.mark.parametrize("word", ["Level", "Stufe", "Niveau", "Nivel", "Nível"])
def test_a_chapter_of_a_defined_level_gives_it_to_what_stands_below(
    word: str, words: Vocabulary
) -> None:
    below = f"## Response procedures\n\n### {word} 1: Critical cases\n\n{DONE}"
    books = compile_playbook(f"# Tea\n\n{CLASSES.format(word)}{below}", words).runbooks
    told = [(one.title, one.severity, one.severity_line) for one in books]
    assert told == [("Kettle lost", f"{word} 1", 15), ("Kettle broken", f"{word} 1", 15)]
    books = compile_playbook(f"# Tea\n\n{below}", words).runbooks
    assert [one.severity for one in books] == [None, None]


@pytest.mark.parametrize(
    ("levels", "label", "key"),
    [
        (KINDS, "**Kategorie:** B", "Kategorie B"),
        ("- **Level 1:** no tea\n- **Level 2:** weak tea", "Expected level: Level 2", "Level 2"),
        ("- **レベル1：** 湯がない\n- **レベル2：** ぬるい", "対象レベル：レベル1", "レベル1"),
        (KINDS, "**Sorte:** B", None),
        ("- **Level 1:** no tea\n- **Level 2:** weak tea", "Water level: 2 cm", None),
    ],
)  # fmt: skip
def test_a_label_may_say_the_word_of_the_levels(
    levels: str, label: str, key: str | None, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Severity levels\n\n{levels}\n\n## Runbooks\n\n### Kettle cold\n\n"
    (book,) = compile_playbook(f"{text}{label}\n\n{WORK}", words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(
    ("title", "said", "key"),
    [("Kettle cold", "**Escalation:** P1 – ring the warden", "P1"),
     ("Kessel kalt", "**Eskalation:** SEV2, sonst SEV3", "SEV2"),
     ("Kettle cold", "**Escalation:** P2 (lukewarm) → P1 after lunch", "P2"),
     ("Kettle cold (P3)", "**Escalation:** P1.", "P3"),
     ("Kettle cold", "**Escalation:** P1 after 30 minutes", None),
     ("Kettle cold", "**Escalation:** the P1 people", None),
     ("Kettle cold", "**Escalation:** Level 2 support", None),
     ("Kettle cold", "**Next shift:** P1.", None)],
)  # fmt: skip
def test_the_code_as_which_people_are_called_is_the_level(
    title: str, said: str, key: str | None, words: Vocabulary
) -> None:
    assert the_runbook(title, said, words).severity == key


LEVELS = (
    "## Severity\n\n| Severity | Response time |\n|---|---|\n| {} | 5 minutes |\n| {} | 1 day |\n\n"
)


@pytest.mark.parametrize(
    ("keys", "chapter", "title", "levels"),
    [(("P0", "P1"), "Runbooks", "P0-01: Gate broken", ["P0"]),
     (("SEV1", "SEV2"), "Handbücher", "🔴 SEV1-02: Tor klemmt", ["SEV1"]),
     (("CRITICAL", "LOW"), "🔴 CRITICAL — drop all else", "Gate broken", ["CRITICAL"]),
     (("P0", "P1"), "P1 - Incidents of the day", "Gate broken", ["P1"]),
     (("P0", "P1"), "Runbooks", "Gate broken 01: north", [None]),
     (("CRITICAL", "LOW"), "Runbooks — drop all else", "Gate broken", [None])],
)  # fmt: skip
def test_the_level_of_a_title_or_of_the_chapter_above(
    keys: tuple[str, str], chapter: str, title: str, levels: list[str | None], words: Vocabulary
) -> None:
    case = f"### {title}\n\n**Symptoms:**\n- Noise\n\n**Fix:**\n1. Look\n2. Mend\n\n"
    said = f"# Mill\n\n{LEVELS.format(*keys)}## {chapter}\n\n{case}"
    found = compile_playbook(said, words).runbooks
    assert [one.severity for one in found] == levels


@pytest.mark.parametrize(
    ("first", "key"),
    [("Severity: HIGH", "HIGH"), ("Schweregrad: P2", "P2"), ("Time: 1 hour", None),
     ("Look\nSeverity: HIGH", None)],
)  # fmt: skip
def test_the_first_line_of_a_fence_may_tell_it(
    first: str, key: str | None, words: Vocabulary
) -> None:
    body = f"```yaml\n{first}\nActions:\n  1. Look\n  2. Mend\n```\n\n1. Look\n2. Mend\n"
    book = the_runbook("Gate stuck", body, words)
    assert (book.severity, book.severity_line) == (key, 8 if key else None)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("SEV-2: No grain for an hour", "runbook"), ("P1: Sacks for nobody", "runbook"),
     ("No grain for an hour", "procedure"), ("Sacks for nobody", "procedure")],
)  # fmt: skip
def test_what_has_a_level_of_its_own_is_no_way_of_restoring(
    title: str, kind: str, words: Vocabulary
) -> None:
    said = f"# Mill\n\n## Recovery procedures\n\n### {title}\n\n1. Look\n2. Mend\n\n"
    said += "### Restore the race\n\n1. Dig\n2. Fill\n"
    found = compile_playbook(said, words).runbooks
    assert (found[0].title, found[0].kind.value) == (title, kind)
