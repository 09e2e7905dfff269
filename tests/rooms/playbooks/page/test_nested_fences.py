"""Fences that hold a fence of the same length."""

import pytest

from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.nested_fences import nests
from runcard.domain.playbooks.page.outline import outline

FORM = """# Gates

## Report

```markdown
# Report of [date]

## Repair

```bash
gates list
```

## Cause
```

## Contacts

```bash
gates --version
```
"""


def test_a_form_with_a_command_in_it_is_one_fence() -> None:
    page = outline(FORM)
    assert [one.title for one in page.sections if one.line] == ["Gates", "Report", "Contacts"]
    fences = [block for one in page.sections for block in one.blocks if isinstance(block, Fence)]
    assert [(one.line, one.end, one.lang) for one in fences] == [
        (5, 15, "markdown"),
        (19, 21, "bash"),
    ]
    assert "```bash" in fences[0].lines
    assert page.lines[4] == "```markdown"


@pytest.mark.parametrize(
    "text",
    [
        "```bash\necho a\n```\n\n```bash\necho b\n```",
        "```text\na\n```\nwords\n```sql\nSELECT 1;\n```",
        "````markdown\n```bash\necho\n```\n````",
        "```markdown\nnever closed\n\n```bash\necho\n```\n\n```bash\necho\n```",
        "```python\n'''\n```bash\n'''\n```",
        "```",
        "~~~text\n```bash\n~~~",
    ],
)
def test_other_fences_are_read_by_the_letter(text: str) -> None:
    assert list(nests(text.split("\n"))) == []
