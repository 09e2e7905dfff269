"""What the document says to do now: by what its phases mean, else by their place."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Item, ItemKind, Meaning, Phase
from runcard.domain.playbooks.procedures.phase_of import Moment, first_step, phase_of

LOOK = Moment((Meaning.INVESTIGATE,), 0)
STOP = Moment((Meaning.MITIGATE, Meaning.RECOVER), 1)
WATCH = Moment((Meaning.RESOLVE, Meaning.RECOVER), 2)

HEADINGS = """\
# When the ferry office goes dark

## Incident Response Process

### 1. Detection

- The booking monitor calls
- Harbour masters ring in

### 2. Triage (first 5 minutes)

- Who cannot book?
1. Acknowledge the page
2. Try a booking yourself

### 3. Communication

1. Tell the harbours

### 4. Contain

- [ ] Roll back the last release

### 5. Recovery and verification

- Watch ten bookings
"""
LIST = """\
# Wenn der Kran steht

## Ablauf

1. **Erkennen** (5 min)
   - Meldung im Leitstand
2. **Ursache suchen**
   - Alarm quittieren
   - Letzte Änderung ansehen
3. **Beheben**
   - [ ] Zurücknehmen, was zuletzt geändert wurde
4. **Beobachten** (30 min)
   - Zehn Hübe ohne Fehler
"""


def phases_in(text: str) -> tuple[Phase, ...]:
    return compile_playbook(text, read_vocabulary()).phases


def step_in(text: str, moment: Moment) -> str:
    phase = phase_of(phases_in(text), moment)
    assert phase is not None
    return first_step(phase).text


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (LOOK, "Try a booking yourself"), (STOP, "Roll back the last release"),
        (WATCH, "Watch ten bookings"),
    ],
)  # fmt: skip
def test_a_document_of_headings_says_what_its_phase_for_the_moment_asks(
    moment: Moment, said: str
) -> None:
    assert step_in(HEADINGS, moment) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (LOOK, "Letzte Änderung ansehen"),
        (STOP, "Zurücknehmen, was zuletzt geändert wurde"),
        (WATCH, "Zehn Hübe ohne Fehler"),
    ],
)
def test_a_document_that_is_a_list_in_german_does_too(moment: Moment, said: str) -> None:
    assert step_in(LIST, moment) == said


def phase(title: str, *items: str, kind: ItemKind = ItemKind.STEP, means: str = "") -> Phase:
    lines = tuple(Item(text, place, kind) for place, text in enumerate(items, 10))
    return Phase(title, 9, None, lines, frozenset(map(Meaning, means.split())))


ONE, TWO, THREE = (phase(word, f"{word} thing") for word in ("Alpha", "Beta", "Gamma"))
BULLET = ItemKind.BULLET


def test_titles_that_do_not_tell_are_taken_by_their_place() -> None:
    phases = (ONE, TWO, THREE)
    assert [phase_of(phases, one) for one in (LOOK, STOP, WATCH)] == [ONE, TWO, THREE]
    assert [phase_of(phases[:2], one) for one in (LOOK, STOP, WATCH)] == [ONE, TWO, TWO]


def test_ways_to_notice_trouble_are_skipped_but_steps_of_noticing_are_not() -> None:
    ways = phase("Detection", "the monitor calls", kind=BULLET, means="detect")
    assert phase_of((ways, ONE), LOOK) == ONE
    assert phase_of((ways,), LOOK) is None
    steps = phase("Detection", "open the channel", means="detect")
    assert phase_of((steps, ONE), LOOK) == steps


def test_nothing_is_advised_rather_than_the_work_of_another_moment() -> None:
    look = phase("Assess", "what is broken", means="investigate")
    after = phase("Review", "write it up", means="after")
    assert phase_of((look,), STOP) is None
    assert phase_of((look, after), WATCH) is None
    assert phase_of((), LOOK) is None


def test_recovery_is_for_mitigating_where_nothing_else_is_and_for_watching_else() -> None:
    back, over = phase("Restore", "start it", means="recover"), phase("Close", means="resolve")
    assert phase_of((back, over), STOP) == back
    assert phase_of((back, over), WATCH) == over
    assert phase_of((back,), WATCH) == back


def test_of_two_phases_for_the_moment_the_first_with_steps_counts() -> None:
    bare, full = phase("Fix", means="mitigate"), phase("Contain", "stop it", means="mitigate")
    assert phase_of((bare, full), STOP) == full
    assert phase_of((bare,), STOP) == bare


def test_the_first_step_is_a_box_or_a_number_before_a_bullet_and_the_title_without_any() -> None:
    bullet, box = Item("why", 4, BULLET), Item("do it", 5, ItemKind.CHECKBOX)
    assert first_step(Phase("Fix", 3, None, (bullet, box))) == box
    assert first_step(Phase("Fix", 3, None, (bullet,))) == bullet
    assert (first_step(Phase("Fix", 3)).text, first_step(Phase("Fix", 3)).line) == ("Fix", 3)


def test_who_has_answered_is_not_told_to_answer_unless_nothing_else_is_asked() -> None:
    answer = Item("Acknowledge", 4, ItemKind.CHECKBOX, acknowledges=True)
    bullet = Item("say it in the channel", 5, BULLET)
    assert first_step(Phase("Look", 3, None, (answer, bullet))) == bullet
    assert first_step(Phase("Look", 3, None, (answer,))) == answer


def test_every_meaning_is_a_key_of_the_vocabulary() -> None:
    concepts = {one for found in read_vocabulary().meanings.phrases.values() for one in found}
    assert concepts == {meaning.value for meaning in Meaning}
