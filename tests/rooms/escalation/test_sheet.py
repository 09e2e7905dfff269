"""An invented document on one page: nothing is made up, and everything knows its line."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.commands.model import Effect
from runcard.domain.escalation.page import Sheet
from runcard.domain.escalation.sheet import sheet_of
from runcard.domain.people.model import TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.quick_commands import QuickCommand
from runcard.kernel.ids import PlaybookId

DOCUMENT = """\
# The `harbour` office

**Owner:** Harbour team

## Severity Levels

| Level | Definition | Response time | Updates |
|---|---|---|---|
| SEV1 | no ship can land | immediate | every 20 minutes |
| SEV2 | one pier is shut | 30 minutes | hourly |
| SEV3 | a lamp is out | Next business day | none, create a ticket |

## Escalation Path

1. **On-Call Pilot**
2. **Harbour Master** (if not acknowledged in 15 min)

## Incident Response Process

### Phase 1: Look

- [ ] Say that you have it
- [ ] Read the tide

### Phase 2: Mend

- [ ] Light the lamp

## Runbooks

### Radio is silent

```bash
systemctl status radio
systemctl restart radio
```

## Contacts

- **Harbour Master**: 01632 960150
- **Coast guard**: [phone]

See [the tide board](https://tides.harbour.example/today) and https://example.com/x.
"""
COMMANDS = (
    QuickCommand("Radio is silent", "systemctl status radio", 36),
    QuickCommand("Radio is silent", "systemctl restart radio", 37, Effect.MUTATING),
)


def sheet(text: str = DOCUMENT, team: TeamFile | None = None) -> Sheet:
    playbook = compile_playbook(text, read_vocabulary())
    return sheet_of(Card(PlaybookId("pb_1"), "harbour", playbook, team or TeamFile()), COMMANDS)


def test_levels_and_times_are_those_the_engine_keeps() -> None:
    rows = {one.key: one for one in sheet().levels}
    assert (rows["SEV1"].respond.said, rows["SEV1"].update.said) == ("at once", "20 min")
    assert rows["SEV1"].respond.mark is not None
    assert rows["SEV1"].respond.mark.line == 9
    assert rows["SEV2"].respond.said == "30 min"
    assert rows["SEV3"].respond.said == "Next business day"
    assert rows["SEV3"].why_silent
    assert rows["SEV3"].acknowledge.said == "–"
    assert [one.bars for one in sheet().levels] == [3, 2, 1]


def test_who_is_called_stands_in_order_with_the_time_of_each_level() -> None:
    assert sheet().paging == ("SEV1", "SEV2")
    pilot, master = sheet().calls
    assert (pilot.title, pilot.times) == ("On-Call Pilot", ("at once", "at once"))
    assert (master.title, master.times, master.reach) == (
        "Harbour Master", ("15 min", "15 min"), "01632 960150",
    )  # fmt: skip


def test_the_team_file_says_who_that_is() -> None:
    team = decode(
        {
            "people": {"ada": {"name": "Ada K.", "phone": "dev"}},
            "on_call": {"night": ["ada"]},
            "bind": {"On-Call Pilot": "on-call: night", "Harbour Master": "ada"},
        }
    )
    assert [call.who for call in sheet(team=team).calls] == ["rota night", "Ada K."]


def test_steps_commands_and_places_are_the_documents_own() -> None:
    one = sheet()
    assert [(step.text, step.phase) for step in one.steps] == [
        ("Say that you have it", "Phase 1: Look"), ("Read the tide", None),
        ("Light the lamp", "Phase 2: Mend"),
    ]  # fmt: skip
    assert [command.text for command in one.commands] == [
        "systemctl status radio", "systemctl restart radio",
    ]  # fmt: skip
    assert [(place.name, place.value) for place in one.places] == [
        ("Harbour Master", "01632 960150"), ("", "https://tides.harbour.example/today"),
    ]  # fmt: skip
    assert one.title == "The harbour office"
    assert one.about == ("owner Harbour team",)


@pytest.mark.parametrize("text", ["", "# x", "just words", "| a |\n|---|\n| b |"])
def test_a_document_that_says_nothing_has_a_page_all_the_same(text: str) -> None:
    one = sheet(text)
    assert one.levels == ()
    assert one.paging == ("",)
    assert [call.title for call in one.calls][:1] == ["On-Call"]
