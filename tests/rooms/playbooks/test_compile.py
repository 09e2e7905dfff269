"""Any text compiles, quickly, and nothing is invented."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HARD = {
    "empty": "",
    "blank lines": "\n\n\n",
    "NUL bytes": "# A\x00B\n\n| P1 | \x00 |\n|---|---|\n| P2 | 5 min |\n",
    "a line of a megabyte": "# Title\n\n" + "x [a](b) **c** 5 min " * 50_000,
    "a deep quote": ">" * 2_000 + " deep",
    "deep lists": "\n".join("  " * depth + "- item" for depth in range(300)),
    "a broken table": "| Severity | Response |\n|--\n| P0 | 5 min\n| P1",
    "a wide table": "|" + " P1 |" * 3_000 + "\n|" + "---|" * 3_000 + "\n",
    "an open fence": "## Templates\n\n```\n[a] {b} <c>\n",
    "open HTML": "<table><tr><td>P0<td><ul><li>x\n<tr><td",
    "damaged letters": "# PrÃ³xima\n\n- â€” Ã\xad Ã\n",
    "front matter without an end": "---\ntitle: x\n",
    "front matter alone": "---\ntitle: x\n---\n",
    "headings without text": "#\n##\n###\n- \n-\n1.\n",
    "only brackets": "[" * 5_000 + "]" * 5_000,
    "only arrows": "## Escalation\n\n```\n" + "--" * 3_000 + ">\n```\n",
    "only stars": "*" * 9_001,
    "only colons": ":" * 5_000,
    "lone surrogates": "# \ud800\n\n- P0: \udfff 5 min\n",
    "carriage returns": "# A\r\r\n## Severity\r\n- P0: x\r",
}

PIECES = st.sampled_from(
    [
        "# Incident Response", "## Severity Levels", "### P0 - Critical (Response: 5 min)",
        "- **P1**: broken. Response: 15 min.", "**P2 - Low (< 1 h)**", "| Severity | Response |",
        "|---|---|", "| P0 | Immediate |", "## Escalation Path", "1. **Lead** (after 10 min)",
        "a -> b (5 min) -> c", "```", "~~~markdown", "> [STATUS] {x} <y>", "## Templates",
        "[title] at HH:MM", "## Post-Mortem (Within 60 hours)", "- P0: within 2 days",
        "<table><tr><td>P1</td></tr></table>", "- [ ] step", "□ box", "---", "title: x", "",
        "    indented", "## 联系人", "- 电话：400-XXX", "Next update: in 30 minutes",
        "P0–P3, SEV1/2",
    ]
)  # fmt: skip


def lines_of(playbook: Playbook) -> list[int]:
    places = [finding.line for finding in playbook.findings]
    places += [level.line for level in playbook.severities]
    places += [step.line for chain in playbook.chains for step in chain.steps]
    places += [contact.line for contact in playbook.contacts]
    places += [template.text_line for template in playbook.templates if template.text]
    return places


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_hard_input_gives_a_playbook(words: Vocabulary, text: str) -> None:
    playbook = compile_playbook(text, words)
    assert all(1 <= line <= len(playbook.lines) for line in lines_of(playbook))


@pytest.mark.parametrize("text", ["", "hello", "# Only a title\n\nSome prose about ducks.\n"])
def test_nothing_is_invented_where_nothing_is_said(words: Vocabulary, text: str) -> None:
    playbook = compile_playbook(text, words)
    assert playbook.severities == ()
    assert playbook.chains == ()
    assert playbook.templates == ()
    assert playbook.review.deadlines == ()
    assert playbook.monitoring is None
    assert "RC001" in {finding.code for finding in playbook.findings}


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30))
def test_pieces_of_documents_in_any_order_compile(words: Vocabulary, pieces: list[str]) -> None:
    playbook = compile_playbook("\n".join(pieces), words)
    assert all(1 <= line <= len(playbook.lines) for line in lines_of(playbook))


@settings(deadline=None, max_examples=120)
@given(st.text(max_size=400))
def test_any_text_compiles_without_an_error(words: Vocabulary, text: str) -> None:
    assert compile_playbook(text, words).lines


def test_the_same_text_gives_the_same_playbook(words: Vocabulary) -> None:
    text = HARD["a broken table"]
    assert compile_playbook(text, words) == compile_playbook(text, words)
