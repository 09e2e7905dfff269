"""Documents made to break a compiler: nothing raises, nothing hangs, nothing is evaluated.

These are R-54 (parsers), R-57 (templates) and R-58 (odd characters) of the reliability targets, as
far as they concern the compiler.
"""

import json
import os
import subprocess
import sys
import tracemalloc
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.comms.facts import Facts
from runcard.domain.comms.fill import Form, fill
from runcard.domain.incidents.model import Status
from runcard.domain.playbooks.annotations import annotations_in
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.coverage import coverage
from runcard.domain.playbooks.levels.spellings import squeezed
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.questions import questions
from runcard.domain.playbooks.suggestions import suggestions
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.writing.canonical import canonical
from runcard.domain.playbooks.writing.json_form import json_of
from tests.golden.made_documents import documents

UNHURRIED = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
NO_HANG = 2.0
"""Seconds of work. The target is 0.1 for a short text; this only tells a hang from a slow day."""
MOST_GROWTH = 64 * 1024 * 1024
ODD = (
    "\u202e\u2066\u2069"  # turned around
    "\u200b\u200d\ufeff\u2060"  # no width
    "\U000e0041\U000e007f"  # tags
    "\x00\x07\x1b[31m\x7f\x85"  # control signs
    "\ud800\udfff"  # halves of a pair
    "\U0001f525\U00020000é\u0301Ａ１"  # four octets, combining, full width
)
RUNS = (
    "*", "_", "[", "](", "`", "|", "<!--", "> ", "- ", "#", "1 ", "15 min or ", "${", "{{", "<b ",
    "&amp;", "\\", "!", "P1/", "(", "https://a.b/", "<!-- runcard: ", "~~~\n", "a: ", "\t", "→",
)  # fmt: skip
DELIMITERS = (
    ("{{", "}}"), ("{%", "%}"), ("${", "}"), ("#{", "}"), ("<%=", "%>"), ("{", "}"), ("[[", "]]"),
    ("@(", ")"), ("*{", "}"), ("$(", ")"), ("`", "`"), ("{{{", "}}}"), ("[", "]"), ("<", ">"),
)  # fmt: skip
PAYLOADS = (
    "1337*7331", "config", "self.__init__.__globals__", "''.__class__.__mro__[1]",
    "request.application", "cycler.__init__", "range(9)", "T(java.lang.Runtime)",
    "constructor.constructor('x')()", "_self.env", "process.mainModule", "dump(app)", "lipsum",
    "system('id')", "open('/etc/passwd').read()", "''|attr('x')", "import os", "x.y.z", "id;uname",
)  # fmt: skip
AROUND = tuple(f"{left}{{}}{right}" for left, right in product(
    ("", " ", "a", "- ", "x: "), ("", " ", ".", "!")))  # fmt: skip


def everything(text: str) -> None:
    """All that is made of a document."""
    words = read_vocabulary()
    playbook = compile_playbook(text, words)
    json.dumps(json_of(playbook))
    assert len(coverage(playbook)) == sum(1 for line in playbook.lines if line.strip())
    suggestions(playbook)
    questions(playbook)


@UNHURRIED
@given(text=st.one_of(st.text(max_size=300), documents()))
def test_no_text_raises_or_hangs(text: str) -> None:
    began = process_time()
    everything(text)
    assert process_time() - began < NO_HANG


@UNHURRIED
@given(text=st.text(alphabet=st.characters(), max_size=120))
def test_no_phrase_raises_in_the_small_parsers(text: str) -> None:
    words = read_vocabulary()
    read_time(text, 1, words)
    placeholders_in([text], 1, words)
    annotations_in([f"<!-- runcard: {text} -->", text])


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("around", ["{}", "# X\n\n{}\n\n## Severity levels\n\n- P1: {}\n"])
def test_a_long_run_of_one_sign_costs_no_more_than_its_length(run: str, around: str) -> None:
    """A quarter of it says how slow the day is, and how much work lies in each sign."""
    short, long = (around.replace("{}", run * (signs // len(run))) for signs in (2_500, 10_000))
    assert _seconds_for(long) < NO_HANG + 8 * _seconds_for(short)


def _seconds_for(text: str) -> float:
    began = process_time()
    everything(text)
    canonical(text, read_vocabulary())
    return process_time() - began


def test_many_documents_leave_no_memory_behind() -> None:
    words = read_vocabulary()
    made = [f"# Watch {n}\n\n## P{n % 5}\nAnswer in {n} minutes. {'x' * n}\n" for n in range(400)]
    for text in made[:50]:
        compile_playbook(text, words)
    tracemalloc.start()
    for text in made:
        compile_playbook(text, words)
    growth, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert growth < MOST_GROWTH


def test_words_that_other_engines_would_run_stay_words() -> None:
    said = [
        around.format(f"{opened}{payload}{closed}")
        for around, (opened, closed), payload in product(AROUND, DELIMITERS, PAYLOADS)
    ]
    assert len(said) >= 5000
    text = "# X\n\n## Communication templates\n\n### Update\n\n~~~text\n"
    playbook = compile_playbook(text + "\n".join(said) + "\n~~~\n", read_vocabulary())
    (template,) = playbook.templates
    assert template.text.split("\n") == said
    now = datetime(2026, 1, 1, tzinfo=UTC)
    facts = Facts("INC-1", "TITLE", Status.MITIGATING, now, now)
    known = {one.token: one.field for one in template.placeholders if one.field is not None}
    unknown = [one for one in template.placeholders if one.field is None]
    filled = fill(Form(template.text, template.text_line, unknown), facts).text
    assert filled == template.text
    whole = fill(Form(template.text, template.text_line, template.placeholders), facts).text
    changed = [
        (line, new)
        for line, new in zip(said, whole.split("\n"), strict=True)
        if line != new and not any(token in line for token in known)
    ]
    assert changed == []
    assert str(1337 * 7331) not in whole


@pytest.mark.parametrize("sign", [*ODD, ODD])
def test_odd_signs_in_any_place_are_kept_and_break_nothing(sign: str) -> None:
    text = (
        f"# X{sign}\n\n## Severity{sign} levels\n\n| Level | Response time |\n|---|---|\n"
        f"| P1{sign} | 15{sign} min |\n| P2 | 1 hour |\n\n## Escalation\n\n1. Ada{sign}\n2. Bo\n\n"
        f"```bash\nls {sign}\n```\n\n<!-- runcard: respond P1{sign} = 5 min -->\n"
    )
    everything(text)
    playbook = compile_playbook(text, read_vocabulary())
    assert "\n".join(playbook.lines) == text.replace("\r", "\n")
    assert "P2" in {level.key for level in playbook.severities}


@given(st.sampled_from(["P1", "SEV-2", "Kritisch", "级别1"]))
def test_a_key_is_the_same_in_every_width_and_case(key: str) -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in key)
    assert squeezed(wide) == squeezed(key) == squeezed(key.swapcase())


def test_a_process_without_a_locale_reads_and_prints_any_sign(tmp_path: Path) -> None:
    fit = "".join(one for one in ODD if not 0xD800 <= ord(one) <= 0xDFFF)
    document = tmp_path / "odd.md"
    document.write_bytes(f"# Ünïcode {fit}\n\n- P1 {fit}: 5 min\n".encode())
    shown = subprocess.run(
        [sys.executable, "-m", "runcard", "check", str(document)],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert shown.returncode in {0, 7}
    assert b"Traceback" not in shown.stderr
