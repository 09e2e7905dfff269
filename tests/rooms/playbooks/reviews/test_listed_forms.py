"""A form that is only listed, below a heading that names a template."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

PARTS = "1. **What broke**\n   - the lock\n2. **Why**\n   - the water\n3. **What we change**\n"


def test_parts_in_a_list(words: Vocabulary) -> None:
    text = f"# Locks\n\n## Post-mortem\n\n### Template\n\n{PARTS}"
    form = compile_playbook(text, words).review.template
    assert form is not None
    assert (form.line, form.sections) == (5, ("What broke", "Why", "What we change"))


def test_things_to_tick_off_are_no_form(words: Vocabulary) -> None:
    boxes = "- [ ] What broke\n- [ ] Why\n- [ ] What we change\n"
    text = f"# Locks\n\n## Post-mortem\n\n### Template\n\n{boxes}"
    assert compile_playbook(text, words).review.template is None


def test_a_line_or_an_entry_that_says_template(words: Vocabulary) -> None:
    nested = (
        "1. **Report** within a day. Template:\n   - What broke\n   - Why\n   - What we change\n"
    )
    below = "Schreibt auf, was war. Vorlage:\n\n- What broke\n- Why\n- What we change\n"
    for body in (nested, below):
        form = compile_playbook(f"# Locks\n\n## Post-mortem\n\n{body}", words).review.template
        assert form is not None
        assert (form.line, form.sections) == (5, ("What broke", "Why", "What we change"))


def test_a_list_below_another_line_is_no_form(words: Vocabulary) -> None:
    text = "# Locks\n\n## Post-mortem\n\nWe learnt three things:\n\n- What broke\n- Why\n- How\n"
    assert compile_playbook(text, words).review.template is None


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Incident report template", ("What broke", "Why", "What we change")),
        ("Vorlage für den Bericht", ("Was brach", "Warum", "Was wir ändern")),
        ("報告書のテンプレート", ("壊れたもの", "原因", "変えること")),
    ],
)
def test_titles_above_lists_are_the_parts(
    heading: str, parts: tuple[str, ...], words: Vocabulary
) -> None:
    lists = "\n".join(f"**{part}:**\n- Name: [name]\n- Hour: [hour]\n" for part in parts)
    text = f"# Locks\n\n## Post-mortem\n\n### {heading}\n\n{lists}"
    form = compile_playbook(text, words).review.template
    assert form is not None
    assert form.sections == parts
