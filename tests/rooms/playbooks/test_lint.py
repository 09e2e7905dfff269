"""Every code is found in two documents and not in two others; nothing in any text may raise."""

import re
from pathlib import Path

import pytest
import tomli

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook, read_document
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import findings_of, without_echoes
from runcard.domain.playbooks.model import Finding, Flaw, Grade, Playbook
from runcard.domain.playbooks.raising import REALITY
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HERE = Path(__file__).parent
SOURCES = Path(__file__).parents[3] / "src" / "runcard" / "domain" / "playbooks"
KINDS = read_vocabulary().kinds
CASES = {
    code: said
    for file in sorted((HERE / "cases").glob("*.toml"))
    for code, said in tomli.loads(file.read_text("utf-8")).items()
}
TOLD = [
    (code, case["document"], case["says"])
    for code, cases in tomli.loads((HERE / "told_elsewhere.toml").read_text("utf-8")).items()
    for case in cases
]
STILL = [
    (code, case["document"])
    for code, cases in tomli.loads((HERE / "still_found.toml").read_text("utf-8")).items()
    for case in cases
]
# What the document names and the world does not have is told in test_reality.
every_code = pytest.mark.parametrize("code", sorted(KINDS.keys() - REALITY.keys()))


def codes_in(text: str, words: Vocabulary) -> set[str]:
    return {found.code for found in found_in(text, words)}


@every_code
def test_a_code_is_found_in_its_example_and_in_a_second_document(
    code: str, words: Vocabulary
) -> None:
    assert code in codes_in(KINDS[code].bad, words)
    assert code in codes_in(CASES[code]["hit"], words)


@every_code
def test_a_code_is_silent_in_the_mended_example_and_in_a_second_document(
    code: str, words: Vocabulary
) -> None:
    assert code not in codes_in(KINDS[code].good, words)
    assert code not in codes_in(CASES[code]["miss"], words)


@pytest.mark.parametrize(("code", "document", "says"), TOLD)
def test_a_code_is_silent_where_the_document_tells_it_in_other_words(
    code: str, document: str, says: str, words: Vocabulary
) -> None:
    assert code in codes_in(document.replace("@@", ""), words)
    assert code not in codes_in(document.replace("@@", says), words)


@pytest.mark.parametrize(("code", "document"), STILL)
def test_a_code_is_still_found_where_the_words_only_come_near(
    code: str, document: str, words: Vocabulary
) -> None:
    assert code in codes_in(document, words)


def test_rules_use_every_code_and_no_other() -> None:
    folders = (SOURCES / "checks", SOURCES / "command_checks")
    files = [
        *(one for folder in folders for one in folder.glob("*.py")),
        SOURCES / "suppressions.py",
    ]
    used = {code for file in files for code in re.findall(r"\bRC\d{3}\b", file.read_text("utf-8"))}
    assert used == KINDS.keys() - REALITY.keys()


def test_a_document_without_known_codes_has_no_findings(words: Vocabulary) -> None:
    reading = read_document("# Ovens\n", Vocabulary())
    assert findings_of(reading.playbook, reading.facts) == ()
    assert compile_playbook("# Ovens\n", words).findings


class OvenCheck:
    """A rule from outside."""

    kind = "ovens"

    def check(self, playbook: Playbook, facts: Facts) -> list[Finding]:
        return [Finding("OV001", 1, 1, Grade.INFO, Flaw.HYGIENE, "There is no oven", "Build one")]


def test_rules_of_strangers_are_asked_and_may_be_ignored_like_ours(words: Vocabulary) -> None:
    reading = read_document("# Bread\n", words)
    found = findings_of(reading.playbook, reading.facts, [OvenCheck()])
    assert "OV001" in {one.code for one in found}
    quiet = "<!-- runcard: ignore OV001 because we buy our bread -->\n# Bread\n"
    reading = read_document(quiet, words)
    found = findings_of(reading.playbook, reading.facts, [OvenCheck()])
    assert "OV001" not in {one.code for one in found}


AWKWARD = (
    "",
    "\x00",
    "```bash\n" + "a | " * 3000 + "\n```",
    "```bash\n" + "'" * 3001 + "\n```",
    "```bash\n" + "# comment\n" * 3000 + "```",
    "# " + "x" * 50_000,
    "[a](#" + "b" * 5000 + ")\n" * 40,
    "```bash\ncurl " + "<" * 2000 + "\n```",
    "| a | b |\n|---|---|\n" + "| every 5 minutes | P1 |\n" * 400,
    "```bash\nsed 's/\\\\" + "\\" * 999 + "\n```",
    "\n".join(f"## Same\n\n- [ ] rotate {n}" for n in range(400)),
)


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_no_text_makes_a_rule_raise_or_point_outside(text: str, words: Vocabulary) -> None:
    last = len(read_document(text, words).playbook.lines)
    for found in found_in(text, words):
        assert 1 <= found.line <= found.end_line <= last


def test_of_two_findings_about_a_line_the_better_one_is_told(words: Vocabulary) -> None:
    facts = read_document("# G\n", words).facts
    loss, better = facts.finding("RC725", 1), facts.finding("RC840", 1)
    other = facts.finding("RC725", 2)
    assert without_echoes([loss, better, other], facts) == [better, other]
