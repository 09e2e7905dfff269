"""Definitions and examples that stand far from the list of levels, joined by key or name."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Tea\n\n## Severity\n\n| Class | Name | Respond |\n|---|---|---|\n"
    "| E1 | Drought | 5 min |\n| E2 | Drizzle | 1 h |\n\n"
)
Told = list[tuple[str | None, list[str]]]


def told(body: str, words: Vocabulary) -> Told:
    levels = compile_playbook(TABLE + body, words).severities
    return [
        (one.definition and one.definition.text, [text.text for text in one.examples])
        for one in levels
    ]


def test_examples_below_bold_keys(words: Vocabulary) -> None:
    text = "### Examples\n\n**E1**\n- kettle gone\n- water gone\n\n**E2**\n- lid gone\n"
    assert told(text, words) == [(None, ["kettle gone", "water gone"]), (None, ["lid gone"])]


def test_examples_in_a_table_of_their_own(words: Vocabulary) -> None:
    text = (
        "### Fälle\n\n| Stufe | Beispiele |\n|---|---|\n| E1 | Kessel weg |\n| E2 | Deckel weg |\n"
    )
    assert told(text, words) == [(None, ["Kessel weg"]), (None, ["Deckel weg"])]


def test_definitions_in_a_list_of_their_own(words: Vocabulary) -> None:
    text = "### What they mean: definitions\n\n- **E1**: nobody has tea\n- **E2**: some have none\n"
    assert told(text, words) == [("nobody has tea", []), ("some have none", [])]


def test_what_is_about_something_else_defines_nothing(words: Vocabulary) -> None:
    text = "### Approvals\n\n- **E1**: the owner of the house says yes\n- **E2**: anybody may\n"
    assert told(text, words) == [(None, []), (None, [])]


def test_who_is_told_in_a_list_or_a_table_of_its_own(words: Vocabulary) -> None:
    listed = "### Wer benachrichtigt wird\n\n- E1: alle Gäste\n- E2: der Koch\n"
    rows = "| E1 | alle Gäste |\n| E2 | der Koch |\n"
    for body in (listed, f"### Who hears of it\n\n| Class | Audience |\n|---|---|\n{rows}"):
        found = compile_playbook(TABLE + body, words).severities
        said = [one.communication and one.communication.text for one in found]
        assert said == ["alle Gäste", "der Koch"]


def test_how_often_is_not_who(words: Vocabulary) -> None:
    body = "### Comms\n\n- E1: every 20 minutes\n- E2: within 3 hours\n"
    found = compile_playbook(TABLE + body, words).severities
    assert [one.communication for one in found] == [None, None]


def test_who_is_told_and_how_soon(words: Vocabulary) -> None:
    said = "- **Kommunikation:** alle Gäste per Zettel in 30 Minuten\n"
    fields = f"## Was dann gilt\n\n### E1\n{said}\n### E2\n"
    text = TABLE + fields + "- **Kommunikation:** stündlich\n"
    levels = compile_playbook(text, words).severities
    assert [one.communication and one.communication.text for one in levels] == [
        "alle Gäste per Zettel in 30 Minuten",
        None,
    ]


def test_work_tells_nobody(words: Vocabulary) -> None:
    box, number = "- [ ] **Notification** - hang up a note\n", "1. **Notify** guests\n"
    text = f"{TABLE}## Work\n\n### E1\n\n{box}\n### E2\n\n{number}"
    assert [one.communication for one in compile_playbook(text, words).severities] == [None, None]


def test_what_is_nested_in_a_step_is_no_text_of_the_level(words: Vocabulary) -> None:
    steps = "**Action**\n\n1. **Look**\n   - Lift the lid\n2. **Pour**\n   - Warm the pot\n"
    text = f"{TABLE}## Procedures\n\n### E1: work\n\n{steps}\n### E2: work\n\n{steps}"
    assert [one.action for one in compile_playbook(text, words).severities] == [None, None]
    plain = text.replace("1. **Look**\n   - Lift", "- Lift").replace("2. **Pour**\n", "")
    levels = compile_playbook(plain, words).severities
    assert [one.action and one.action.text for one in levels] == ["Lift the lid", "Lift the lid"]


def test_who_is_called_is_told_far_from_the_levels(words: Vocabulary) -> None:
    said = "- **Escalation:** Cook, then Owner\n"
    fields = f"## Was dann gilt\n\n### E1\n{said}\n### E2\n- **Escalation:** None\n"
    rows = "## Calls\n\n| Class | Escalation |\n|---|---|\n| E1 | Cook, Owner |\n| E2 | – |\n"
    for body in (fields, rows):
        levels = compile_playbook(TABLE + body, words).severities
        assert [[one.text for one in level.escalation] for level in levels] == [
            ["Cook", "Owner"],
            [],
        ]


def test_levels_that_say_whom_they_go_to_are_not_added_to(words: Vocabulary) -> None:
    own = TABLE.replace("Name |", "Escalate to |").replace("Drought", "Cook").replace("Drizzle", "")
    far = "## Was dann gilt\n\n### E1\n- Escalation: Owner\n\n### E2\n- Escalation: Owner\n"
    levels = compile_playbook(own + far, words).severities
    assert [[one.text for one in level.escalation] for level in levels] == [["Cook"], []]
    hours = "## Calls\n\n| Class | Escalation |\n|---|---|\n| E1 | Cook |\n| E2 | Next workday |\n"
    levels = compile_playbook(TABLE + hours, words).severities
    assert [[one.text for one in level.escalation] for level in levels] == [["Cook"], []]
