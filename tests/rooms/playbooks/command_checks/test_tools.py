"""Commands that touch another machine than the one they were meant for."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LOOK = "Get-Service -ComputerName OVEN01 -Name Flame\n"


@pytest.mark.parametrize(
    ("mend", "is_found"),
    [
        ("Restart-Service -Name Flame -Force", True),
        ("Stop-Service Flame", True),
        ("Invoke-Command -ComputerName OVEN01 { Restart-Service Flame }", False),
        ("Get-Service -Name Flame", False),
    ],
)
def test_a_service_is_changed_where_it_was_looked_at(
    mend: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Oven cold\n\n```powershell\n{LOOK}{mend}\n```\n"
    lines = [one.line for one in found_in(text, words) if one.code == "RC803"]
    assert lines == ([5] if is_found else [])


@pytest.mark.parametrize(
    ("before", "count", "is_found"),
    [
        ("docker exec house-gate uptime", 2, True),
        ("docker exec house-gate uptime", 1, False),
        ("curl http://localhost:8000/gate", 2, False),
        ("docker compose exec gate uptime", 2, False),
    ],
)
def test_a_service_that_is_one_container_cannot_run_twice(
    before: str, count: int, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\n{before}\ndocker compose up -d --scale gate={count}\n```\n"
    assert ("RC820" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("services", "lines"),
    [
        (("gate=3", "gate=2", "gate=4"), [4]),
        (("gate=3", "lamp=2", "gate=1"), [4]),
        (("gate=3", "lock=2", "gate=4"), [4, 5]),
        (("lock=1", "gate=2", "lock=2"), [5, 6]),
    ],
)
def test_a_service_that_is_one_is_told_once(
    services: tuple[str, ...], lines: list[int], words: Vocabulary
) -> None:
    asked = "\n".join(f"docker compose up -d --scale {one}" for one in services)
    shown = "docker stats quay-gate\ndocker stats quay-lock"
    text = f"# G\n\n```bash\n{asked}\n{shown}\n```\n"
    assert [one.line for one in found_in(text, words) if one.code == "RC820"] == lines


def test_a_row_about_users_is_no_order_to_sign_in(words: Vocabulary) -> None:
    said = "If the SSO is down, log in with your SSO account."
    row = f"| Sign | Card |\n|---|---|\n| {said} | A |\n"
    codes = [{one.code for one in found_in(f"# G\n\n{one}\n", words)} for one in (said, row)]
    assert ["RC842" in one for one in codes] == [True, False]


@pytest.mark.parametrize(("pattern", "is_found"), [("error_total", False), ("ERROR", True)])
def test_a_counter_has_its_line_at_nought(pattern: str, is_found: bool, words: Vocabulary) -> None:
    block = f"```bash\n# Verify\ncurl -s http://gate/metrics | grep {pattern}\n```\n"
    found = {one.code for one in found_in(f"# Gates\n\n{block}", words)}
    assert ("RC758" in found) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [("Look for errors in the log", False), ("看日志里的错误", False), ("The gate is well", True)],
)
def test_whoever_reads_a_log_for_faults_wants_their_lines(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    block = f"```bash\n# {comment}\ndocker logs --tail 50 gate | grep -i error\n```\n"
    found = {one.code for one in found_in(f"# Gates\n\n## Verify\n\n{block}", words)}
    assert ("RC758" in found) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["set -e", "export GATE=$(gatectl first)"], True),
        (["export GATE=$(gatectl first) && gatectl open $GATE"], True),
        (["export GATE=$(gatectl first)", "gatectl open $GATE"], False),
    ],
)
def test_a_hidden_failure_matters_where_the_lines_stop_at_one(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Gates", "", "```bash", *lines, "```", ""])
    assert ("RC759" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "code", "is_found"),
    [
        ("cat > heat.sh << 'EOF'\nif (a > b) { c > d e }\nEOF", "RC705", False),
        ("sort > out.txt in.txt", "RC705", True),
        ("EXPLAIN SELECT * FROM loaves WHERE bake->'$.heat' = 'low';", "RC705", False),
        ("SELECT id FROM loaves WHERE heat > 200 AND rye;", "RC705", False),
        ("ps aux | grep bread | grep ovend", "RC760", False),
        ("ps aux | grep ovend", "RC760", True),
        ("ps aux | grep '[o]vend'", "RC760", False),
        ("ps aux | grep '[a-z]vend'", "RC760", True),
        ("ps aux --sort=-%mem | grep ovend | head -5", "RC760", False),
    ],
)
def test_a_command_of_the_shell_is_read_as_the_shell_reads_it(
    line: str, code: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert (code in found) is is_found


@pytest.mark.parametrize(("verdict", "is_found"), [("DROP", True), ("ACCEPT", False)])
def test_whom_a_rule_lets_in_it_lets_into_the_host(
    verdict: str, is_found: bool, words: Vocabulary
) -> None:
    lines = f"docker ps\niptables -A INPUT -s 198.18.0.7 -j {verdict}"
    found = found_in(f"# Ovens\n\n```bash\n{lines}\n```\n", words)
    assert ("RC839" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("image", "is_found"),
    [
        ("oven:last-good", False),
        ("oven:1.8.2", False),
        ("oven:<version before>", False),
        ("oven:latest", True),
        ("oven", True),
    ],
)
def test_a_pull_of_an_old_version_goes_back(image: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# G\n\n## Roll back the oven\n\n```bash\ndocker pull {image}\n```\n"
    assert ("RC744" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("docker exec oven netstat -tlnp", False),
        ("kubectl exec -it deploy/oven -- ifconfig", False),
        ("docker compose exec oven netstat -tlnp", False),
        ("ssh oven-1 netstat -tlnp", True),
        ("docker exec oven netstat -tlnp\nnetstat -tlnp", True),
        ("docker-compose exec oven uptime", True),
        ("netstat -i", False),
        ("netstat -s | grep retrans", False),
    ],
)
def test_what_an_image_has_is_not_known(line: str, is_found: bool, words: Vocabulary) -> None:
    found = found_in(f"# Ovens\n\n```bash\n{line}\n```\n", words)
    assert ("RC766" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("header", "is_found"),
    [
        ("-H 'X-Gate-Key: '$KEY", False),
        ("--header 'Harbour-Secret: abc'", False),
        ("-H 'Idempotency-Key: 4711'", True),
        ("-H 'X-Request-Id: key'", True),
        ("-H 'Accept: text/plain'", True),
    ],
)
def test_a_header_named_for_a_secret_is_a_credential(
    header: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\ncurl -X POST {header} http://gate/admin/shut\n```\n"
    assert ("RC809" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("kubectl rollout undo deploy/gate", "--to-revision N"),
        ("helm rollback gate", "helm rollback RELEASE N"),
    ],
)
def test_a_version_is_named_as_the_tool_takes_it(line: str, way: str, words: Vocabulary) -> None:
    text = f"# G\n\n## Rollback\n\n```bash\n{line}\n```\n"
    fixes = [one.fix for one in found_in(text, words) if one.code == "RC745"]
    assert [fix.endswith(way) for fix in fixes] == [True]


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Look through the logs for errors", False),
        ("Protokolle auf Fehler ansehen", False),
        ("See whether the gate is well", True),
    ],
)
def test_a_step_that_names_the_log_asks_to_read_it(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    block = "   ```bash\n   docker logs --tail 50 gate | grep -i error\n   ```\n"
    found = {one.code for one in found_in(f"# G\n\n## Verify\n\n1. {step}:\n{block}", words)}
    assert ("RC758" in found) is is_found


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ('{"secret":"<GATE_SECRET>","do":"shut"}', False),
        ('{"key":"$LOCK_KEY","do":"shut"}', False),
        ('{"do":"shut","gate":"<GATE>"}', True),
        ('{"key":"tide:north","do":"forget"}', True),
    ],
)
def test_a_body_may_hold_the_secret_of_a_call(body: str, is_found: bool, words: Vocabulary) -> None:
    call = f"curl -X POST https://lock.quay.lan/admin/gates -H 'Content-Type: x' -d '{body}'"
    found = found_in(f"# Gates\n\n```bash\n{call}\n```\n", words)
    assert ("RC809" in {one.code for one in found}) is is_found
