"""Commands that their tool refuses, each beside the form that works."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def fixes(text: str, words: Vocabulary) -> list[str]:
    return [one.fix for one in found_in(text, words) if one.code == "RC848"]


def page(*lines: str, language: str = "bash", title: str = "Lock stuck") -> str:
    return "\n".join([f"# Lock\n\n## {title}\n", f"```{language}", *lines, "```", ""])


@pytest.mark.parametrize(
    ("fails", "works"),
    [
        ("ln -s /srv/lock/41 /srv/lock/current", "ln -sfn /srv/lock/41 /srv/lock/current"),
        ("sudo ln -sf /srv/lock/41 /srv/lock/live", "sudo ln -s /srv/lock/41 /srv/lock/v41"),
        ("rm -rf /var/cache/lock/ *", "rm -rf /var/cache/lock/*"),
        (
            "aws lambda update-function-configuration --environment 'Variables={GATE=2}'",
            "aws lambda update-function-configuration --timeout 9",
        ),
        (
            "kafka-consumer-groups.sh --group lock --reset-offsets --to-earliest --execute",
            "kafka-consumer-groups.sh --group lock --reset-offsets --to-earliest --dry-run",
        ),
    ],
)
def test_one_form_fails_and_the_other_works(fails: str, works: str, words: Vocabulary) -> None:
    assert len(fixes(page(fails), words)) == 1
    assert fixes(page(works), words) == []


def test_powershell_names_a_computer_when_it_gets_a_service(words: Vocabulary) -> None:
    fails = "Restart-Service -Name Schleuse -ComputerName TOR-1"
    works = "Get-Service -ComputerName TOR-1 -Name Schleuse | Restart-Service"
    assert fixes(page(fails, language="powershell"), words)
    assert fixes(page(works, language="powershell"), words) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ('Stop-Service -InputObject (Get-Service "Tor" -ComputerName TOR-2) -Force', 0),
        ("Stop-Service (Get-Content dienste.txt) -ComputerName TOR-2", 1),
    ],
)
def test_a_service_in_brackets_is_got_first(line: str, count: int, words: Vocabulary) -> None:
    assert len(fixes(page(line, language="powershell"), words)) == count


def test_offsets_may_be_set_once_nobody_reads(words: Vocabulary) -> None:
    reset = "kafka-consumer-groups.sh --group lock --reset-offsets --to-earliest --execute"
    assert fixes(page("kubectl scale deploy/lock --replicas=0", reset), words) == []
    assert (
        fixes(page("aws ecs update-service --service lock --desired-count 0", reset), words) == []
    )
    told = page(reset).replace("```bash", "Stop the consumers of the group.\n\n```bash")
    assert fixes(told, words) == []


@pytest.mark.parametrize(("recovery", "count"), [("RECOVERY", 1), ("NORECOVERY", 0)])
def test_a_recovered_database_takes_no_log(recovery: str, count: int, words: Vocabulary) -> None:
    lines = (
        f"RESTORE DATABASE lock FROM DISK='lock.bak' WITH {recovery};",
        "RESTORE LOG lock FROM DISK='lock.trn' WITH RECOVERY;",
    )
    assert len(fixes(page(*lines, language="sql"), words)) == count
    assert fixes(page(lines[0], language="sql"), words) == []


def test_a_leaked_secret_is_there_already(words: Vocabulary) -> None:
    make = "kubectl create secret generic lock-key --from-file=key"
    assert fixes(page(make, title="Leaked API key"), words)
    assert fixes(page("kubectl delete secret lock-key", make, title="Leaked API key"), words) == []
    assert fixes(page(make, title="A new lock"), words) == []


def test_a_global_value_is_lost_by_the_restart_below(words: Vocabulary) -> None:
    sets = 'mysql -e "SET GLOBAL max_connections = 500"'
    assert fixes(page(sets, "docker compose restart mysql"), words)
    assert fixes(page(sets, "docker compose restart lock"), words) == []


def test_the_same_on_another_host_is_told_once(words: Vocabulary) -> None:
    lines = (f"ssh lock-{n} 'rm -rf /var/cache/lock/ *'" for n in (1, 2, 3))
    assert len(fixes(page(*lines), words)) == 1


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl -n lock scale ds/lamp --replicas=0", True),
        ("kubectl scale --replicas=0 daemonset lamp", True),
        ("oc scale cronjob/tide --replicas=0", True),
        ("kubectl scale deploy/ds-lamp --replicas=0", False),
        ("kubectl scale deploy ds --replicas=0", False),
        ("kubectl rollout restart ds/lamp", False),
    ],
)
def test_what_runs_on_every_node_has_no_count(line: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(fixes(page(line), words)) is is_found


@pytest.mark.parametrize(
    ("target", "is_found"), [("passages", True), ("passages-back", False), ("$NEW", False)]
)
def test_a_state_of_the_past_gets_a_name_of_its_own(
    target: str, is_found: bool, words: Vocabulary
) -> None:
    table = (
        "aws dynamodb restore-table-to-point-in-time --source-table-name passages"
        f" --target-table-name {target} --use-latest-restorable-time"
    )
    assert bool(fixes(page(table), words)) is is_found
    instance = (
        "aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier passages"
        f" --target-db-instance-identifier {target}"
    )
    assert bool(fixes(page(instance), words)) is is_found
