"""Every promise of a line is named with what carries it out, or with nothing."""

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.flows.trace_of_lines import Behaviour, Promise, Traced, trace
from runcard.kernel.ids import PlaybookId

DOCUMENT = """\
# Greenhouse

| Level | Response time | Resolution | Updates |
|---|---|---|---|
| P1 | 10 min | 4 hours | every 20 minutes |
| P2 | 2 hours | - | every 3 hours |

Post an update every 20 minutes for P1.
Post an update every 45 minutes for P1.

## Escalation

1. **On-call gardener**
2. **Head gardener** (if not acknowledged in 15 min)
3. **The mayor** (if it gets into the papers)

## Response process

### Phase 1: Investigate (10 min)

- [ ] Read the thermometer
- [ ] Open a window

### Phase 2: Repair

1. Close the boiler

## Communication templates

### Initial notice

```
Too hot in [service]: ask [the neighbour's cat]
```

## Runbook: Heating

```bash
# see whether it runs
systemctl status boiler
systemctl restart boiler
```

See [the board](https://boiler.example.org/board).
"""


def traced(text: str = DOCUMENT) -> tuple[Traced, ...]:
    playbook = compile_playbook(text, read_vocabulary())
    return trace(Card(PlaybookId("pb_1"), "greenhouse", playbook, TeamFile()))


def at(line: str, kind: Promise, what: str = "") -> Behaviour:
    number = DOCUMENT.splitlines().index(line) + 1
    (found,) = {
        row.behaviour
        for row in traced()
        if row.line == number and row.kind is kind and what in row.what
    }
    return found


LEVEL = "| P1 | 10 min | 4 hours | every 20 minutes |"


def test_a_time_that_starts_a_clock_says_so_and_one_that_does_not_says_that() -> None:
    assert at(LEVEL, Promise.TIME, "respond") is Behaviour.CLOCK
    assert at(LEVEL, Promise.TIME, "resolve") is Behaviour.NONE


def test_of_two_cadences_only_the_one_that_is_followed_has_a_clock() -> None:
    assert at("Post an update every 20 minutes for P1.", Promise.CADENCE) is Behaviour.CLOCK
    assert at("Post an update every 45 minutes for P1.", Promise.CADENCE) is Behaviour.NONE


def test_a_rung_that_a_timer_tells_is_a_page_and_one_for_people_is_nothing_yet() -> None:
    head = "2. **Head gardener** (if not acknowledged in 15 min)"
    assert at(head, Promise.PERSON) is Behaviour.PAGE
    mayor = "3. **The mayor** (if it gets into the papers)"
    assert at(mayor, Promise.PERSON) is Behaviour.NONE


def test_only_the_first_step_of_a_phase_is_shown() -> None:
    assert at("- [ ] Read the thermometer", Promise.CHECKLIST_ITEM) is Behaviour.STEP
    assert at("- [ ] Open a window", Promise.CHECKLIST_ITEM) is Behaviour.NONE
    assert at("### Phase 1: Investigate (10 min)", Promise.TIME) is Behaviour.NONE


def test_a_message_is_a_draft_and_its_blanks_are_filled_or_left_to_people() -> None:
    line = "Too hot in [service]: ask [the neighbour's cat]"
    assert at(line, Promise.TEMPLATE) is Behaviour.DRAFT
    assert at(line, Promise.FIELD, "[service]") is Behaviour.DRAFT
    assert at(line, Promise.FIELD, "[the neighbour's cat]") is Behaviour.FORM_FIELD


def test_commands_and_links_are_named_and_do_nothing_yet() -> None:
    assert at("systemctl restart boiler", Promise.COMMAND) is Behaviour.NONE
    link = "See [the board](https://boiler.example.org/board)."
    assert at(link, Promise.LINK) is Behaviour.NONE
    comment = DOCUMENT.splitlines().index("# see whether it runs") + 1
    assert comment not in {row.line for row in traced()}


def test_a_document_without_any_promise_has_no_rows() -> None:
    assert traced("Just words.\n") == ()
