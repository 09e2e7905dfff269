"""Pictures of chains: who stands in a box, who on a branch, and what a note is about."""

from runcard.domain.playbooks.chains.drawings import diagram_steps
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, str | None, int | None]]


def drawn(picture: str, words: Vocabulary) -> Rungs:
    lines = [Text(line, at) for at, line in enumerate(picture.splitlines(), 1)]
    steps = diagram_steps(lines, words)
    return [(one.who, one.condition, one.after and one.after.seconds) for one in steps]


def test_a_note_on_the_arrow_is_for_the_box_below(words: Vocabulary) -> None:
    picture = """\
Level 1: Duty brewer
    |
    v (not cooled in 20 min OR P1)
Level 2: Cellar lead (channel #cellar)
    ↓ (P1 longer than 1 hour)
Level 3: Owner + press
"""
    assert drawn(picture, words) == [
        ("Duty brewer", None, None),
        ("Cellar lead", "not cooled in 20 min OR P1", 1200),
        ("Owner + press", "P1 longer than 1 hour", 3600),
    ]


def test_a_note_below_the_last_box_makes_all_of_them_about_the_box_above(
    words: Vocabulary,
) -> None:
    picture = """\
T1 (duty brewer)
  │ picks up within 10 min
  ▼
T2 (cellar lead)
  │ is woken for every P1
  ▼
Owner
  │ told at the start of a P1
"""
    assert [(who, case) for who, case, _ in drawn(picture, words)] == [
        ("duty brewer", "picks up within 10 min"),
        ("cellar lead", "is woken for every P1"),
        ("Owner", "told at the start of a P1"),
    ]


def test_of_several_lines_beside_an_arrow_the_cases_count(words: Vocabulary) -> None:
    picture = "L1 — miller\n  │ sleeps at the mill\n  │ no answer in 5 min\n  ▼\nL2 — owner\n"
    assert drawn(picture, words) == [("miller", None, None), ("owner", "no answer in 5 min", 300)]


def test_questions_answers_and_deeds_are_nobody(words: Vocabulary) -> None:
    picture = """\
Alarm rings
  |
  v
Duty brewer (10 min response)
  |-- Can he mend it? --> Mends it, writes the log
  |
  v (30 min)
Owner
  |-- Declares an emergency
  |-- Names a chief
"""
    assert [who for who, _, _ in drawn(picture, words)] == ["Duty brewer", "Owner"]


def test_a_question_with_a_wait_may_call_somebody(words: Vocabulary) -> None:
    picture = "Duty brewer\n  ├── Mended? → Close the book\n  └── Not in 20 min? → Cellar lead\n"
    assert drawn(picture, words) == [
        ("Duty brewer", None, None),
        ("Cellar lead", "Not in 20 min?", 1200),
    ]


def test_branches_by_level(words: Vocabulary) -> None:
    picture = """\
Alarm
  ├─ S4: brewer looks, no escalation
  ├─ S3: Escalate to cellar lead
  └─ S1: everybody, owner + press
"""
    assert drawn(picture, words) == [
        ("cellar lead", "S3", None),
        ("everybody, owner + press", "S1", None),
    ]


def test_a_tree_of_people(words: Vocabulary) -> None:
    picture = "Brewer\n├─► Cellar lead (after 15 min)\n│   └─► Owner (if a vat bursts)\n"
    assert drawn(picture, words) == [
        ("Brewer", None, None),
        ("Cellar lead", "after 15 min", 900),
        ("Owner", "if a vat bursts", None),
    ]


def test_a_frame_is_around_one_name(words: Vocabulary) -> None:
    picture = """\
┌───────────────┐
│ Duty brewer   │
│ (0-10 min)    │
└───────────────┘
        │ no answer
        ▼
┌───────────────┐
│ Cellar lead   │
└───────────────┘
"""
    assert drawn(picture, words) == [
        ("Duty brewer", "0-10 min", None),
        ("Cellar lead", "no answer", None),
    ]


def test_a_wait_in_front_of_the_arrow(words: Vocabulary) -> None:
    picture = "At once → brewer\n5 min → cellar lead (if silent)\n30 min no ack → owner\n"
    assert drawn(picture, words) == [
        ("brewer", "At once", 0),
        ("cellar lead", "5 min, if silent", 300),
        ("owner", "30 min no ack", 1800),
    ]


def test_what_leads_to_a_channel_calls_nobody(words: Vocabulary) -> None:
    assert drawn("WARNING → chat message\nCRITICAL → e-mail to all\n", words) == []


def test_what_somebody_does_below_his_name_is_nobody(words: Vocabulary) -> None:
    pictures = (
        "Miller\n  • keeps the log\n   |\n   v\nOwner\n  • tells the\n    council\n",
        "Miller\n  - keeps the log\n   ↓\nOwner\n",
        "Miller\n────────\n* keeps the log,\n  by night, too\n   │\n   ▼\nOwner\n",
    )
    for picture in pictures:
        assert drawn(picture, words) == [("Miller", None, None), ("Owner", None, None)]


def test_a_case_on_a_line_of_its_own_is_for_the_one_below(words: Vocabulary) -> None:
    pictures = {
        "Automatic detection\n ↓\nMiller\n ↓\nIf he is silent for 20 min:\n  → owner (soon)\n": (
            "If he is silent for 20 min"
        ),
        "Miller\n ↓\nWenn er in 20 Minuten nicht antwortet:\n  owner\n": (
            "Wenn er in 20 Minuten nicht antwortet"
        ),
        "Détection\n ↓\nMiller\n ↓\nSi pas de réponse en 20 min :\n  → owner\n": (
            "Si pas de réponse en 20 min"
        ),
    }
    for picture, case in pictures.items():
        assert drawn(picture, words) == [("Miller", None, None), ("owner", case, 1200)]


def test_an_answer_calls_somebody_in_the_case_of_its_question(words: Vocabulary) -> None:
    picture = """\
Alert: vat too warm
├─ Longer than 10 min? (by the clock)
│  ├─ Yes → Page the cellar lead
│  └─ No → Brewers cool it by hand
├─ Cause still unknown?
│  ├─ Yes → Call the owner immediately
│  └─ No → Go on
├─ Cool by now?
│  ├─ No → Page the mate
│  └─ Yes → Close the book
└─ Pour away, or keep?
"""
    assert drawn(picture, words) == [
        ("cellar lead", "Longer than 10 min? (by the clock)", 600),
        ("owner", "Cause still unknown?", None),
        ("mate", "Cool by now? No", None),
    ]


def test_an_alert_that_is_given_is_no_alarm_that_comes_in(words: Vocabulary) -> None:
    picture = "Alert: vat too warm\n  ↓\nAlert on-call brewer (by radio)\n  ↓ (10 min)\nOwner\n"
    assert drawn(picture, words) == [("on-call brewer", None, None), ("Owner", "10 min", 600)]


def test_numbered_work_is_no_chain(words: Vocabulary) -> None:
    work = "1. Look at the vat\n  ↓\n2. Cool it by hand\n  ↓\n3. Call the cellar lead\n"
    assert drawn(work, words) == []
    people = "1. Night engineer\n  ↓\n2. Cellar lead\n  ↓\n3. CTO\n"
    assert len(drawn(people, words)) == 3


def test_an_arrow_in_brackets_leads_to_nobody(words: Vocabulary) -> None:
    picture = "Duty miller (bell → radio)\n  ↓\nFlour stands 15 min → Page mill owner\n"
    assert drawn(picture, words)[0][0] == "Duty miller"
    picture = "Duty miller (bell → radio)\n  ↓\nIf it stands for 15 min → Page mill owner\n"
    assert drawn(picture, words)[1] == ("mill owner", "If it stands for 15 min", 900)


def test_beside_a_case_on_the_arrow_the_wait_stands_behind_the_name(words: Vocabulary) -> None:
    picture = """\
Ferryman
  ↓ (if the rope is torn)
Harbour master (within 20 min)
  ↓ (not ashore in 2 hours)
Mayor (within 30 min)
"""
    assert drawn(picture, words) == [
        ("Ferryman", None, None),
        ("Harbour master", "if the rope is torn", 1200),
        ("Mayor", "not ashore in 2 hours", 7200),
    ]
