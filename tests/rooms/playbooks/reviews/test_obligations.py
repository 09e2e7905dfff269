"""By when an incident is looked back upon; a time in a case is no deadline."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"
SAID = (
    ("P1 within 4 days; P2 only if it happens twice in a month.", [(345600, ("P1",))]),
    ("P1 en un máximo de 4 días, si se puede.", [(345600, ("P1",))]),
    ("P1 em até 4 dias; P2 em até 9 dias.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("P1 within 4 days, the others within 9 days.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("In 4 days for P1, in 9 days for the rest.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("P1 binnen 4 Tagen, alle anderen in 9 Tagen.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("The report is written by whoever had the helm.", []),
    ("P1: 4 days; P2: 9 days.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("P1: 4 days on the bridge are the most anybody stood.", []),
    ("The spill of a P1 is rehearsed at the latest 9 days before the fair.", []),
    ("In practice the review of a P1 is written within 4 days.", [(345600, ("P1",))]),
    ("- **P1**: review in 4 days → 15-minute round", [(345600, ("P1",))]),
    ("What went well: P1 was noticed within 2 minutes.", []),
    ("P1 within 4 days. Guests may ask for a refund within 9 days.", [(345600, ("P1",))]),
)


@pytest.mark.parametrize(("text", "deadlines"), SAID)
def test_deadlines_with_their_levels(
    text: str, deadlines: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    found = [(one.within.seconds, one.keys) for one in review.deadlines if not one.optional]
    assert found == deadlines


@pytest.mark.parametrize(
    ("text", "is_due"),
    [("P1 is talked through in the Friday meeting of the same week.", True),
     ("P1 wird in der nächsten Teamsitzung besprochen.", True),
     ("Every P1: notes by Friday.", True), ("Nach jedem P1 ein Bericht bis Montag.", True),
     ("P1: ata até sexta-feira.", True),
     ("On Friday the lead of a P1 rests.", False), ("Actions are closed by Friday.", False),
     ("The next meeting room is on the left.", False),
     ("Actions are discussed in the next team meeting.", False)],
)  # fmt: skip
def test_a_meeting_may_be_the_deadline(text: str, is_due: bool, words: Vocabulary) -> None:
    found = compile_playbook(LEVELS + text + "\n", words).review.deadlines
    assert [one.within.calendar for one in found] == (["event"] if is_due else [])


def test_a_chapter_after_every_level_is_about_reviews(words: Vocabulary) -> None:
    text = LEVELS.replace("## Post-mortem", "## After every P1 or P2")
    review = compile_playbook(text + "The lead writes a note within 5 days.\n", words).review
    assert [one.within.seconds for one in review.deadlines] == [432000]


@pytest.mark.parametrize(
    ("text", "required", "optional"),
    [("Für P1 ist ein Bericht Pflicht. Für P2 wird er empfohlen.", ("P1",), [("P2",)]),
     ("P1 wird immer besprochen. P2 nur wenn die Ursache offen ist.", ("P1",), [("P2",)]),
     ("Une revue est obligatoire pour P1, recommandée pour P2.", ("P1",), [("P2",)]),
     ("A review takes place only if it was a P1.", ("P1",), []),
     ("P1 gets a review. P2 needs a short note in the log.", ("P1",), []),
     ("P1 Pflicht. Für P2 reicht eine Zeile im Buch.", ("P1",), []),
     ("P1 obligatoire ; une ligne suffit pour chaque P2.", ("P1",), []),
     ("Pour P1 et P2, rédigez un retour d'expérience.", ("P1", "P2"), [])],
)  # fmt: skip
def test_for_whom_a_review_is_due_and_for_whom_it_may_be_left(
    text: str, required: tuple[str, ...], optional: list[tuple[str, ...]], words: Vocabulary
) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert review.required_for == required
    assert [one.keys for one in review.deadlines if one.optional] == optional


def test_a_time_in_the_case_of_a_cell_is_no_deadline(words: Vocabulary) -> None:
    rows = "| Stufe | Wann | Frist |\n|---|---|---|\n| P1 | immer | 3 Tage |\n"
    case = "| P2 | wenn er zweimal in einem Monat vorkommt | 9 Tage |\n"
    review = compile_playbook(LEVELS + rows + case, words).review
    assert [one.within.seconds for one in review.deadlines] == [259200, 777600]


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [("Post-mortem", "P1: review in the week after.", [(604800, None, ("P1",))]),
     ("When the hall is dry", "P1 and P2: review the following week.",
      [(604800, None, ("P1", "P2"))]),
     ("Cierre e informe", "Informe de P1 en 2 horas y de P2 en 4 días.",
      [(7200, None, ("P1",)), (345600, None, ("P2",))]),
     ("Post-mortem", "P2: review in the next hall meeting.", [(None, "event", ("P2",))]),
     ("When the hall is dry", "The floor is waxed the following week.", [])],
)  # fmt: skip
def test_deadlines_bound_to_a_week_or_a_meeting(
    title: str,
    text: str,
    found: list[tuple[int | None, str | None, tuple[str, ...]]],
    words: Vocabulary,
) -> None:
    page = LEVELS.replace("## Post-mortem", f"## {title}") + text + "\n"
    review = compile_playbook(page, words).review
    assert [
        (one.within.seconds, one.within.calendar, one.keys) for one in review.deadlines
    ] == found
    assert set(review.required_for or ()) == {key for _, _, keys in found for key in keys}


OPEN = (
    "P1 always, P2 if it was strange.", "Required for P1; P2 when somebody asks for it.",
    "P1 immer. P2 falls jemand fragt.", "P1 in 4 days; for P2 the lead decides.",
    "P1 sous 4 jours ; P2 : le chef décide.", "- P1：4 天内\n- P2：看情况",
)  # fmt: skip


@pytest.mark.parametrize("text", OPEN)
def test_a_level_that_is_left_open(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert [one.keys for one in review.deadlines if one.optional] == [("P2",)]
    assert review.required_for == ("P1",)


@pytest.mark.parametrize("text", ["P1 in 4 days; P2 never.", "P1 binnen 4 Tagen, P2 gar nicht."])
def test_a_level_without_a_review(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert [one.keys for one in review.deadlines] == [("P1",)]
    assert review.required_for == ("P1",)


@pytest.mark.parametrize(
    "text",
    ["A post-mortem is mandatory for P1 (72h) and P2 (7 days).",
     "Ein Bericht ist Pflicht bei P1 (72 Stunden) und P2 (7 Tage)."],
)  # fmt: skip
def test_a_time_in_a_parenthesis_behind_its_level(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    found = [(one.within.seconds, one.keys) for one in review.deadlines]
    assert found == [(259200, ("P1",)), (604800, ("P2",))]


@pytest.mark.parametrize("text", ["P1 (15 min) starts the bridge.", "P1 (since 2 days) is over."])
def test_other_parentheses_are_no_deadline(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS.replace("Post-mortem", "Starting") + text, words).review
    assert review.deadlines == ()


def test_a_clause_that_is_only_a_time(words: Vocabulary) -> None:
    for text in ("* P1 – full report, 5 days", "* P1: Bericht, 5 Tage"):
        review = compile_playbook(LEVELS + text + "\n", words).review
        assert [(one.within.seconds, one.keys) for one in review.deadlines] == [(432000, ("P1",))]


def test_what_is_recommended_is_not_asked_for(words: Vocabulary) -> None:
    text = "Obligatoire pour les P1 (sous 72 heures) et recommandé pour les P2 (sous 10 jours)."
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert [one.keys for one in review.deadlines] == [("P1",), ("P2",)]
    assert review.required_for == ("P1",)


def test_a_level_that_meets_in_the_weekly_meeting(words: Vocabulary) -> None:
    for text in ("P1: draft in 2 days. P2: in the weekly meeting.",
                 "P1 wird in 2 Tagen besprochen; P2 in der nächsten Teamsitzung."):  # fmt: skip
        review = compile_playbook(LEVELS + text + "\n", words).review
        assert review.deadlines[-1].within.calendar == "event"
        assert review.deadlines[-1].keys == ("P2",)


def test_for_whom_it_applies(words: Vocabulary) -> None:
    for text in ("- Draft: 2 business days\n- Applies to: P1, P2", "Gilt für P1 und P2."):
        assert compile_playbook(LEVELS + text + "\n", words).review.required_for == ("P1", "P2")


def test_a_level_of_its_own_heading_is_what_its_review_is_about(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity levels\n\n### P1\n\n- Post-incident review within 4 days\n\n"
        "### P2\n\n- Optional post-incident review\n"
    )
    found = compile_playbook(text, words).review.deadlines
    assert [(one.keys, one.optional) for one in found] == [(("P1",), False), (("P2",), True)]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Post-mortem (1-2 days)", [(172800, False)]),
        ("4 days: post-mortem", [(345600, False)]),
        ("Nachbesprechung (1-2 Tage)", [(172800, False)]),
        ("Post-mortem (by choice, optional)", [(None, True)]),
        ("Post-mortem (45 minutes)", []),
        ("4 days: repairs after the incident", []),
        ("Post-mortem (in the small hall)", []),
    ],
)
def test_a_heading_tells_by_when(
    title: str, wanted: list[tuple[int | None, bool]], words: Vocabulary
) -> None:
    review = compile_playbook(f"# T\n\n## {title}\n\nAll who stood watch.\n", words).review
    assert [(one.within.seconds, one.optional) for one in review.deadlines] == wanted


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("- [ ] Signs repainted (if needed)", 0),
        ("- [ ] Report (if needed)", 1),
        ("- [ ] Did we write within 9 days?", 0),
        ("- [ ] We write within 9 days.", 1),
    ],
)
def test_tasks_and_questions_beside_a_review_set_no_day(
    text: str, count: int, words: Vocabulary
) -> None:
    review = compile_playbook(f"{LEVELS}After every P1:\n\n{text}\n", words).review
    assert len(review.deadlines) == count


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (
            "Review",
            (
                "A review of rank S is held within 3 days. The review of rank A is within 9 days. "
                "Rank B is reviewed if anybody wants it."
            ),
        ),
        (
            "Retour d'expérience",
            (
                "Le rang S est revu sous 3 jours. Pour le rang A, le retour d'expérience se tient "
                "sous 9 jours. Rang B : si quelqu'un le souhaite."
            ),
        ),
        (
            "ふりかえり",
            (
                "ランク S は3日以内に会を開きます。ランク A のふりかえり会は9日以内です。"
                "ランク B は希望者がいれば開きます。"
            ),
        ),
    ],
)
def test_a_rank_that_is_a_letter_has_a_deadline_of_its_own(
    heading: str, told: str, words: Vocabulary
) -> None:
    text = (
        "# Mill\n\n## Severity\n\n| Level | Impact | Resolution |\n|---|---|---|\n"
        "| S | wheel off | 1 h |\n| A | flour coarse | 2 h |\n| B | sign askew | 3 days |\n\n"
        f"## {heading}\n\n{told}\n"
    )
    rules = compile_playbook(text, words).review
    found = [(one.keys, one.within.seconds, one.optional) for one in rules.deadlines]
    assert found == [(("S",), 259200, False), (("A",), 777600, False), (("B",), None, True)]
    assert rules.required_for == ("S", "A")


@pytest.mark.parametrize(
    "text",
    [
        "- P1: 4 days\n- P2: voluntary",
        "- P1: 4 jours\n- P2 : bilan facultatif",
        "- P1: 4 dias\n- P2: análise facultativa",
        "- P1：4 天内\n- P2：自愿",
        "P1 within 4 days. P2: on request.",
        "Jeder P1 in 4 Tagen und P2 nur auf Verlangen.",
    ],
)
def test_a_review_that_is_free_or_on_request_is_left_open(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert [one.keys for one in review.deadlines if one.optional] == [("P2",)]
    assert review.required_for == ("P1",)


@pytest.mark.parametrize("text", ["P1 in 4 days and P2 in 9.", "P1 within 4 days and with P2."])
def test_a_deadline_beside_another_is_not_left_open(text: str, words: Vocabulary) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert not any(one.optional for one in review.deadlines)


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("P1: a review if it repeats (≥3 in 24h).", []),
        ("P2: a review where it came 4x within 9 days.", []),
        ("A review of P1 (in 4 days).", [345600]),
        ("P1: review 1 within 4 days.", [345600]),
    ],
)
def test_so_many_in_a_time_are_no_deadline(
    text: str, deadlines: list[int], words: Vocabulary
) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    assert [one.within.seconds for one in review.deadlines if not one.optional] == deadlines
