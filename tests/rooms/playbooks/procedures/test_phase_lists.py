"""Phases as the entries of a list, by number or by the words of their names."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Found = list[tuple[str, int | None, int]]


def phases(heading: str, body: str, words: Vocabulary) -> Found:
    made = compile_playbook(f"# Tea\n\n## {heading}\n\n{body}\n", words)
    assert made.runbooks == ()
    return [
        (one.title, one.timebox.seconds if one.timebox else None, len(one.items))
        for one in made.phases
    ]


@pytest.mark.parametrize("heading", ["Response steps", "How a cold day goes"])
def test_bullets_that_are_called_as_phases_are(heading: str, words: Vocabulary) -> None:
    body = "- **Detect (0–5 min):** look\n- **Contain (15 min):** shut\n- **Recover:** boil\n"
    assert phases(heading, body, words) == [
        ("Detect", 300, 0),
        ("Contain", 900, 0),
        ("Recover", None, 0),
    ]


def test_numbers_make_phases_of_any_names(words: Vocabulary) -> None:
    body = "1. **Kettle** (15 min)\n   - look\n   - fill\n2. **Pot**\n   - warm\n"
    assert phases("Ablauf", body, words) == [("Kettle", 900, 2), ("Pot", None, 1)]


def test_other_bullets_are_none(words: Vocabulary) -> None:
    assert phases("Notes", "- **Kettle:** old\n- **Pot:** new\n- **Cup:** small\n", words) == []


def test_parts_of_a_course_are_no_runbook(words: Vocabulary) -> None:
    body = (
        "1. **Identification**\n   - look\n2. **Containment**\n   - shut\n3. **Recovery**\n   - go"
    )
    assert [name for name, _, _ in phases("Incident response plan", body, words)] == [
        "Identification",
        "Containment",
        "Recovery",
    ]


@pytest.mark.parametrize("title", ["Core principles of the process", "Grundsätze des Ablaufs"])
def test_principles_are_no_course(title: str, words: Vocabulary) -> None:
    body = f"# Mill\n\n## {title}\n\n1. **Nobody runs alone**\n2. **Nothing is thrown away**\n"
    assert compile_playbook(body, words).phases == ()


def test_short_entries_that_name_no_phase_are_steps_of_one(words: Vocabulary) -> None:
    steps = "1. **Shut the lid:** at once.\n2. **Note the hour.**\n3. **Wake the cook:** soon.\n"
    assert phases("Response steps", steps, words) == [("Response steps", None, 3)]
    held = steps.replace("at once.", "at once.\n   - and the tap")
    assert [name for name, _, _ in phases("Response steps", held, words)] == [
        "Shut the lid",
        "Note the hour",
        "Wake the cook",
    ]
    meant = "1. **Contain:** shut it.\n2. **Recover:** boil.\n3. **Fetch the cook:** by bell.\n"
    assert len(phases("Response steps", meant, words)) == 3


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("D. Procedure", "minute 0–4", "by minute 9"),
        ("D. Ablauf", "Minute 0–4", "bis Minute 9"),
        ("D. Déroulement", "minute 0–4", "jusqu'à la minute 9"),
        ("D. Procedimiento", "minuto 0–4", "hasta el minuto 9"),
        ("D. Fluxo", "minuto 0–4", "até o minuto 9"),
        ("D. 流程", "0–4 分钟", "9 分钟内"),
        ("D. 対応の流れ", "0〜4分", "9分以内"),
    ],
)
def test_minutes_counted_from_the_alarm_are_time_boxes(
    heading: str, first: str, second: str, words: Vocabulary
) -> None:
    body = f"1. **Kettle ({first}):** the lid.\n2. **Pot ({second}):** the spout.\n3. **Cup:** all."
    assert [time for _, time, _ in phases(heading, body, words)] == [240, 540, None]


def test_names_with_time_boxes_above_their_work_are_phases_anywhere(words: Vocabulary) -> None:
    body = (
        "1. **Lift** (3 min)\n   - the lid\n2. **Stir** (9 min)\n   - the leaves\n"
        "3. **Sit**\n   - down"
    )
    told = [("Lift", 180, 1), ("Stir", 540, 1), ("Sit", None, 1)]
    assert phases("Der Faden des Tages", body, words) == told
    bare = body.replace("\n   - down", "")
    assert phases("Der Faden des Tages", bare, words) == []
    once = body.replace(" (9 min)", "")
    assert phases("Der Faden des Tages", once, words) == []
    assert compile_playbook(f"# Tea\n\n## Scenario 2: cold tea\n\n{body}\n", words).phases == ()


@pytest.mark.parametrize(
    ("chapter", "count"),
    [("Real incident sequence", 3), ("Ablauf eines Vorfalls", 3), ("Secuencia de respuesta", 3),
     ("Sequence of sacks", 0), ("Incident colours", 0)],
)  # fmt: skip
def test_a_sequence_is_a_course(chapter: str, count: int, words: Vocabulary) -> None:
    names = ("Contain", "Take the sacks away", "Ring the owner")
    listed = "".join(f"{at}. **{one}.** At once.\n   - Now\n" for at, one in enumerate(names, 1))
    found = compile_playbook(f"# Mill\n\n## {chapter}\n\n{listed}", words).phases
    assert len(found) == count


@pytest.mark.parametrize(
    ("title", "names"),
    [("What happens, step by step", ["Raise the alarm", "Shut the valve", "Tell the cook"]),
     ("How an incident runs", ["Raise the alarm", "Shut the valve", "Tell the cook"]),
     ("Post-incident process", []), ("Principles", [])],
)  # fmt: skip
def test_sentences_in_bold_are_phases_with_the_bound_of_the_first_sentence_behind(
    title: str, names: list[str], words: Vocabulary
) -> None:
    text = (
        f"# Tea\n\n## {title}\n\n1. **Raise the alarm.** Within 5 minutes, ring the bell.\n"
        "2. **Shut the valve.** Do it before anything else, within 20\n   minutes.\n"
        "3. **Tell the cook.** She closes it. Within a day she writes it down.\n"
    )
    phases = [one for one in compile_playbook(text, words).phases if one.line > 3]
    assert [one.title for one in phases] == names
    boxes = [one.timebox.seconds if one.timebox else None for one in phases]
    assert boxes == ([300, 1200, None] if names else [])
    assert not any(one.items for one in phases)


@pytest.mark.parametrize(
    ("name", "title", "qualifier", "seconds"),
    [("Assess the damage (leak triage).", "Assess the damage", "leak triage", None),
     ("Notify (if it leaks)", "Notify", "if it leaks", None),
     ("Contain (15 min).", "Contain", None, 900), ("Contain.", "Contain", None, None)],
)  # fmt: skip
def test_a_parenthesis_in_the_bold_name_qualifies_the_phase(
    name: str, title: str, qualifier: str | None, seconds: int | None, words: Vocabulary
) -> None:
    body = f"1. **Detect.** Somebody calls.\n   - look\n2. **{name}** Look:\n   - twice\n"
    _, phase = compile_playbook(f"# Tea\n\n## Process\n\n{body}", words).phases
    assert (phase.title, phase.qualifier) == (title, qualifier)
    assert (phase.timebox.seconds if phase.timebox else None) == seconds


@pytest.mark.parametrize(
    "counted", ["Phase {}: ", "Fase {}: ", "Schritt {} – ", "Étape {} : ", "Stap {}: "]
)
def test_bullets_that_count_themselves_are_phases(counted: str, words: Vocabulary) -> None:
    first, second, third = (counted.format(one) for one in (1, 2, 3))
    body = (
        f"- **{first}At the gate (0–10 min)**\n  - look\n  - ring\n"
        f"- **{second}In the hall**\n  - [ ] shut\n- **{third}Home**\n  - sleep\n"
    )
    found = phases("Process", body, words)
    assert [(seconds, items) for _, seconds, items in found] == [(600, 2), (None, 1), (None, 1)]
    assert [one.split()[-1] for one, _, _ in found] == ["gate", "hall", "Home"]
    others = body.replace(first, "").replace(second, "").replace(third, "")
    assert [one for one, _, _ in phases("Remarks", others, words)] == []
    assert phases("Remarks", body[: body.index("- **" + third)], words) == []
