"""What destroys is graded by what is gone afterwards; judged as the command tables do."""

from datetime import date

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Grade

DAY = date(2026, 11, 25)


def grades(*lines: str) -> list[Grade]:
    text = "\n".join(["# Gates", "", "```bash", *lines, "```", ""])
    return [one.grade for one in read_linter().judged(text, DAY).findings if one.code == "RC725"]


@pytest.mark.parametrize(
    "line",
    [
        "redis-cli -h gate-cache FLUSHALL",
        "rm -rf /srv/gate/state",
        "kubectl -n gates delete pods --all",
        "kubectl -n gates delete pvc tide-data",
        "curl -X DELETE https://gate.example/api/pilots/7",
        "docker volume prune -f",
    ],
)
def test_data_that_is_gone_for_good_is_an_error(line: str) -> None:
    assert grades(line) == [Grade.ERROR]


@pytest.mark.parametrize(
    "line",
    [
        'psql -c "SELECT pg_terminate_backend(7)"',
        "curl -X POST https://cdn.gate.example/purge_cache",
        """curl -X PATCH https://flags.gate.example/kill -d '{"on": true}'""",
        "docker image prune --all",
        "kubectl -n gates delete pod kafka-0",
    ],
)
def test_a_session_a_cache_a_switch_or_a_member_is_a_warning(line: str) -> None:
    assert grades(line) == [Grade.WARNING]


@pytest.mark.parametrize(
    "lines",
    [
        ["kubectl -n gates delete pod web-7d9f", "- Shutdown of the gates (if necessary)"],
        ["# Old images may go, the volumes may not", "docker image prune"],
        ["# Caution: every berth is lost", "rm -rf /srv/gate/state"],
    ],
)
def test_what_comes_back_or_is_warned_of_is_silent(lines: list[str]) -> None:
    assert grades(*lines) == []


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ('psql -c "SELECT pg_terminate_backend(12345)"', Grade.ERROR),
        ('psql -c "SELECT pg_cancel_backend(12345)"', Grade.WARNING),
        ("rm -rf /srv/your-gate-host", Grade.ERROR),
        ("aws ec2 terminate-instances --instance-ids i-xxxx", Grade.WARNING),
    ],
)
def test_an_example_that_destroys_the_wrong_thing_is_an_error(line: str, grade: Grade) -> None:
    found = read_linter().judged(f"# Gates\n\n```bash\n{line}\n```\n", DAY).findings
    assert [one.grade for one in found if one.code == "RC709"] == [grade]


@pytest.mark.parametrize(
    ("before", "command", "found"),
    [
        ("", "gatectl basin purge --all", []),
        ("", "redis-cli -h gate-cache FLUSHALL", [Grade.ERROR]),
        (("Caution: each booking of today is lost; the harbour master decides.\n\nThen wait, tell\n"
         "the pilots, look at the lamps, close both gates, and only now go on.\n\nLast, run it:\n"),
         "redis-cli -h gate-cache FLUSHALL", []),
    ],
)  # fmt: skip
def test_a_house_tool_is_unknown_and_a_section_may_warn_from_afar(
    before: str, command: str, found: list[Grade]
) -> None:
    text = f"# Gates\n\n## Basin\n\n{before}\n```bash\n{command}\n```\n"
    judged = read_linter().judged(text, DAY)
    assert [one.grade for one in judged.findings if one.code == "RC725"] == found


@pytest.mark.parametrize(
    ("line", "is_found"), [("git push --force origin main", False), ("gatectl open --force", True)]
)
def test_force_silences_a_question_where_one_is_asked(line: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Gates\n\n```bash\n{line}\n```\n", DAY).findings
    assert ("RC756" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("command", "is_found"),
    [("git checkout HEAD~1 -- .", False), ("git checkout -- .", True), ("git reset --hard", True)],
)
def test_what_was_committed_stays_in_the_repository(command: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Gates\n\n```bash\n{command}\n```\n", DAY).findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("before", "is_found"),
    [
        ("psql -c 'SELECT 1'", True),
        ("dropdb tides && createdb tides", True),
        ("psql -c 'ALTER DATABASE tides RENAME TO tides_old'\ncreatedb tides", False),
        ("createdb tides_side", False),
    ],
)
def test_a_backup_in_a_new_database_lies_over_nothing(before: str, is_found: bool) -> None:
    text = f"# Tides\n\n```bash\n{before}\npg_restore -d tides /backup/tides.dump\n```\n"
    codes = [one.code for one in read_linter().judged(text, DAY).findings]
    assert ("RC731" in codes) is is_found


def test_that_everybody_is_sent_out_of_a_database_is_asked_of_nobody() -> None:
    text = "# Tides\n\n```sql\nALTER DATABASE Tides SET SINGLE_USER WITH ROLLBACK IMMEDIATE;\n```\n"
    codes = [one.code for one in read_linter().judged(text, DAY).findings]
    assert "RC725" not in codes


def test_a_backup_laid_into_an_emptied_folder_is_told_with_the_emptying() -> None:
    lines = ("sudo rm -rf /var/lib/gates/*", "sudo -u gates pgbackrest --stanza=gates restore")
    assert len(grades(*lines)) == 1
    assert len(grades(lines[1])) == 1


def test_a_cache_that_is_emptied_on_the_next_host_is_told_once() -> None:
    lines = [f"ssh gate-{n} 'sudo rm -rf /var/cache/gates/pages'" for n in (1, 2)]
    assert len(grades(*lines)) == 1
    assert len(grades(*(line.replace("/var/cache", "/srv") for line in lines))) == 2


def restored(*lines: str, below: str = "", language: str = "bash") -> list[Grade]:
    text = "\n".join(["# Gates", "", "Then:", "", f"```{language}", *lines, "```", "", below, ""])
    return [one.grade for one in read_linter().judged(text, DAY).findings if one.code == "RC731"]


def test_a_dump_that_is_unpacked_over_the_live_data() -> None:
    line = "zcat /srv/dumps/gates-$(date +%F).sql.gz | sudo mysql gates"
    assert restored(line) == [Grade.ERROR]
    assert restored(line, below="Everything after the dump is lost.") == [Grade.WARNING]
    assert restored("mysqldump gates > /srv/before.sql", line) == []
    assert restored("createdb gates", line) == []
    assert restored("dropdb gates", "createdb gates", line) == [Grade.ERROR]
    assert restored("zcat /srv/dumps/gates.sql.gz | less") == []


def test_a_restore_with_replace_needs_the_end_of_the_log_first() -> None:
    over = "RESTORE DATABASE gates FROM DISK='D:\\gates.bak' WITH REPLACE, NORECOVERY;"
    assert restored(over, language="sql") == [Grade.ERROR]
    beside = "RESTORE DATABASE gates_new FROM DISK='D:\\gates.bak' WITH NORECOVERY;"
    assert restored(beside, language="sql") == []
    tail = "BACKUP LOG gates TO DISK='D:\\tail.trn' WITH NORECOVERY;"
    assert restored(tail, over, language="sql") == []


OFF = "aws iam update-access-key --access-key-id $K --status Inactive"
GONE = "aws iam delete-access-key --access-key-id $K"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("When it is over take the token away: `vault token revoke -accessor $A`.", False),
        ("```bash\nvault token revoke -accessor $A\n```", True),
        (f"```bash\n{OFF}\n{GONE}\n```", False),
        (f"```bash\n{GONE}\n```", True),
    ],
)
def test_a_key_that_opens_nothing_any_more_is_no_loss(text: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Gate\n\n{text}\n", DAY).findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("sudo apt-get clean", False),
        ("cd /srv/gates && docker compose down", False),
        ("docker compose down -v", True),
        ("sudo apt-get clean && rm -rf /srv/gates", True),
    ],
)
def test_what_is_fetched_or_started_again_is_no_loss(line: str, is_found: bool) -> None:
    assert bool(grades(line)) is is_found


def test_who_fetches_a_copy_has_made_none() -> None:
    fetched = "restic -r /copies restore latest --target /srv/back"
    made = "pg_dump lock > /srv/now.dump"
    steps = ("dropdb lock", "createdb lock", "pg_restore -d lock /srv/back/lock.dump")
    assert len(restored(fetched, *steps)) > len(restored(made, *steps))


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("patronictl switchover gates --candidate g2 --force", True),
        ("for g in 1 2; do patronictl reinit gates g$g --force; done", False),
        ("docker --context gates service update --force gate", False),
    ],
)
def test_a_loop_cannot_be_asked(line: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Gates\n\n```bash\n{line}\n```\n", DAY).findings
    assert ("RC756" in {one.code for one in found}) is is_found


def test_a_folder_that_was_put_aside_is_not_lost() -> None:
    fetched = "ssh gate-1 'cd / && sudo borg extract backup::gate srv/gate'"
    assert grades("ssh gate-1 'sudo mv /srv/gate /srv/gate.before'", fetched) == []
    assert grades("ls /srv/gate", fetched) != []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("rm -f /tmp/tides-*.dump", False),
        ("sudo rm -rf /var/tmp/tides", False),
        ("rm -rf /srv/tides", True),
        ("rm -rf /tmp/tides /srv/tides", True),
    ],
)
def test_the_folder_that_is_emptied_anyway(line: str, is_found: bool) -> None:
    assert bool(grades(line)) is is_found


def test_a_machine_that_was_emptied_may_be_given_back() -> None:
    gone = "az vmss delete-instances -g gates --name pool --instance-ids $ID"
    assert grades("kubectl drain $NODE --ignore-daemonsets", gone) == []
    assert grades("kubectl get nodes", gone) != []


@pytest.mark.parametrize(
    "told",
    [
        "What was booked since noon has to be entered again.",
        "Alles seit Mittag muss nachgebucht werden.",
        "Il faut ressaisir les billets vendus depuis midi.",
        "正午以降の予約は入力し直す。",
    ],
)
def test_what_must_be_entered_again_is_the_loss(told: str) -> None:
    text = "# Gates\n\n```bash\nsudo mysql -e 'DROP DATABASE ships;'\n```\n\n{}\n"
    codes = [
        {one.code for one in read_linter().judged(text.format(said), DAY).findings}
        for said in (told, "Tides.")
    ]
    assert ["RC725" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["# Warm the build again", "rm -rf node_modules/.cache dist"], []),
        (["pnpm store prune"], []),
        (["rm -rf dist /srv/gate/state"], [Grade.ERROR]),
        (["lsof -ti:4040 | xargs kill -9"], []),
        (["# If the prices are stale", "curl -X DELETE https://gate.example/admin/cache"], []),
        (["curl -X DELETE https://gate.example/admin/cache"], [Grade.WARNING]),
        (["curl -X DELETE https://gate.example/admin/boats/7"], [Grade.ERROR]),
        (["# Last resort: if nothing helps", "rm -rf /srv/gate/state"], []),
        (["npm uninstall gate-lib"], []),
        (["gatedb db reset-pool"], []),
        (["curl -X PURGE https://gate.example/*"], [Grade.WARNING]),
    ],
)
def test_what_is_made_anew_and_what_two_words_warn_of_is_left_alone(
    lines: list[str], told: list[Grade]
) -> None:
    assert grades(*lines) == told


@pytest.mark.parametrize(
    ("pipe", "is_found"),
    [("python -m json.tool", False), ("perl -e 'print <STDIN>'", False), ("bash -s -- -y", True),
     ("python3 -", True)],
)  # fmt: skip
def test_what_an_interpreter_is_fed_beside_its_code_is_data(pipe: str, is_found: bool) -> None:
    text = f"# Gates\n\n```bash\ncurl -s https://gate.example/state | {pipe}\n```\n"
    found = {one.code for one in read_linter().judged(text, DAY).findings}
    assert ("RC754" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("vercel --prod --force", False), ("git filter-branch --force --all", False),
     ("pnpm deploy --force", True)],
)  # fmt: skip
def test_a_force_that_answers_no_question_silences_none(line: str, is_found: bool) -> None:
    text = f"# Gates\n\n```bash\n{line}\n```\n"
    found = {one.code for one in read_linter().judged(text, DAY).findings}
    assert ("RC756" in found) is is_found
