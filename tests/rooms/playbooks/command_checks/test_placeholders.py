"""Values to fill in: one finding a block, graded by what happens if nobody fills them in."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def gaps(text: str, words: Vocabulary) -> list[Finding]:
    return [one for one in found_in(text, words) if one.code == "RC701"]


def shell(*lines: str) -> str:
    return "\n".join(["# Gates", "", "```bash", *lines, "```", ""])


def test_one_value_in_a_block_is_one_finding_over_its_lines(words: Vocabulary) -> None:
    found = gaps(shell("gatectl show <gate>", "date", "gatectl shut <gate> --at <hour>"), words)
    assert [(one.line, one.end_line) for one in found] == [(4, 6)]
    assert found[0].message.endswith("<gate>, <hour>")


def test_a_value_told_once_is_not_told_again_in_the_next_block(words: Vocabulary) -> None:
    text = shell("gatectl show <gate>") + shell("gatectl shut <gate>")
    assert len(gaps(text, words)) == 1


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Useful commands", False),
        ("Nützliche Befehle", False),
        ("Recovery commands", True),
        ("The gate stays shut", True),
    ],
)
def test_a_line_to_look_up_is_the_form_of_a_command(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## {title}\n\n```bash\ngatectl exec <gate> <command>\n```\n"
    assert bool(gaps(text, words)) is is_found


@pytest.mark.parametrize(
    ("lines", "grade"),
    [
        (["gatectl list tides", "gatectl shut <gate>"], Grade.WARNING),
        (["rm -rf /srv/<gate>"], Grade.WARNING),
        (["""gatectl apply '{"to": "{new_pilot}"}'"""], Grade.ERROR),
        (["""gatectl show '{"to": "{new_pilot}"}'"""], Grade.WARNING),
    ],
)
def test_the_grade_is_that_of_running_it_as_it_stands(
    lines: list[str], grade: Grade, words: Vocabulary
) -> None:
    assert [one.grade for one in gaps(shell(*lines), words)] == [grade]


@pytest.mark.parametrize(
    "below", ["`<gate>` is the letter on the wall.", "`<gate>`: celle du ticket de la marée."]
)
def test_a_sentence_that_explains_the_value_leaves_nothing_open(
    below: str, words: Vocabulary
) -> None:
    assert gaps(shell("gatectl shut <gate>") + f"\n{below}\n", words) == []
    assert gaps(shell("gatectl shut <gate>") + "\nThe gate is on the wall.\n", words)


def test_a_value_that_was_found_is_known_further_down_its_section(words: Vocabulary) -> None:
    listed = shell("gatectl list gates", "gatectl shut <gate>")
    below = "\nThen `gatectl set <gate> open` lets the ships in.\n"
    assert gaps(listed + below, words) == []
    other = below.replace("set", "delete gate")
    assert gaps(listed + "\n## Another day\n" + other.replace("gatectl", "kubectl"), words)


def test_a_value_in_a_sentence_is_no_matter_unless_it_destroys(words: Vocabulary) -> None:
    said = "Shut it with `kubectl {} gate <pilot>`.\n"
    grades = [[one.grade for one in gaps(said.format(verb), words)] for verb in ("set", "delete")]
    assert grades == [[], [Grade.WARNING]]


def test_a_value_that_a_look_above_shows_is_no_matter(words: Vocabulary) -> None:
    assert gaps(shell("gatectl watch gates", "gatectl shut <gate>"), words) == []
    assert gaps(shell("gatectl shut <gate>"), words)


@pytest.mark.parametrize(
    "line",
    [
        "curl -s http://gate/ | grep '<title>'",
        'curl -s http://gate/ | grep "<h1>"',
        "psql ledger < dump.sql > out.txt",
        "psql ledger <dump.sql >out.txt",
        """psql -c "SELECT 1 WHERE state = '<idle>'" """,
    ],
)
def test_redirections_and_data_are_no_gaps(line: str, words: Vocabulary) -> None:
    assert gaps(shell(line), words) == []


def test_single_quotes_inside_double_ones_hide_no_gap(words: Vocabulary) -> None:
    assert gaps(shell("""psql -c "SELECT shut('<gate>')" """), words)
    assert not gaps(shell("""awk '/<gate>/' log"""), words)


def test_the_fields_of_curl_are_no_gaps(words: Vocabulary) -> None:
    assert gaps(shell('curl -so /dev/null -w "%{http_code}" http://gates'), words) == []
    assert gaps(shell('curl -so /dev/null "http://gates/{gate_id}"'), words)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("ALTER AVAILABILITY GROUP [AG-WEIR] FAILOVER;", False),
        ("USE [Weir]", False),
        ("UPDATE [tides] SET high = 4", False),
        ("SELECT DB_NAME(database_id)", False),
        ("KILL [session]", True),
    ],
)
def test_some_databases_write_names_in_brackets(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(gaps(f"# W\n\n## Gate\n\n```sql\n{line}\n```\n", words)) is is_found


@pytest.mark.parametrize(
    ("look", "token", "is_found"),
    [
        ("kubectl get deployments -A", "<namespace>", False),
        ("helm list --all-namespaces", "<namespace>", False),
        ("kubectl get deployments", "<namespace>", True),
        ("tail -A 3 oven.log", "<namespace>", True),
        ("kubectl get sluices", "<slu-name>", False),
        ("kubectl watch sluices", "<slu-name>", True),
        ("kubectl get tides", "<slu-name>", True),
    ],
)
def test_a_list_shows_the_namespace_and_what_is_named_by_its_beginning(
    look: str, token: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(gaps(shell(look, f"gatectl show {token}"), words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('git commit -am "Open the gate: <why it was shut>"', False),
        ('gatectl shut 4 --reason "<cause>"', False),
        ("gatectl shut 4 --reason <cause>", True),
        ('gatectl shut 4 --side "<side>"', True),
        ('gatectl shut 4 --reason "flood" --side "<side>"', True),
    ],
)
def test_the_words_of_a_message_are_nobody_elses(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(gaps(shell(line), words)) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("# Which passage is wrong?\ntidectl verify | grep WRONG", False),
        ("# Which tide is wrong?\ntidectl verify | grep WRONG", True),
        ("# Which passage was wrong?\ntidectl restart | grep WRONG", False),
        ("# Mend the passage\ntidectl restart | grep WRONG", True),
    ],
)
def test_a_number_is_called_by_what_stands_before_it(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(gaps(shell(first, "cat book/passage_<id>.txt"), words)) is is_found


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("`docker ps` shows a sluice as stuck.", False),
        ("`docker restart lock` was tried on a sluice.", True),
        ("A sluice is stuck.", True),
    ],
)
def test_a_sentence_says_what_its_command_shows(
    says: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Stuck\n\n**Symptom:** {says}\n\n```bash\nlockctl logs <sluice>\n```\n"
    assert bool(gaps(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("for GATE_ID in 3 4 7; do gatectl show $GATE_ID; done", False),
        ("gatectl list | while read -r GATE_ID; do gatectl show $GATE_ID; done", False),
        ("gatectl show GATE_ID", True),
    ],
)
def test_what_a_loop_fills_is_no_gap(line: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(gaps(shell(line), words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("git add <file>", False),
        ("git diff --stat <plan file>", False),
        ("git add <gate>", True),
        ("scp <file> pilot@gate:", True),
        ("gatectl replay --within <heure de début> <heure de fin>", False),
        ("gatectl replay --from <開始時刻> --to <終了時刻>", False),
        ("gatectl replay --from <水門>", True),
    ],
)
def test_what_whoever_works_has_before_him_is_no_gap(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(gaps(shell(line), words)) is is_found


@pytest.mark.parametrize(
    ("shown", "is_found"),
    [("gate_id, max(seen)", False), ("lock_id, max(seen)", True)],
)
def test_a_column_that_was_shown_above_tells_the_row(
    shown: str, is_found: bool, words: Vocabulary
) -> None:
    look = f'psql -c "SELECT {shown} FROM tides GROUP BY 1"'
    change = 'psql -c "UPDATE tides SET open = 0 WHERE gate_id = <id>"'
    assert bool(gaps(shell(look) + "\n" + shell(change)[8:], words)) is is_found


@pytest.mark.parametrize(
    ("loop", "is_found"),
    [
        ("for GATE in north south east; do gatectl show $GATE; done", False),
        ("for gate in 'river-north' 'river-south'; do gatectl show $gate; done", False),
        ("for GATE in $ALL_GATES; do gatectl show $GATE; done", True),
        ("for TIDE in low high; do gatectl show $TIDE; done", True),
    ],
)
def test_a_loop_over_all_of_them_by_name_tells_which_there_are(
    loop: str, is_found: bool, words: Vocabulary
) -> None:
    text = shell(loop) + "\n## Another day\n\n" + shell("gatectl shut <GATE_NAME>")
    assert bool(gaps(text, words)) is is_found


@pytest.mark.parametrize(
    ("shown", "token", "is_found"),
    [
        ("```\n[ALARM] gate=<id> tide=3\n```\n", "<gateId>", False),
        ("```text\n07:10 warn gate_id: 17 stuck\n```\n", "<gate-id>", False),
        ("```\n[ALARM] tide=3 all gates\n```\n", "<gateId>", True),
        ("Look at the wall.\n", "<gateId>", True),
    ],
)
def test_a_line_of_the_log_that_is_shown_above_holds_the_value(
    shown: str, token: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Stuck\n\n{shown}\n```bash\ngatectl shut {token}\n```\n"
    assert bool(gaps(text, words)) is is_found
    other = text.replace("\n```bash", "\n## Another\n\n```bash")
    assert gaps(other, words)


@pytest.mark.parametrize(
    ("look", "is_found"),
    [
        ("SHOW FULL PROCESSLIST;", False),
        ("SHOW PROCESSLIST;", False),
        ("SELECT count(*) FROM loaves;", True),
        ("SHOW FULL PROCESSLIST;\nSELECT count(*) FROM loaves;", True),
    ],
)
def test_a_list_of_what_runs_in_the_fence_above_shows_which(look: str, is_found: bool) -> None:
    text = (
        f"# Bakery\n\n**Look**\n\n```sql\n{look}\n```\n\n**Mend**\n\n```sql\nKILL <thread>;\n```\n"
    )
    found = read_linter().judged(text).findings
    assert ("RC701" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("GET /api/v2/gates/{id}", False),
        ("PUT https://lock.quay.lan/gates/<gate> HTTP/1.1", False),
        ("curl https://lock.quay.lan/gates/{id}", True),
        ("gatectl show <gate>", True),
    ],
)
def test_a_request_by_its_method_and_path_is_no_command(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n```bash\n{line}\n```\n"
    assert ("RC701" in {one.code for one in found_in(text, words)}) is is_found
