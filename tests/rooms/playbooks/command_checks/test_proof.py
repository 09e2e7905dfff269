"""A change is proved in its block, below it, or in the part of the runbook that follows."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


def unproved(text: str, words: Vocabulary) -> list[int]:
    return [one.line for one in found_in(text, words) if one.code == "RC746"]


def shell(*lines: str) -> str:
    return "\n".join(["```bash", *lines, "```", ""])


def test_the_recovery_of_a_runbook_proves_its_containment(words: Vocabulary) -> None:
    case = "# Gates\n\n## Runbooks\n\n### Gate stuck\n\n#### Containment\n\n"
    change = shell("kubectl scale deploy/gate --replicas=2")
    proof = shell("kubectl rollout status deploy/gate")
    assert unproved(f"{case}{change}\n#### Recovery\n\n{proof}", words) == []
    another = f"#### Another way\n\n{change}\n{proof}"
    assert unproved(f"{case}{change}\n{another}", words) == [10]


def test_putting_back_after_the_proof_needs_no_proof_of_its_own(words: Vocabulary) -> None:
    ways = ["kubectl apply -f gate.yaml", "kubectl get gates", "kubectl uncordon gate-2 --up"]
    assert unproved("# Gates\n\n" + shell(*ways), words) == []
    assert unproved("# Gates\n\n" + shell(*reversed(ways)), words)


@pytest.mark.parametrize(
    ("above", "is_found"), [("Back to normal:", False), ("Then, to be quick:", True)]
)
def test_a_step_that_goes_back_to_normal_is_told_by_the_words_above(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n{above}\n\n" + shell("kubectl scale deploy/gate --replicas=2")
    assert bool(unproved(text, words)) is is_found


def test_text_for_scrapers_is_read_and_not_checked(words: Vocabulary) -> None:
    def lenient(line: str) -> bool:
        found = found_in("# Gates\n\n" + shell(line), words)
        return "RC720" in {one.code for one in found}

    assert lenient("curl -s http://gate/health | grep -q open")
    assert not lenient("curl -s http://gate/metrics | grep -q gate_open")


def test_numbered_steps_that_follow_each_other_unchecked_are_one_finding(words: Vocabulary) -> None:
    change = shell("kubectl scale deploy/gate --replicas=2")
    text = "# Gates\n\n{}Widen it:\n\n" + change + "\n{}Widen it again:\n\n" + change
    numbered = [one for one in found_in(text.format("1. ", "2. "), words) if one.code == "RC746"]
    assert [(one.line, one.end_line) for one in numbered] == [(6, 12)]
    assert unproved(text.format("", ""), words) == [6, 12]


def test_a_flag_set_for_the_time_of_the_work_needs_no_check() -> None:
    def unchecked(line: str) -> bool:
        found = read_linter().judged("# Gates\n\n" + shell(line), TODAY).findings
        return "RC746" in {one.code for one in found}

    assert not unchecked("ceph osd set noout")
    assert unchecked("ceph osd out 3")


def test_what_was_looked_at_before_is_not_told_with_the_last_change(words: Vocabulary) -> None:
    lines = ("systemctl restart gate", "gatectl status", "systemctl restart lamp")
    [one] = [one for one in found_in("# Gates\n\n" + shell(*lines), words) if one.code == "RC746"]
    assert (one.line, one.end_line) == (6, 6)


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("Remove the copy when the case is closed:", False),
        ("Die Kopie löschen, sobald das Ticket geschlossen ist:", False),
        ("Take the rules out and see whether it helps:", False),
        ("Remove the copy:", True),
    ],
)
def test_what_ends_a_case_or_is_tried_out_needs_no_check_of_its_own(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Copy\n\n{label}\n\n{shell('gatectl copies delete side')}"
    assert bool(unproved(text, words)) is is_found


@pytest.mark.parametrize(
    ("command", "is_found"),
    [
        ("aws sqs receive-message --queue-url $Q --max-number-of-messages 1", False),
        ("aws sqs delete-message --queue-url $Q --receipt-handle $H", True),
        ("ssh gate-1 'sudo cp -a /var/log/gates /srv/evidence/gates/'", False),
        ("ssh gate-1 'sudo cp -a /root/gates.conf /etc/gates/gates.conf'", True),
    ],
)
def test_a_peek_and_a_copy_of_evidence_change_nothing(command: str, is_found: bool) -> None:
    text = f"# Gates\n\n## Copy\n\nThen:\n\n{shell(command)}"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


def test_what_had_no_copy_left_is_widened_after_the_proof() -> None:
    def unchecked(*lines: str) -> bool:
        found = read_linter().judged("# Gates\n\n" + shell(*lines), TODAY).findings
        return "RC746" in {one.code for one in found}

    empty, full = "docker service scale gate=0", "docker service scale gate=3"
    assert not unchecked(empty, "systemctl restart tide", "systemctl status tide", full)
    assert unchecked(empty, "systemctl restart tide", full)
    assert unchecked("systemctl restart tide", "systemctl status tide", full)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("certbot renew", False), ("cp gate.pem /etc/haproxy/", False), ("cp gate.cfg /etc/haproxy/",
     True)],
)  # fmt: skip
def test_a_new_certificate_leaves_the_configuration_as_it_was(line: str, is_found: bool) -> None:
    text = "# Gates\n\n" + shell(line, "sudo systemctl reload haproxy")
    found = read_linter().judged(text, TODAY).findings
    assert ("RC753" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("ssh gate-1 'sudo systemctl restart gate && systemctl is-active gate'", False),
        ("ssh gate-1 'sudo systemctl restart gate; journalctl -u gate | tail -n 5'", False),
        ("ssh gate-1 'sudo systemctl restart gate && echo done'", True),
        ("ssh gate-1 'sudo systemctl stop tide; sudo systemctl restart gate'", True),
    ],
)
def test_a_line_may_end_in_its_own_look(line: str, is_found: bool) -> None:
    found = read_linter().judged("# Gates\n\n" + shell(line), TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


def test_a_verb_in_capitals_that_describes_is_a_look() -> None:
    made = "aliyun rds CloneDBInstance --DBInstanceId gate-1"
    asked = "aliyun rds DescribeDBInstances --SearchKey gate"
    codes = [
        {one.code for one in read_linter().judged("# Gates\n\n" + shell(*lines), TODAY).findings}
        for lines in ((made, asked), (asked, made))
    ]
    assert ["RC746" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["cp gate.cfg /etc/haproxy/haproxy.cfg", "systemctl reload haproxy"], True),
        (["echo 'deny 1;' > /etc/nginx/deny.conf", "systemctl reload nginx"], True),
        (["systemctl reload haproxy"], False),
        (["cp gate.conf /etc/nginx/gate.conf", "nginx -s reload"], False),
    ],
)
def test_a_configuration_that_was_written_is_tested_before_it_is_loaded(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    found = found_in("# Gates\n\n" + shell(*lines), words)
    assert ("RC753" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("chmod +x bin/heat.sh", False),
        ("deno run --allow-net jobs/count-cold-loaves.ts", False),
        ("deno run --allow-net jobs/reset-loaves.ts", True),
        ("npm run build", False),
        ("npm run monitor:ovens", False),
        ("npm run logs:clear", True),
        ("POST /ovens/7/heat", False),
        ("hey -n 200 https://ovens.example/heat", False),
        ("rm -rf dist .cache/ovens", False),
        ("chmod 640 /etc/oven.conf && systemctl restart ovend", True),
    ],
)
def test_what_prepares_builds_asks_or_measures_needs_no_proof(line: str, is_found: bool) -> None:
    found = read_linter().judged("# G\n\n## Cold oven\n\n" + shell(line), TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("phase", "is_found"),
    [
        ("### 2. Verify\n\n" + shell("ovenctl status"), False),
        ("### 2. End\n\n1. **Verify the heat**\n\n" + shell("ovenctl status"), False),
        ("### 2. Verify\n\nEverybody is glad.\n", True),
        ("### 2. End\n\n" + shell("ovenctl status"), True),
    ],
)
def test_a_phase_of_checks_proves_every_case(phase: str, is_found: bool) -> None:
    process = f"# Oven\n\n## Process\n\n### 1. Look\n\n1. Look at it\n\n{phase}\n"
    case = "## Runbooks\n\n### Oven cold\n\n" + shell("systemctl restart ovend")
    levels = "## Levels\n\n| Level | Answer |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n\n"
    found = read_linter().judged(process.replace("## Process", levels + "## Process") + case, TODAY)
    assert ("RC746" in {one.code for one in found.findings}) is is_found


@pytest.mark.parametrize(
    ("statement", "is_found"),
    [
        ("SELECT pg_check_gates();", False),
        ("SELECT pg_move_gates();", True),
        ("INSERT INTO gate_audit VALUES ('opened by hand');", False),
        ("INSERT INTO gate_keys VALUES ('opened by hand');", True),
    ],
)
def test_a_statement_on_several_lines_of_a_client_is_judged_by_what_it_asks(
    statement: str, is_found: bool
) -> None:
    text = "# Gates\n\n" + shell('psql -d gates -c "', f"  {statement}", '"')
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC746" in found) is is_found


@pytest.mark.parametrize(
    ("inside", "is_found"),
    [
        ("curl -X POST https://ntfy.example/keepers -d 'The gate leaks'", False),
        ("curl -X POST https://gate.example/open", True),
        ("systemctl stop gate; curl -X POST https://ntfy.example/keepers -d 'Shut'", True),
    ],
)
def test_whoever_only_raises_an_alarm_changes_nothing(inside: str, is_found: bool) -> None:
    text = "# Gates\n\n" + shell("if grep -q LEAK /var/log/gate.log; then", f"  {inside}", "fi")
    found = read_linter().judged(text, TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("door", "is_found"),
    [
        ("hooks/test-ring", False),
        ("hooks/probe", False),
        ("hooks/open", True),
        ("hooks/tester/open", True),
    ],
)
def test_a_door_that_is_only_tried_is_no_change(
    door: str, is_found: bool, words: Vocabulary
) -> None:
    line = f"curl -fsS -X POST https://bell.example/{door} -d '{{}}' -i"
    assert bool(unproved("# Gates\n\n" + shell(line), words)) is is_found
