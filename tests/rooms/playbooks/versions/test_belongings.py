"""Templates, runbooks, phases, roles and contacts: what is gone, new or different."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.versions.belongings import belongings_changed, body_of

DOCUMENT = """\
# Pier four

## Incident Response Process

### Phase 1: Look (10 minutes)

- [ ] Say that you have it
- [ ] Read the gauge

### Phase 2: Mend

- [ ] Close the valve

## Roles

### Dock Lead

- decides who closes the pier

## Runbooks

### Pump is silent

**Symptoms:** no hum

```bash
systemctl status pump
# the pump's own log follows
```

### Gauge is stuck

**Symptoms:** the same number for an hour

## Communication Templates

### First notice to customers

```
Pier four is closed since [start time].
```

## Post-Mortem

### Post-Mortem Template

```markdown
# Review: [title]
## Cause
[root cause]
```

## Contacts

- **Harbour office**: 01632 960150
"""


def said(new: str) -> list[tuple[str, bool]]:
    old, after = (compile_playbook(text, read_vocabulary()) for text in (DOCUMENT, new))
    return [(one.words, one.lost) for one in belongings_changed(old, after)]


def test_a_line_that_only_moved_is_no_difference() -> None:
    assert said(DOCUMENT.replace("# Pier four\n", "# Pier four\n\nWelcome to the pier.\n\n")) == []


@pytest.mark.parametrize(
    ("was", "becomes", "words", "lost"),
    [
        ("closed since", "shut since",
         "the template “First notice to customers” reads differently", False),
        ("### First notice to customers", "### Opening words to customers",
         "the template “First notice to customers” is called “Opening words to customers”", False),
        ("systemctl status pump", "systemctl restart pump",
         "the runbook “Pump is silent” reads differently", False),
        ("- [ ] Read the gauge\n", "",
         "“Phase 1: Look” no longer asks “Read the gauge”", False),
        ("- [ ] Close the valve", "- [ ] Close both valves",
         "“Phase 2: Mend” asks “Close both valves”", False),
        ("- [ ] Say that you have it\n- [ ] Read the gauge",
         "- [ ] Read the gauge\n- [ ] Say that you have it",
         "“Phase 1: Look” asks the same in another order", False),
        ("960150", "960151",
         "the contact “Harbour office” is 01632 960151, was 01632 960150", False),
        ("- **Harbour office**: 01632 960150", "- **Dock office**: 01632 960150",
         "the contact “Harbour office” (01632 960150) is gone", False),
        ("decides who closes", "may not decide who closes",
         "the role “Dock Lead” reads differently", False),
        ("## Cause\n", "## Cause\n## Cost\n",
         "the template of the review reads differently", False),
    ],
)  # fmt: skip
def test_what_differs_is_said_in_one_sentence(
    was: str, becomes: str, words: str, lost: bool
) -> None:
    assert (words, lost) in said(DOCUMENT.replace(was, becomes, 1))


def test_a_template_that_is_gone_is_a_loss() -> None:
    start, end = DOCUMENT.index("## Communication"), DOCUMENT.index("## Post-Mortem")
    found = said(DOCUMENT[:start] + DOCUMENT[end:])
    assert any("“First notice to customers” for" in words and lost for words, lost in found)
    start, end = DOCUMENT.index("## Post-Mortem"), DOCUMENT.index("## Contacts")
    assert ("the template of the review is gone", True) in said(DOCUMENT[:start] + DOCUMENT[end:])


def test_a_body_ends_at_the_next_heading_that_is_not_inside_a_fence() -> None:
    book = compile_playbook(DOCUMENT, read_vocabulary())
    line = next(n for n, words in enumerate(book.lines, 1) if "Pump is silent" in words)
    body = body_of(book, line)
    assert "# the pump's own log follows" in body
    assert "Gauge" not in body
