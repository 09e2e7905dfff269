"""Checks that a sentence tells, and sentences that tell none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Tea\n\n## Runbooks\n\n### Kettle cold\n\n"
LOOK = "```sh\nkettlectl status --all\nkettlectl info lid_heat\n```\n\n"
MEND = "```sh\nkettlectl restart\n```\n\n"


def checked(body: str, words: Vocabulary) -> str | None:
    (book,) = compile_playbook(HEAD + body, words).runbooks
    return book.verification.text if book.verification else None


@pytest.mark.parametrize(
    ("sentence", "command"),
    [("Check with `df -h /tea` that there is room.", "df -h /tea"),
     ("`df -h /tea` muss unter 80 % liegen.", "df -h /tea"),
     ("`df -h /tea` ensuite.", "df -h /tea"),
     ("Comprobar: `brewer warmth --pot 2`.", "brewer warmth --pot 2"),
     ("`brewer warmth --pot 2` should say hot.", "brewer warmth --pot 2"),
     ("`lid_heat` must be above 90.", "kettlectl info lid_heat"),
     ("Check `lid_heat` after it.", "kettlectl info lid_heat"),
     ("Zweite Abfrage wiederholen: sie muss leer sein.", "kettlectl info lid_heat"),
     ("Run the first command again, all must be hot.", "kettlectl status --all"),
     ("Count again.", "kettlectl status --all")],
)  # fmt: skip
def test_a_sentence_behind_the_repair(sentence: str, command: str, words: Vocabulary) -> None:
    assert checked(LOOK + MEND + sentence, words) == command


def test_a_sentence_says_what_the_last_command_must_show(words: Vocabulary) -> None:
    fence = "```sh\nkettlectl restart\npotctl list\n```\n\n"
    assert checked(fence, words) is None
    assert checked(f"{fence}Alle drei müssen heiß sein.", words) == "potctl list"
    assert checked(f"{fence}The cups are blue.", words) is None


@pytest.mark.parametrize(
    "sentence",
    ["If it stays cold, check `df -h /tea`.", "Then restart the pot, `df -h` and the lid.",
     "See `/etc/tea.conf`.", "The `--all` flag must be given.", "Ada must be told.",
     "Boil it again."],
)  # fmt: skip
def test_other_sentences_are_no_check(sentence: str, words: Vocabulary) -> None:
    assert checked(LOOK + MEND + sentence, words) is None


def test_nothing_is_checked_before_anything_is_changed(words: Vocabulary) -> None:
    assert checked(f"{LOOK}Check with `df -h /tea`.\n\n1. Ask Ada.\n2. Ask Bo.", words) is None


def test_changes_in_sentences_are_checked_too(words: Vocabulary) -> None:
    steps = "1. Open the tap: `kettlectl start tap`.\n2. `./smoke.sh` must pass.\n"
    assert checked(steps, words) == "./smoke.sh"


def test_what_is_checked_in_a_diagnosis_verifies_nothing(words: Vocabulary) -> None:
    text = f"**Immediate**\n\n{MEND}**Investigation**\n\n1. Check with `df -h /tea` for room.\n"
    assert checked(text, words) is None


def test_whoever_looks_for_the_cause_has_repaired_nothing_yet(words: Vocabulary) -> None:
    causes = "1. **Lid open**, check it is shut: `df -h /tea`\n2. Boil it again.\n"
    fence = "```sh\nkettlectl trace lid\n```\n\n"
    assert checked(f"**Diagnosis:**\n\n{fence}**Fix:**\n\n{causes}", words) is None
    assert checked(f"**Fix:**\n\n{fence}{causes}", words) == "df -h /tea"


@pytest.mark.parametrize(
    ("code", "found"),
    [("visitor_status_logs", None), ("pg_isready", "pg_isready"),
     ("potctl status", "potctl status")],
)  # fmt: skip
def test_the_name_of_a_table_or_a_log_is_not_run(
    code: str, found: str | None, words: Vocabulary
) -> None:
    assert checked(f"{MEND}Check `{code}` for whatever came in by night.", words) == found


@pytest.mark.parametrize(
    ("line", "command"),
    [("**Verification:** `curl -s tea.example | grep -q hot`", "curl -s tea.example | grep -q hot"),
     ("**Prüfung:** `kettlectl status`", "kettlectl status"),
     ("- **Vérification :** `brewer warmth --pot 2`", "brewer warmth --pot 2"),
     ("**検証:** `kettlectl status`", "kettlectl status"),
     ("**Verification:** run `brewer warmth --pot 2`", "brewer warmth --pot 2"),
     ("**Verification:** the table is in `tea.md`", None), ("**Verification:** `lid_heat`", None),
     ("**Verification:** the cup is hot", None), ("**Owner:** `brewer warmth --pot 2`", None)],
)  # fmt: skip
def test_a_command_behind_the_name_of_the_part(
    line: str, command: str | None, words: Vocabulary
) -> None:
    assert checked(f"**Steps:**\n\n1. Fill it\n2. Light it\n\n{line}\n", words) == command
