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


@pytest.mark.parametrize(
    ("above", "heading", "parts", "is_form"),
    [
        ("Post-mortem template", "What it must hold", ("Timeline", "Root cause", "Boats"), True),
        ("Vorlage für die Nachbereitung", "Inhalt", ("Hergang", "Ursachen", "Boote"), True),
        ("Post-mortem template", "Who keeps it", ("The mate", "The owner", "The clerk"), False),
        ("Post-mortem", "What it must hold", ("Timeline", "Root cause", "Boats"), False),
    ],
)
def test_parts_below_a_heading_of_their_own(
    above: str, heading: str, parts: tuple[str, ...], is_form: bool, words: Vocabulary
) -> None:
    listed = "\n".join(f"{at}. **{part}** – as it was" for at, part in enumerate(parts, 1))
    text = f"# Locks\n\n## {above}\n\n### {heading}\n\n{listed}\n"
    form = compile_playbook(text, words).review.template
    assert (form is not None) is is_form
    assert form is None or (form.line, form.sections) == (5, parts)


@pytest.mark.parametrize(
    ("title", "is_form"),
    [
        ("Post-incident notification", False),
        ("Messages about the post-mortem", False),
        ("Post-mortem template", True),
        ("Vorlage für den Vorfallbericht", True),
    ],
)
def test_lists_of_what_is_told_afterwards_are_no_form(
    title: str, is_form: bool, words: Vocabulary
) -> None:
    lists = "\n".join(f"**{one}:**\n- Letter\n- Call\n" for one in ("Pilots", "Owners", "Town"))
    found = compile_playbook(f"# Locks\n\n## {title}\n\n{lists}", words).review.template
    assert (found is not None) is is_form
