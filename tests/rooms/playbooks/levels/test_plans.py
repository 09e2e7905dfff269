"""The minutes of a step are no promise of the level in whose chapter it stands."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = (
    "# Tea\n\n## Severity\n\n| Level | Answer |\n|---|---|\n"
    "| S1 – cold | 5 min |\n| S2 – weak | 1 hour |\n\n"
)


def worst(chapter: str, words: Vocabulary) -> Severity:
    return compile_playbook(
        f"{LEVELS}{chapter}\n\n## S2 – weak\n\nBrew again.\n", words
    ).severities[0]


def test_timed_steps_are_a_plan(words: Vocabulary) -> None:
    level = worst(
        "## S1 – cold\n\n1. **Look** (2 min) → at the kettle\n2. **Repair** (20 min) → the wire\n"
        "3. **Update** (1 min) → the guests\n",
        words,
    )
    assert (level.resolution, level.cadence) == (None, None)


def test_timed_headings_are_a_plan(words: Vocabulary) -> None:
    level = worst(
        "## S1 – cold\n\n### Step 1: Look (2 min)\n\nAt the kettle.\n\n"
        "### Step 2: Mend (20 min)\n\nThe wire.\n\n"
        "### Step 3: Tell (3 min)\n\n**Status updates** (every minute)\n",
        words,
    )
    assert level.cadence is None


def test_promises_beside_steps_count(words: Vocabulary) -> None:
    level = worst(
        "## S1 – cold\n\n- **Updates**: every 15 minutes\n\n1. Look at the kettle\n"
        "2. Mend the wire\n3. Tell the guests\n",
        words,
    )
    assert level.cadence is not None
    assert level.cadence.seconds == 900
