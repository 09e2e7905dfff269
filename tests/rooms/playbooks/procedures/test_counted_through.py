"""Counts that go on over the chapters, and those that begin again."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_a_count_that_goes_on_over_the_chapters_is_one_course(words: Vocabulary) -> None:
    body = (
        "## At once\n\n### Step 1: Shut the sluice\n\n- a\n\n### Step 2: Ring the bell\n\n- b\n\n"
        "## By noon\n\n### Step 3: Count the eels\n\n- c\n\n## Later\n\n### Step 4: Mend\n\n- d\n"
    )
    assert [one.title for one in compile_playbook(f"# Eel farm\n\n{body}", words).phases] == [
        "Step 1: Shut the sluice",
        "Step 2: Ring the bell",
        "Step 3: Count the eels",
        "Step 4: Mend",
    ]


def test_a_count_that_begins_again_is_none_of_all(words: Vocabulary) -> None:
    two = "### Step 1: Look\n\n- a\n\n### Step 2: Mend\n\n- b\n\n"
    body = f"## Runbooks\n\n## Sluice stuck\n\n{two}## Bell cracked\n\n{two}"
    phases = compile_playbook(f"# Eel farm\n\n{body}", words).phases
    assert len(phases) < 4


@pytest.mark.parametrize(
    ("chapters", "found"),
    [(("First look (0-15 minutes)", "Containment"), ["Call", "Look", "Close the sluice", "Wait"]),
     (("Erkennung", "Eindämmung"), ["Call", "Look", "Close the sluice", "Wait"]),
     (("Eels", "Nets"), ["Call", "Look"]), (("Detection", "Eels"), ["Call", "Look"])],
)  # fmt: skip
def test_numbers_go_on_below_the_next_phase(
    chapters: tuple[str, str], found: list[str], words: Vocabulary
) -> None:
    first = (
        f"## S1 at the weir\n\n### {chapters[0]}\n\n#### 1. Call\n\n- a\n\n#### 2. Look\n\n- b\n"
    )
    then = f"### {chapters[1]}\n\n#### 3. Close the sluice\n\n- c\n\n#### 4. Wait\n\n- d\n"
    phases = compile_playbook(f"# Weir\n\n{first}\n{then}", words).phases
    assert [one.title for one in phases] == found
