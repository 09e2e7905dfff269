"""What is practised, by period or by event; and what is only read again."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.drills import PRACTICE
from runcard.domain.playbooks.vocabulary import Vocabulary


def drills(text: str, words: Vocabulary) -> list[tuple[str, int | None, str | None]]:
    found = compile_playbook(f"# Tea\n\n{text}\n", words).drills
    return [(one.every.text, one.every.seconds, one.every.calendar) for one in found]


@pytest.mark.parametrize(
    ("entry", "event"),
    [("Kettle: every delivery day", "every delivery day"),
     ("Spare pot before each feast", "before each feast"),
     ("Kessel: vor jedem Fest", "vor jedem Fest"), ("Bouilloire : avant chaque fête",
      "avant chaque fête"), ("Tetera: antes de cada fiesta", "antes de cada fiesta"),
     ("Teeprobe: antes do Natal", "antes do Natal"), ("Hot water: after an upgrade",
      "after an upgrade"),
     ("湯の訓練: 毎回の祭りの前", "毎回の祭りの前"), ("热水演练：每次节日前", "每次节日前")],
)  # fmt: skip
def test_before_or_after_what_happens(entry: str, event: str, words: Vocabulary) -> None:
    assert drills(f"## Drills\n\n- {entry}", words) == [(event, None, "event")]


def test_a_cell_may_hold_an_event(words: Vocabulary) -> None:
    table = "| Drill | When |\n|---|---|\n| Kettle | with each release |\n| Pot | 2x per year |"
    assert drills(f"## Drills\n\n{table}", words) == [
        ("with each release", None, "event"), ("2x per year", 15768000, None),
    ]  # fmt: skip


def test_a_label_says_it_in_any_chapter(words: Vocabulary) -> None:
    text = "## After the feast\n\n**Rehearsals**: pot before every feast; kettle once a month."
    assert drills(text, words) == [("before every feast", None, "event"),
                                   ("once a month", 2592000, None)]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    ["This plan is reviewed twice a year.", "After every drill the book is corrected.",
     "Dieses Blatt wird jährlich überarbeitet.", "Every new joiner reads this."],
)  # fmt: skip
def test_reading_the_document_again_is_no_drill(sentence: str, words: Vocabulary) -> None:
    assert drills(f"## Testing\n\n{sentence}", words) == []


def test_a_plan_of_tests_is_a_home_of_drills(words: Vocabulary) -> None:
    table = "| # | Test | Frequency |\n|---|---|---|\n| 1 | Kettle | Quarterly |"
    assert drills(f"## 3. Test plan\n\n{table}", words) == [("Quarterly", 7776000, None)]


@pytest.mark.parametrize(
    ("entry", "found"),
    [("Kettle: before each season", ("before each season", None, "event")),
     ("Bouilloire : avant chaque trimestre", ("avant chaque trimestre", None, "event")),
     ("Kettle: after every 2 weeks", ("every 2 weeks", 1209600, None)),
     ("Chaleira: a cada trimestre", ("a cada trimestre", 7776000, None))],
)  # fmt: skip
def test_before_a_season_is_no_period(
    entry: str, found: tuple[str, int | None, str | None], words: Vocabulary
) -> None:
    (drill,) = drills(f"## Drills\n\n- {entry}", words)
    assert drill[1:] == found[1:]


def test_practice_is_a_label_in_any_chapter(words: Vocabulary) -> None:
    text = "## Contacts\n\nPractice: spare pot in the week before each feast, last done in May."
    assert drills(text, words) == [("before each feast", None, "event")]


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        ("We hold a kettle exercise with both kitchens every quarter.", 7776000),
        ("Jedes Quartal gibt es eine Übung mit dem Ersatzkessel.", 7776000),
        ("The review of each spill is read every quarter.", None),
    ],
)
def test_a_sentence_about_practice_counts_in_the_chapter_of_reviews(
    sentence: str, seconds: int | None, words: Vocabulary
) -> None:
    found = drills(f"## Post-incident review\n\n{sentence}", words)
    assert [one[1] for one in found] == ([] if seconds is None else [seconds])


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (("The spare pot is tried in spring and autumn. The bell is rung on the first "
         "working day of every month."), [15768000, 2592000]),
        ("Once a month the cook hides the kettle. The spare pot is rehearsed each quarter.",
         [2592000, 7776000]),
        ("Der Ersatztopf wird halbjährlich geübt, die Glocke jeden Monat einmal.",
         [15768000, 2592000]),
        ("La théière de secours est essayée chaque trimestre ; la cloche, une fois par mois.",
         [7776000, 2592000]),
        ("La tetera de reserva se ensaya cada trimestre; la campana, cada mes.",
         [7776000, 2592000]),
        ("La teiera di riserva si prova ogni trimestre, la campana ogni mese.",
         [7776000, 2592000]),
        ("De reservepot wordt elk kwartaal geoefend, de bel elke maand.", [7776000, 2592000]),
        (("Exercises: the urn is unplugged for real every second Thursday; a spilt pot is played "
         "as a table-top twice a year."), [1209600, 15768000]),
        ("Game day: every second month, drawn by lot.", [5184000]),
    ],
)  # fmt: skip
def test_prose_at_the_end_of_another_section(
    said: str, seconds: list[int], words: Vocabulary
) -> None:
    found = drills(f"## Contacts\n\n- Cook: +44 1632 960 118\n\n{said}", words)
    assert [one[1] for one in found] == seconds


@pytest.mark.parametrize(
    "said",
    ["The menu is printed every month.", "We write to guests daily. Tea is served every week.",
     "This page is reviewed every quarter."],
)  # fmt: skip
def test_what_only_comes_again_is_no_drill(said: str, words: Vocabulary) -> None:
    assert drills(f"## Contacts\n\n{said}", words) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [("## Danach\n\nÜbung: Tee ohne Strom, jeden März.", "jeden März"),
     ("## Après\n\nUn exercice de bouilloire a lieu chaque octobre.", "chaque octobre"),
     ("## Drills\n\n- Cold kettle: each Nov.", "each Nov")],
)  # fmt: skip
def test_the_same_month_is_once_a_year(text: str, month: str, words: Vocabulary) -> None:
    assert drills(text, words) == [(month, 31536000, None)]


def test_what_is_practised_may_stand_before_the_comma(words: Vocabulary) -> None:
    text = "# Tee\n\n## Danach\n\nÜbung: Tee ohne Strom, jeden März.\n"
    (found,) = compile_playbook(text, words).drills
    assert found.what == "Übung: Tee ohne Strom"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("Einmal im Jahr, vor dem Fest, wird der kalte Kessel geübt.",
      [("wird der kalte Kessel geübt.", 31536000)]),
     ("The cold kettle is rehearsed with both crews, twice a year.",
      [("The cold kettle is rehearsed with both crews", 15768000)]),
     ("Una vez al año, antes de la fiesta, se ensaya sin agua.",
      [("se ensaya sin agua.", 31536000)]),
     ("Once a year, in the hall, the plan is read.", []),
     ("Every week, actions from exercises are read out.", [])],
)  # fmt: skip
def test_how_often_may_stand_in_a_clause_of_its_own(
    sentence: str, found: list[tuple[str, int]], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Afterwards\n\nA report is due within 5 days.\n\n{sentence}\n"
    drilled = compile_playbook(text, words).drills
    assert [(one.what, one.every.seconds) for one in drilled] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Spare pot in March and October.", [("March and October", 15768000, None)]),
     ("Topf im Januar, Juni und September.", [("Januar, Juni und September", 10512000, None)]),
     ("Spare pot twice a year, in March and October.", [("twice a year", 15768000, None)]),
     ("Spare pot in March 2031 and in October 2031.", []),
     ("Spare pot: every team, twice a year", [("twice a year", 15768000, None)]),
     ("Ensayos: dos al año", [("dos al año", 15768000, None)])],
)  # fmt: skip
def test_months_and_periods_in_clauses_of_their_own(
    text: str, found: list[tuple[str, int | None, str | None]], words: Vocabulary
) -> None:
    assert drills(f"## Practice\n\n{text}", words) == found


def test_what_goes_with_a_repair_is_no_drill(words: Vocabulary) -> None:
    text = "## Runbooks\n\n### Kettle cold\n\nOpen the taps, with a dry run before each tap."
    assert drills(text, words) == []


def test_no_word_of_practice_goes_over_the_end_of_a_sentence(words: Vocabulary) -> None:
    """A section is left at once where none of its whole lines speaks of practice."""
    said = (one for one, concepts in words.talk.phrases.items() if PRACTICE & {*concepts})
    assert not any(set(phrase) & set(",;:!?。；：！？") for phrase in said)


def test_each_entry_below_a_period_is_practised_as_often(words: Vocabulary) -> None:
    text = "## Drills\n\n**Monthly:**\n- Test the bell\n- Buy tea\n- Full exercise in the hall\n"
    found = compile_playbook(f"# Tea\n\n{text}\n**Yearly:**\n- Buy cups\n", words).drills
    told = [(one.what, one.every.line) for one in found]
    assert told == [("Test the bell", 5), ("Full exercise in the hall", 5), ("", 10)]


def test_a_list_of_drills_below_a_heading_of_practice_is_practised_as_often(
    words: Vocabulary,
) -> None:
    tested = "- Test the bell\n- Sound the horn\n- Rehearsal in the hall\n"
    found = compile_playbook(f"# Tea\n\n### Monthly Testing\n\n{tested}", words).drills
    told = [(one.what, one.every.line) for one in found]
    assert told == [("Test the bell", 3), ("Sound the horn", 3), ("Rehearsal in the hall", 3)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Monthly drill", "- Ring the bell\n- Count the cups\n- Test the horn\n"),
        ("Monthly testing", "1. Test the bell\n2. Test the horn\n"),
        ("Monthly fire drill", "- Test the bell\n- Test the horn\n"),
    ],
)
def test_the_steps_of_a_drill_are_none(title: str, body: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Tea\n\n### {title}\n\n{body}", words).drills
    assert [one.what for one in found] == [title]


def test_an_adjective_may_say_how_often(words: Vocabulary) -> None:
    text = "# Dyke\n\n## Drills\n\nPerform annual fire drills:\n\n1. Ring the bell\n"
    (drill,) = compile_playbook(text, words).drills
    assert drill.every.seconds == 365 * 86400


@pytest.mark.parametrize(
    ("year", "quarter"),
    [("1 time a year", "1x per quarter"), ("1 mal im Jahr", "einmal im Vierteljahr"),
     ("1 fois par an", "1 fois par trimestre"), ("1 vez al año", "1 vez al trimestre"),
     ("1 vez por ano", "1 vez por trimestre"), ("每年1次", "每季度1次"), ("年1回", "四半期1回")],
)  # fmt: skip
def test_once_may_be_written_with_a_figure(year: str, quarter: str, words: Vocabulary) -> None:
    table = f"| Drill | Rhythm |\n|---|---|\n| Kettle | {year} |\n| Pot | {quarter} |"
    assert drills(f"## Drills\n\n{table}", words) == [
        (year, 31536000, None), (quarter, 7776000, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "entry", "other"),
    [
        ("Monthly review", "Fire drill with the cooks", "Read the log"),
        ("Monatliche Durchsicht", "Übung mit den Köchen", "Log lesen"),
        ("Revue mensuelle", "Exercice avec les cuisiniers", "Lire le journal"),
    ],
)
def test_a_drill_among_other_work_of_a_period(
    title: str, entry: str, other: str, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## After the feast\n\n### {title}\n\n- {other}\n- {entry}\n"
    found = compile_playbook(text, words).drills
    assert [(one.what, one.every.line, one.every.seconds) for one in found] == [
        (entry, 5, 30 * 86400)
    ]


@pytest.mark.parametrize(
    ("title", "entry"),
    [
        ("Monthly review", "Read the log"),
        ("The last review", "Fire drill with the cooks"),
        ("Review within a month", "Fire drill with the cooks"),
    ],
)
def test_other_work_or_no_period_is_no_drill(title: str, entry: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## After the feast\n\n### {title}\n\n- Count the cups\n- {entry}\n"
    assert compile_playbook(text, words).drills == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [("## On s'entraîne\n\nBouilloire : une fois par trimestre. La panne a lieu deux fois par an.",
      [7776000, 15768000]),
     ("## Wir üben\n\nKessel umschalten: monatlich.", [2592000]),
     ("## What we practise\n\nThe spare pot is boiled once a month.", [2592000]),
     ("## Treinamos\n\n- Trocar a chaleira: uma vez por trimestre", [7776000]),
     ("## 日頃の練習\n\n- 湯を沸かす：毎月", [2592000]),
     ("## The market\n\nA role play is held twice a year.", [15768000]),
     ("## On s'entraide\n\nLe marché a lieu deux fois par an.", [])],
)  # fmt: skip
def test_a_heading_may_be_a_sentence_about_practice(
    text: str, found: list[int], words: Vocabulary
) -> None:
    assert [seconds for _, seconds, _ in drills(text, words)] == found


@pytest.mark.parametrize(("said", "found"),
    [("On répète le saut de la bouilloire une fois par trimestre.", [7776000]),
     ("Ensayamos la tetera de reserva cada trimestre.", [7776000]),
     ("Treinamos a chaleira reserva a cada trimestre.", [7776000]),
     ("Nous nous entraînons à la bouilloire une fois par an.", [31536000]),
     ("On teste le pot deux fois l'an.", [15768000]), ("Jedes Jahr testen wir sie.", [31536000]),
     ("On lave la bouilloire une fois par trimestre.", []), ("Es regnet deux fois l'an.", [])],
)  # fmt: skip
def test_what_we_practise_under_any_heading(said: str, found: list[int], words: Vocabulary) -> None:
    assert [seconds for _, seconds, _ in drills(f"## The kettle\n\n{said}", words)] == found


@pytest.mark.parametrize(
    ("said", "count"), [("the procedures", 1), ("the response plan", 1), ("tea", 0), ("pots", 0)]
)
def test_to_test_the_plan_is_a_drill(said: str, count: int, words: Vocabulary) -> None:
    assert len(drills(f"## Later\n\n- Test {said} once a year", words)) == count
