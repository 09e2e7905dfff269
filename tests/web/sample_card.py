"""The invented playbook of the Fernway stores, as a compiled card."""

from datetime import timedelta

from runcard.domain.people.model import Person, TeamFile, Way, WorkingHours
from runcard.domain.playbooks.card import Card, Mark, Promises, Within
from runcard.domain.playbooks.model import (
    ChainStep,
    EscalationChain,
    Finding,
    Flaw,
    Grade,
    Item,
    ItemKind,
    Phase,
    Playbook,
    Role,
    Severity,
    SeverityForm,
    Template,
    Text,
    TimeValue,
)
from runcard.kernel.ids import PersonId, PlaybookId

ADA = Person(PersonId("ada"), "Ada K.", (Way("dev_phone", "ada"),))
BRAM = Person(PersonId("bram"), "Bram O.", (Way("dev_phone", "bram"),))

SOURCE = """\
# When things break at Fernway

This page is for whoever holds the pager.
It says how bad things are, who is called and what is said.

Read it before your first shift.

Somebody will thank you.
## How bad is it

| Level | When | Answer within | Tell people |
|---|---|---|---|
| SEV1 Critical | tills or checkout stand still | 5 min | every 20 min |
| SEV2 High | part of the shop is slow or failing | 15 min | every 45 min |
| SEV3 Medium | one store, or the back office | 1 h | twice a day |
| SEV4 Low | nobody outside can tell | next business day | |




## Who is called

1. On-call, then the shift lead after 10 min
2. Head of operations after 25 min






## First ten minutes
- [ ] Say in the channel that you have it
- [ ] Try a lookup on your own till
- [ ] Ask the network desk whether stores report line trouble
- [ ] Write down the last change to stock-db <today>
"""

LEVELS = (
    ("SEV1", "Critical", "tills or checkout stand still", "5 min", 300, "every 20 min"),
    ("SEV2", "High", "part of the shop is slow or failing", "15 min", 900, "every 45 min"),
    ("SEV3", "Medium", "one store, or the back office", "1 h", 3600, "twice a day"),
    ("SEV4", "Low", "nobody outside can tell", "next business day", None, ""),
)


def severities() -> tuple[Severity, ...]:
    return tuple(
        Severity(
            key, name, line, definition=Text(when, line),
            examples=(Text("checkout answers 5xx", line),) if key == "SEV1" else (),
            response=TimeValue(answer, line, seconds),
            cadence=TimeValue(tell, line, None) if tell else None,
        )
        for line, (key, name, when, answer, seconds, tell) in enumerate(LEVELS, start=13)
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    return (
        Finding("RC214", 15, 15, Grade.WARNING, Flaw.VAGUE, "“twice a day” names no hour",
                "| SEV3 Medium | one store | 1 h | 10:00 and 16:00 |"),
        Finding("RC131", 24, 24, Grade.ERROR, Flaw.CONTACTS,
                "“Head of operations” is bound to nobody here",
                "2. Chiara R. after 25 min"),
    )  # fmt: skip


def a_playbook() -> Playbook:
    lines = tuple(SOURCE.splitlines())
    items = tuple(
        Item(lines[number - 1].removeprefix("- [ ] "), number, ItemKind.CHECKBOX)
        for number in range(32, 36)
    )
    steps = (
        ChainStep("On-call", 23),
        ChainStep("Head of operations", 24, after=TimeValue("after 25 min", 24, 1500)),
    )
    return Playbook(
        "When things break at Fernway", 1, lines, SeverityForm.TABLE, 11, severities(),
        chains=(EscalationChain(22, True, steps),),
        roles=(Role("Comms", 48, (Text("tells people, so that you need not", 48),)),),
        phases=(Phase("First ten minutes", 31, TimeValue("10 min", 31, 600), items),),
        templates=(Template("Investigating", 97, "status page", "…", 98),),
        findings=findings(),
    )  # fmt: skip


def a_team() -> TeamFile:
    return TeamFile(
        "Stock", WorkingHours("Europe/Paris"), {"ada": ADA, "bram": BRAM},
    )  # fmt: skip


def a_card() -> Card:
    return Card(PlaybookId("pb_7"), "when-things-break.md", a_playbook(), a_team())


def promises_of(card: Card) -> Promises:
    top = Mark(line=13)
    return Promises(
        card.playbook.severities[0], 0, True, None,
        Within(timedelta(minutes=5), None, "5 min", top), None,
        Within(timedelta(minutes=20), None, "every 20 min", top), None,
        Within(timedelta(minutes=30), None, "30 min", Mark()),
    )  # fmt: skip
