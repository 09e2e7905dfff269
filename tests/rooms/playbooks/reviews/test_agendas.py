"""The agenda of a review as a table or in a sentence."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def agenda(body: str, words: Vocabulary) -> list[tuple[str, int | None]]:
    found = compile_playbook(f"# Tea\n\n## Post-mortem\n\n{body}\n", words).review.agenda
    return [(one.title, one.timebox.seconds if one.timebox else None) for one in found]


def test_a_table_of_points_and_minutes(words: Vocabulary) -> None:
    table = "| # | Topic | Time |\n|---|---|---|\n| 1 | Story | 10 min |\n| 2 | Causes | 20 min |\n"
    assert agenda(table, words) == [("Story", 600), ("Causes", 1200)]


def test_a_table_of_deadlines_is_none(words: Vocabulary) -> None:
    table = "| Level | Due |\n|---|---|\n| SEV1 | 3 days |\n| SEV2 | 2 weeks |\n"
    assert agenda(table, words) == []


def test_a_sentence_of_points_and_minutes(words: Vocabulary) -> None:
    assert agenda("Meeting: story 10 min, causes 20 min.", words) == [
        ("story", 600),
        ("causes", 1200),
    ]


def test_minutes_may_stand_in_front(words: Vocabulary) -> None:
    points = [("story", 300), ("causes", 1200)]
    assert agenda("- 5 min: story\n- 20 min – causes", words) == points
    assert agenda("**Agenda**\n\n- 5 min: story\n- 20 min: causes", words) == points


@pytest.mark.parametrize(
    ("above", "first", "second"),
    [
        ("Ablauf der Besprechung:", "Verlauf (15 Min.)", "Ursachen (20 Min.)"),
        ("Order of the hour:", "What we saw (15 min)", "Causes (20 min)"),
        ("Déroulé :", "Ce qu'on a vu (15 min)", "Causes (20 min)"),
        ("流れ：", "見たこと（15分）", "原因（20分）"),
    ],
)
def test_a_timed_list_below_a_list_of_deadlines(
    above: str, first: str, second: str, words: Vocabulary
) -> None:
    text = (
        "# Tea\n\n## Post-mortem\n\n- P1: within 3 business days\n- P2: within 5 business days\n\n"
        f"{above}\n\n1. {first}\n2. {second}\n"
    )
    agenda = compile_playbook(text, words).review.agenda
    assert [one.timebox.seconds for one in agenda if one.timebox] == [900, 1200]


def test_deadlines_in_brackets_are_no_agenda(words: Vocabulary) -> None:
    text = "# Tea\n\n## Post-mortem\n\n- Report for P1 (48 hours)\n- Report for P2 (5 days)\n"
    assert compile_playbook(text, words).review.agenda == ()


@pytest.mark.parametrize(
    ("head", "sign"),
    [
        ("Agenda:", "1. "),
        ("Agenda:", "- [ ] "),
        ("**Agenda:**", "- "),
        ("Tagesordnung:", "• "),
        ("議題：", "1) "),
    ],
)
def test_an_agenda_in_a_fence(head: str, sign: str, words: Vocabulary) -> None:
    fence = f"```\nWho comes: all\n\n{head}\n{sign}Story (10 min)\n{sign}Causes\n\nEnds: tea\n```"
    assert agenda(fence, words) == [("Story", 600), ("Causes", None)]


def test_an_agenda_that_a_fence_writes_into_a_file(words: Vocabulary) -> None:
    said = ["Retro of the lock", "Agenda:", "1. Story (10 min)", "2. Causes"]
    echoed = "\n".join(f'echo "{one}" >> lock.md' for one in said)
    here = "\n".join(["cat > lock.md <<EOF", *said, "EOF"])
    for fence in (echoed, here):
        assert agenda(f"```bash\n{fence}\n```", words) == [("Story", 600), ("Causes", None)]
    shown = "\n".join(f'echo "{one}"' for one in said)
    assert agenda(f"```bash\n{shown}\n```", words) == []


@pytest.mark.parametrize("sign", [" - ", " – ", ": ", ":"])
def test_a_name_in_bold_is_the_point_and_the_rest_is_asked_there(
    sign: str, words: Vocabulary
) -> None:
    rows = f"1. **Story**{sign}who saw the leak first\n2. **Causes**{sign}pump or pipe?"
    assert agenda(f"**Agenda**\n\n{rows}", words) == [("Story", None), ("Causes", None)]


def test_a_colon_and_minutes_may_stand_inside_the_bold_name(words: Vocabulary) -> None:
    rows = "- **Story:** who saw it first\n- **Causes (20 min)** – pump or pipe?"
    assert agenda(f"Agenda:\n\n{rows}", words) == [("Story", None), ("Causes", 1200)]


@pytest.mark.parametrize(
    "whole",
    [
        "Walk along the pipe - from the pump to the tap",
        "Pump or pipe: which broke first",
        "**Decide** who buys the pump - and when",
        "**Decide** who buys the **pump** - and when",
        "Look at the **pump** - and the pipe",
        "**Follow**-up of last time",
    ],
)
def test_a_sentence_with_a_dash_stays_whole(whole: str, words: Vocabulary) -> None:
    said = agenda(f"**Agenda**\n\n1. {whole}\n2. End", words)
    assert [title for title, _ in said] == [whole.replace("**", ""), "End"]


@pytest.mark.parametrize(
    ("who", "first", "second"),
    [
        ("**Participants:**", "Which valve stuck?", "Who noticed?"),
        ("Teilnehmer:", "Welches Ventil klemmte?", "Wer hat es bemerkt?"),
        ("参加者：", "どの弁が詰まった？", "誰が気づいた？"),
    ],
)
def test_what_those_who_attend_ask_is_the_agenda(
    who: str, first: str, second: str, words: Vocabulary
) -> None:
    body = f"{who}\n\n- Valve crew\n- Wren\n\nWe ask:\n\n1. {first}\n2. {second}"
    assert agenda(body, words) == [(first, None), (second, None)]


def test_questions_are_no_agenda_where_nobody_attends_or_not_all_ask(words: Vocabulary) -> None:
    asked = "1. Which valve stuck?\n2. Who noticed?"
    assert agenda(f"The report answers:\n\n{asked}", words) == []
    tasks = "1. Which valve stuck?\n2. Order a valve"
    assert agenda(f"**Participants:** Wren, the crew\n\n{tasks}", words) == []


def test_the_list_of_those_who_attend_is_no_agenda(words: Vocabulary) -> None:
    body = (
        "**The lead holds the meeting (30 min):**\n\n**Attendees:**\n\n- Wren\n- Valve crew\n\n"
        "**Topics:**\n\n1. Story (10 min)\n2. Causes (20 min)"
    )
    assert agenda(body, words) == [("Story", 600), ("Causes", 1200)]


@pytest.mark.parametrize(
    "lead", ["**Review topics:**", "**Besprechungspunkte:**", "**검토 항목**:"]
)
def test_topics_of_a_review_are_its_agenda(lead: str, words: Vocabulary) -> None:
    assert agenda(f"{lead}\n\n- What broke?\n- What held?\n", words) == [
        ("What broke?", None),
        ("What held?", None),
    ]


def test_a_list_of_those_who_are_invited_is_none(words: Vocabulary) -> None:
    said = (
        "### Set up the meeting\n\nThe meeting is held within two days. {}\n\n"
        "- Cook\n- Waiters\n\n### Hold it\n\nIn the meeting, talk about:\n\n- Story\n- Causes\n"
    )
    for told in ("Invite:", "Eingeladen:", "Invitados:", "**Attendees:**"):
        assert agenda(said.format(told), words) == [("Story", None), ("Causes", None)]


@pytest.mark.parametrize("people", ["Meeting attendees", "Participants à la réunion"])
def test_a_heading_above_those_who_attend_is_no_agenda(people: str, words: Vocabulary) -> None:
    listed = f"### {people}\n\n- Blender\n- Taster\n\n"
    assert agenda(f"{listed}### Agenda\n\n1. Story (5 min)\n2. Causes (9 min)\n", words) == [
        ("Story", 300),
        ("Causes", 540),
    ]
    assert agenda(listed, words) == []


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Incident review", "Outline of the review, 1 h in all:"),
        ("Rückschau", "Ablauf der Besprechung, 1 Stunde:"),
        ("Retour sur incident", "Trame de la réunion, 1 h :"),
        ("Repaso del incidente", "Guion de la reunión, 1 hora:"),
        ("Balanço do incidente", "Roteiro da análise, 1 hora:"),
        ("事故回顾", "复盘提纲："),
        ("事後の検討", "振り返りの流れ："),
    ],
)
def test_the_outline_of_a_review_is_its_agenda(title: str, lead: str, words: Vocabulary) -> None:
    body = f"# Tea\n\n## {title}\n\n{lead}\n\n1. Story\n2. Causes\n"
    found = compile_playbook(body, words).review.agenda
    assert [(one.title, one.timebox) for one in found] == [("Story", None), ("Causes", None)]


@pytest.mark.parametrize(
    ("lead", "entries", "expected"),
    [
        ("The hour (60 min) goes like this:", ("Story: 20 min", "Causes: 40 min"), (1200, 2400)),
        ("Wir reden 60 Minuten:", ("Fakten – 20 Min.", "Mehl – 40 Min."), (1200, 2400)),
        ("Déroulement :", ("Les faits : 15 min", "Les suites : 10 min"), (900, 600)),
        ("会は60分で、次のように進めます。", ("事実：20分", "次の一手：40分"), (1200, 2400)),
        ("We look at the response:", ("Until it rang: 5 min", "Until it ran: 45 min"), ()),
        ("The review takes 60 min. By when:", ("Wheel: 60 min", "Sacks: 90 min"), ()),
    ],
)
def test_minutes_that_make_up_the_whole_are_those_of_the_meeting(
    lead: str, entries: tuple[str, ...], expected: tuple[int, ...], words: Vocabulary
) -> None:
    body = f"{lead}\n\n" + "".join(f"- {one}\n" for one in entries)
    assert tuple(time for _, time in agenda(body, words)) == expected


@pytest.mark.parametrize(
    ("lead", "points"),
    [("We blame nobody. Agenda of the meeting, one hour at most:", ("Story", "Causes")),
     ("Não se procuram culpados. Ordem de trabalhos, uma hora no máximo:", ("História", "Causas")),
     ("Temario, una hora como máximo:", ("Historia", "Causas")),
     ("Tagesordnung, höchstens eine Stunde:", ("Verlauf", "Ursachen")),
     ("Déroulé de la réunion, une heure maximum :", ("Récit", "Causes"))],
)  # fmt: skip
def test_how_long_the_meeting_lasts_is_no_deadline(
    lead: str, points: tuple[str, str], words: Vocabulary
) -> None:
    body = f"{lead}\n\n- {points[0]} – 10 min\n- {points[1]} – 20 min\n"
    assert agenda(body, words) == [(points[0], 600), (points[1], 1200)]
    assert compile_playbook(f"# Tea\n\n## Review\n\n{body}", words).review.deadlines == ()


def test_by_when_the_meeting_is_held_is_one(words: Vocabulary) -> None:
    body = "The meeting is held within 2 days. On the agenda:\n\n- Story – 9 min\n- Ends – 5 min\n"
    found = compile_playbook(f"# Tea\n\n## Review\n\n{body}", words).review.deadlines
    assert [one.within.seconds for one in found] == [172800]


@pytest.mark.parametrize("lead", ["Agenda", "Tagesordnung", "Au programme"])
def test_a_sentence_of_three_points_needs_no_minutes(lead: str, words: Vocabulary) -> None:
    told = [("the story of the leak", None), ("what helped", None), ("tea and cake", None)]
    assert agenda(f"{lead}: the story of the leak, what helped, and tea and cake.", words) == told


@pytest.mark.parametrize(
    "said",
    ["Agenda: in the book, as ever.", "Agenda: sent in 2 days, read in 3 days, signed.",
     "Guests: the cook, the mate, the captain."],
)  # fmt: skip
def test_other_lists_in_a_sentence_are_none(said: str, words: Vocabulary) -> None:
    assert agenda(said, words) == []


def test_the_name_of_the_review_meeting_leads_to_its_points(words: Vocabulary) -> None:
    points = "- What went well?\n- The cups\n"
    for lead in ("**Review meeting:**", "**Lessons learned meeting**", "Postmortem meeting:"):
        assert agenda(f"{lead}\n{points}", words) == [("What went well?", None), ("The cups", None)]
    assert agenda(f"**Review notes:**\n{points}", words) == []
    assert agenda(f"The review meeting is on Monday.\n\n{points}", words) == []


@pytest.mark.parametrize(
    "lead",
    ["Agenda of the review meeting", "Ordre du jour de la réunion", "Orden del día de la reunión",
     "Tagesordnung der Besprechung"],
)  # fmt: skip
def test_an_agenda_may_say_of_which_meeting(lead: str, words: Vocabulary) -> None:
    told = [("the leak", None), ("what helped", None), ("tea", None)]
    assert agenda(f"{lead}: the leak, what helped, tea.", words) == told
    assert agenda("Agenda of the choir: the leak, what helped, tea.", words) == []


@pytest.mark.parametrize(
    "lead",
    ["Order of the meeting:", "Reihenfolge der Sitzung:", "Ordre de la réunion :",
     "Orden de la reunión:", "Ordem da reunião:", "会議の順番：", "会议顺序："],
)  # fmt: skip
def test_the_order_of_the_meeting_leads_to_its_points(lead: str, words: Vocabulary) -> None:
    points = "1. The leak\n2. What helped\n3. Tea\n"
    told = [("The leak", None), ("What helped", None), ("Tea", None)]
    assert agenda(f"{lead}\n\n{points}", words) == told
    assert agenda(f"The kettles in order:\n\n{points}", words) == []
