"""What states its own level is one kind of incident, whatever number it has."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = (
    "### Step 1: Close the sluice (2 minutes)\n\n- [ ] Turn the wheel\n\n"
    "### Step 2: Look at the gauge\n\n```sh\nweirctl level\n```\n\n"
)
ON_A_LINE = "**{label}**: {level}\n**Horn**: twice\n\n"
IN_A_HEADING = "### {label}: {level}\n\n"


def read(text: str, words: Vocabulary) -> tuple[list[tuple[str, str | None]], list[str]]:
    made = compile_playbook(text, words)
    books = [(one.title, one.severity) for one in made.runbooks]
    return books, [one.title for one in made.phases]


@pytest.mark.parametrize("said", [ON_A_LINE, IN_A_HEADING])
@pytest.mark.parametrize(
    ("label", "level", "key"),
    [("Severity", "P1 - CRITICAL", "P1"), ("Severity", "high (P2)", "P2"),
     ("Schweregrad", "Hoch (P2)", "P2"), ("Priorité", "P3", "P3"), ("级别", "P2", "P2")],
)  # fmt: skip
def test_numbered_chapters_with_a_level_each_are_runbooks(
    said: str, label: str, level: str, key: str, words: Vocabulary
) -> None:
    stated = said.format(label=label, level=level)
    text = (
        f"# Incident response at the weir\n\n## 1. FLOOD - over the sill\n\n{stated}{STEPS}"
        f"## 2. Ice on the rack\n\n{stated}{STEPS}"
    )
    assert read(text, words) == ([("FLOOD - over the sill", key), ("Ice on the rack", key)], [])


def test_their_steps_are_their_parts(words: Vocabulary) -> None:
    stated = ON_A_LINE.format(label="Severity", level="P2")
    text = f"# Weir\n\n## 1. Flood\n\n{stated}{STEPS}## 2. Ice\n\n{stated}{STEPS}"
    parts = compile_playbook(text, words).runbooks[0].parts
    assert [one.name for one in parts] == ["step_1_close_the_sluice", "step_2_look_at_the_gauge"]


@pytest.mark.parametrize(
    "first", ["Severity", "Severity: P1 / P2 / P3", "Owner: the warden", "Colour: high"]
)
def test_a_process_states_none(first: str, words: Vocabulary) -> None:
    text = f"# Weir\n\n**{first}**\n\n{STEPS.replace('###', '##')}"
    told = (
        f"# Weir\n\n## 1. Watch\n\n**{first}**\n\n1. Look\n\n## 2. Shut\n\n**{first}**\n\n1. Go\n"
    )
    assert [len(read(one, words)[1]) for one in (text, told)] == [2, 2]


@pytest.mark.parametrize("above", ["Drills", "Message templates", "Post-mortems"])
def test_what_is_practised_sent_or_written_afterwards_is_none(
    above: str, words: Vocabulary
) -> None:
    one = "**Severity**: P1\n\n1. Read it\n2. Sign it\n\n"
    text = f"# Weir\n\n## {above}\n\n### Flood of May\n\n{one}### Ice of June\n\n{one}"
    assert read(text, words)[0] == []


def test_a_level_that_states_its_priority_is_a_level(words: Vocabulary) -> None:
    one = "**Priority**: high\n\n1. Ring the bell\n\n"
    text = f"# Weir\n\n## Severity\n\n### SEV1 - Flood\n\n{one}### SEV2 - Ice\n\n{one}"
    made = compile_playbook(text, words)
    assert ([one.key for one in made.severities], made.runbooks) == (["SEV1", "SEV2"], ())
