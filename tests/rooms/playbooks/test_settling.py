"""What an annotation settles holds; one that names nothing in the document is a finding."""

from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Meaning, Playbook, TimeValue
from runcard.domain.playbooks.vocabulary import Vocabulary

CLASHING = Path(__file__).parents[2] / "golden" / "playbooks" / "clash-times.md"
DOCUMENT = """\
# Tram depot

SAID

| Level | Response time | Updates |
|---|---|---|
| P1 | 15 minutes | every 30 minutes |
| P2 | 2 hours | - |

Post an update every 20 minutes for P1.

## Escalation

- **Depot chief**
- **Line manager**

## Escalation at night

- **Night watch**
- **Depot chief** (after 20 min)

## On-call hours

- Monday to Friday: 06:00-22:00

## Response process

### Phase 1: First look

- [ ] Walk along the rails

### Phase 2: Repair

- [ ] Weld

## Communication templates

### Words for riders

```
[Linie] is late
```
"""


def compiled(words: Vocabulary, *said: str) -> Playbook:
    comments = "\n\n".join(f"<!-- runcard: {one} -->" for one in said)
    return compile_playbook(DOCUMENT.replace("SAID", comments), words)


def seconds(time: TimeValue | None) -> int | None:
    return None if time is None else time.seconds


def test_times_of_a_level_are_those_of_the_annotation(words: Vocabulary) -> None:
    said = ("respond P1 = 10 min", "acknowledge p-1 = 5 min", "resolve P1 = 4 hours",
            "external cadence P1 = 1 hour")  # fmt: skip
    level = compiled(words, *said).severities[0]
    times = (level.response, level.acknowledge, level.resolution, level.cadence_external)
    assert [seconds(time) for time in times] == [600, 300, 14400, 3600]


def test_a_cadence_settles_a_contradiction(words: Vocabulary) -> None:
    assert "RC203" in {one.code for one in compiled(words).findings}
    playbook = compiled(words, "cadence P1 = 30 min")
    assert seconds(playbook.severities[0].cadence) == 1800
    assert "RC203" not in {one.code for one in playbook.findings}


def test_two_places_with_different_times_are_no_finding_once_it_is_said(words: Vocabulary) -> None:
    text = CLASHING.read_text("utf-8")
    before = {one.message for one in compile_playbook(text, words).findings if one.code == "RC104"}
    said = "\n<!-- runcard: respond P1 = 15 min -->\n\n<!-- runcard: respond P2 = 2 h -->\n"
    after = {one.message for one in compile_playbook(text + said, words).findings
             if one.code == "RC104"}  # fmt: skip
    assert (len(before), after) == (1, set())


def test_the_order_of_the_levels_is_that_of_the_annotation(words: Vocabulary) -> None:
    levels = compiled(words, "severity order = P2, P1").severities
    assert [level.key for level in levels] == ["P2", "P1"]


def test_the_chain_that_is_meant_comes_first_and_is_in_order(words: Vocabulary) -> None:
    first = compiled(words, "chain = Escalation at night").chains[0]
    assert (first.steps[0].who, first.ordered) == ("Night watch", True)


def test_hours_templates_blanks_phases_and_the_watch_can_be_settled(words: Vocabulary) -> None:
    said = (
        "zone = Europe/Vienna", "monitoring = 45 min", "phase Phase 1: First look = tell",
        "moment Words for riders = resolution", "audience Words for riders = public",
        "placeholder [Linie] = services",
    )  # fmt: skip
    playbook = compiled(words, *said)
    template = playbook.templates[0]
    assert playbook.hours is not None
    assert playbook.hours.timezone == "Europe/Vienna"
    assert seconds(playbook.monitoring) == 2700
    assert playbook.phases[0].meanings == {Meaning.TELL}
    assert (template.moment, template.audience) == ("resolution", "public")
    assert template.placeholders[0].field == "services"
    assert "RC093" not in {one.code for one in playbook.findings}


@pytest.mark.parametrize(
    "said",
    [
        "cadence P9 = 30 min", "respond P1 = when we like", "severity order = P1",
        "chain = Elsewhere", "moment Words for riders = noon", "audience Nobody = public",
        "placeholder [Linie] = colour", "placeholder [Gleis] = services",
        "phase Phase 2: Repair = dance", "monitoring = soon", "who knows",
    ],
)  # fmt: skip
def test_what_names_nothing_here_changes_nothing_and_is_a_finding(
    said: str, words: Vocabulary
) -> None:
    playbook = compiled(words, said)
    assert [one.line for one in playbook.findings if one.code == "RC093"] == [3]
    assert playbook.severities[0].response == compiled(words).severities[0].response


def test_the_later_annotation_wins(words: Vocabulary) -> None:
    playbook = compiled(words, "respond P1 = 10 min", "respond P1 = 5 min")
    assert seconds(playbook.severities[0].response) == 300


def test_a_blank_for_a_person_is_no_open_question(words: Vocabulary) -> None:
    mute = DOCUMENT.replace("[Linie] is late", "[...]\n[Linie] is late")
    open_ended = compile_playbook(mute.replace("SAID", ""), words)
    assert "RC502" in {one.code for one in open_ended.findings}
    said = "<!-- runcard: placeholder [...] = person -->"
    playbook = compile_playbook(mute.replace("SAID", said), words)
    assert {"RC502", "RC093"} & {one.code for one in playbook.findings} == set()
    assert [one.token for one in playbook.templates[0].placeholders] == ["[...]", "[Linie]"]
