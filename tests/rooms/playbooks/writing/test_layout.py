"""One layout for headings, lists, tables, fences and white space; what is verbatim stays."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.edits import applied
from runcard.domain.playbooks.writing.layout import layout_edits


def laid_out(text: str, words: Vocabulary) -> str:
    playbook = compile_playbook(text, words)
    return applied(playbook.lines, layout_edits(playbook))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Title\n=====\ntext", "# Title\n\ntext\n"),
        ("text\n##  Title  ##\ntext", "text\n\n## Title\n\ntext\n"),
        ("# A\n## B\nx", "# A\n\n## B\n\nx\n"),
        ("# C#", "# C#\n"),
        ("* a\n* b\n  + c", "- a\n- b\n  - c\n"),
        ("1) a\n2) b", "1. a\n2. b\n"),
        ("a\n\n\n\nb   \n\n\n", "a\n\nb\n"),
        ("a  \nb", "a  \nb\n"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("~~~sh\nls\n~~~", "```sh\nls\n```\n"),
        ("```\njust words\n```", "```text\njust words\n```\n"),
        ("```\nkubectl get pods\n```", "```bash\nkubectl get pods\n```\n"),
    ],
)
def test_each_thing_has_one_form(before: str, after: str, words: Vocabulary) -> None:
    assert laid_out(before, words) == after
    assert laid_out(after, words) == after


@pytest.mark.parametrize(
    "text",
    [
        "- a\n* b\n",  # two lists
        "* - -\n",  # would become a rule
        "> * quoted\n",
        "<pre>\n* not ours\n\n\n</pre>\n",
        "    # code in a browser\n",
        "```bash\n* glob   \n\n\n\n```\n",
        "~~~text\n```\n~~~\n",
        "---\ntitle:   x\n---\n",
        "a\x00b\n",
        "x" * 5000 + "  \n",
    ],
)
def test_what_is_not_understood_or_meant_verbatim_stays(text: str, words: Vocabulary) -> None:
    kept = laid_out(text, words)
    assert kept.split("\n")[: len(text.split("\n")) - 2] == text.split("\n")[:-2]


def test_a_message_goes_out_as_it_stands(words: Vocabulary) -> None:
    message = "> **[SEV-1] {service}**   \n> * is down\n"
    text = f"# X\n\n## Communication templates\n\n### Initial notice\n\n{message}"
    assert laid_out(text, words).endswith(message)
