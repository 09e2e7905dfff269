"""Screens that never end and passwords nobody can type, with a cure that fits the program."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


def block(*lines: str) -> str:
    return "\n".join(["# Gates", "", "```bash", *lines, "```", ""])


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("docker stats", "docker stats --no-stream"),
        ("watch df -h", "without watch"),
        ("vmstat 1", "vmstat 1 3"),
        ("htop", "without the screen"),
    ],
)
def test_the_cure_of_a_screen_is_one_of_the_same_program(
    line: str, cure: str, words: Vocabulary
) -> None:
    [found] = [one for one in found_in(block(line), words) if one.code == "RC713"]
    assert cure in found.fix
    assert ("docker" in found.fix) is ("docker" in line)


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["sudo systemctl restart gate"], False),
        (["ssh gate-1 sudo systemctl restart gate"], False),
        (["ssh -t gate-1 sudo df -h", "ssh gate-1 sudo systemctl restart gate"], True),
        (["ssh -t gate-1 sudo df -h", "ssh gate-1 sudo -n systemctl restart gate"], False),
    ],
)
def test_sudo_asks_only_where_the_page_knows_that_it_does(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(block(*lines), words)}
    assert ("RC718" in codes) is is_found


@pytest.mark.parametrize(
    ("line", "is_endless"),
    [
        ("sudo tcpdump -ni any port 443", True),
        ("sudo tcpdump -c 100 -ni any port 443", False),
        ("sudo timeout 30 tcpdump -ni any port 443", False),
        ("mosquitto_sub -h gate-1 -t 'gate/#'", True),
        ("mosquitto_sub -h gate-1 -t 'gate/#' -C 1", False),
        ("docker service logs -f gate", True),
        ("kubectl -n gates logs -f job/flood", False),
        ("kubectl -n gates logs -f deploy/gate", True),
        ("docker service logs --tail 50 gate", False),
        ("heroku logs --tail -a gate", True),
        ("ceph -w", True),
        ("make logs", False),
    ],
)
def test_a_stream_is_known_by_what_its_table_says(line: str, is_endless: bool) -> None:
    page = f"# Gates\n\n```\n{line}\n```\n"
    assert ("RC712" in {one.code for one in read_linter().judged(page).findings}) is is_endless


@pytest.mark.parametrize("line", ["kubectl get gates -w", "ping gate-1", "tail -f /var/log/gate"])
def test_in_a_sentence_somebody_ends_it(line: str, words: Vocabulary) -> None:
    said = f"# Gates\n\nSee with `{line}` that it opens.\n"
    assert not {"RC712", "RC713"} & {one.code for one in found_in(said, words)}
    assert "RC712" in {one.code for one in found_in(block(line), words)}


@pytest.mark.parametrize(
    ("line", "is_endless"),
    [
        ("kubectl exec gate-0 -- redis-cli --latency", False),
        ("ssh gate-1 'redis-cli -h tides --latency'", False),
        ("kubectl exec -it gate-0 -- redis-cli --latency", True),
        ("redis-cli -h tides --latency", True),
        ("kubectl exec gate-0 -- redis-cli monitor", True),
        ("kubectl logs -f gate-0 | grep jammed | head -20", False),
        ("tail -f /var/log/gate.log | head -n 5", False),
        ("kubectl logs -f gate-0 | grep jammed", True),
        ("tail -f /var/log/gate.log && head -n 5 /var/log/lock.log", True),
        ("tail -f /var/log/gate.log | tee copy.log", True),
    ],
)
def test_what_is_measured_once_or_counted_ends(
    line: str, is_endless: bool, words: Vocabulary
) -> None:
    assert ("RC712" in {one.code for one in found_in(block(line), words)}) is is_endless


def endless(text: str, words: Vocabulary) -> list[str]:
    found = read_linter().judged(text, TODAY).findings
    return [one.code for one in found if one.code in {"RC712", "RC713", "RC723", "RC768"}]


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["# Watch the heat for ten minutes", "watch -n 30 ovenctl heat"], False),
        (["# Watch the heat", "tail -f /var/log/oven.log", "watch ovenctl heat"], True),
        (["# Watch the heat", "watch ovenctl heat", "", "# Shut the door", "ovenctl shut"], True),
        (["# Heat now", "watch ovenctl heat"], True),
        (["# Verify that it warms", "watch ovenctl heat", "", "# And the rest", "ls"], False),
        (["# Verify that it warms", "watch ovenctl heat", "", "reboot"], True),
        (["", "watch ovenctl heat"], True),
        (["kubectl port-forward svc/heat 9090:9090"], False),
        (["kubectl port-forward svc/heat 9090:9090", "curl http://localhost:9090/"], True),
        (["kubectl port-forward svc/heat 9090:9090", "# See http://localhost:9090", "ls"], False),
        (["kubectl port-forward svc/heat 9090:9090", "# Then list the files", "ls"], True),
        (["ovend &", "", "# Put out", "pkill -f ovend"], False),
        (["ovend &"], True),
        (["sudo systemctl stop oven && ovend --warm &"], False),
        (["killall ovend; nohup ovend --warm > /var/log/oven.log &"], False),
        (["ovenctl warm && ovend --warm &"], True),
        (["ovend --warm & killall gated"], True),
    ],
)
def test_whoever_is_asked_to_look_on_is_not_told_to_stop(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    assert bool(endless(block(*lines), words)) is is_found


def test_a_list_of_commands_keeps_nothing_waiting(words: Vocabulary) -> None:
    lines = block("tail -f /var/log/oven.log", "ovenctl ps")
    assert endless(lines.replace("# Gates", "# G\n\n## Oven commands"), words) == []
    assert endless(lines.replace("# Gates", "# G\n\n## Recovery commands"), words) != []


@pytest.mark.parametrize(
    ("line", "is_endless"),
    [
        ('top -p $(pgrep -f "gate") -b -n 1', False),
        ('top -p $(pgrep -f "gate")', True),
        ("top -bn2 | tail -30", False),
        ("iotop -b -n 5", False),
        ("iotop", True),
        ("top -n1", False),
        ("top -u gate", True),
    ],
)
def test_the_options_behind_a_bracket_belong_to_the_screen(
    line: str, is_endless: bool, words: Vocabulary
) -> None:
    assert ("RC713" in {one.code for one in found_in(block(line), words)}) is is_endless


@pytest.mark.parametrize(("head", "is_found"), [("#!/bin/sh", False), ("# By hand", True)])
def test_the_loop_of_a_script_that_is_shown_whole_is_meant_to_run(
    head: str, is_found: bool
) -> None:
    text = block(head, "while true; do", "  curl -s http://gate/load", "  sleep 60", "done")
    assert ("RC712" in {one.code for one in read_linter().judged(text, TODAY).findings}) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Monitoring tools", False),
        ("Outils de surveillance", False),
        ("Überwachungswerkzeuge", False),
        ("모니터링 도구", False),
        ("실시간 로그", False),
        ("Repair tools", True),
        ("모니터링", True),
    ],
)
def test_tools_to_look_on_with_go_on(title: str, is_found: bool, words: Vocabulary) -> None:
    lines = ("watch -n 5 ovenctl heat", "", "tail -f /var/log/oven.log", "", "ovenctl ps")
    text = block(*lines).replace("# Gates", f"# Ovens\n\n## {title}")
    found = {"RC712", "RC713"} & set(endless(text, words))
    assert found == ({"RC712", "RC713"} if is_found else set())


@pytest.mark.parametrize(
    ("lines", "grade"),
    [
        (["ovenctl ps", "docker logs oven --tail 20 -f"], Grade.INFO),
        (["tail -f /var/log/oven.log | grep hot", "# Ctrl-C ends it"], Grade.INFO),
        (["tail -f /var/log/oven.log", "ovenctl ps"], Grade.WARNING),
    ],
)
def test_the_last_look_of_a_block_holds_up_nothing(
    lines: list[str], grade: Grade, words: Vocabulary
) -> None:
    found = [one.grade for one in found_in(block(*lines), words) if one.code == "RC712"]
    assert found == [grade]


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["ovenctl ps", "# Read the log of the oven", "tail -f /var/log/oven.log"], False),
        (["# Protokoll ansehen", "docker logs --tail 20 -f oven | grep cold"], False),
        (["# Read the log of the oven", "tail -f /var/log/oven.log", "ovenctl ps"], True),
        (["# Read the log of the oven", "tail -f /var/log/oven.log | sort | uniq -c"], True),
        (["# See who is slow", "tail -f /var/log/oven.log"], True),
        (["ovenctl ps", "tail -f /var/log/oven.log"], True),
    ],
)
def test_whoever_is_sent_to_the_log_last_has_read_enough_at_some_time(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    assert ("RC712" in {one.code for one in found_in(block(*lines), words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "grades"),
    [
        (["ovenctl ps", "pm2 logs oven --lines 20"], [Grade.INFO]),
        (["pm2 logs oven --lines 20", "ovenctl ps"], [Grade.WARNING]),
        (["# Read the log of the oven", "pm2 logs oven --lines 20"], []),
    ],
)
def test_so_does_a_log_by_the_verb_of_its_tool(
    lines: list[str], grades: list[Grade], words: Vocabulary
) -> None:
    found = [one.grade for one in found_in(block(*lines), words) if one.code == "RC714"]
    assert found == grades


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("Observe the log (5 minutes)", False),
        ("ログをリアルタイムで監視（五分）: 5分間", False),
        ("Print the log", True),
    ],
)
def test_a_log_that_is_watched_for_a_time_may_stream(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    block = f"```bash\n# {comment}\npm2 logs bell\ndate\n```\n"
    found = {one.code for one in found_in(f"# Bell\n\n## Rope\n\n{block}", words)}
    assert ("RC714" in found) is is_found


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [
        ("  # Ctrl+C once it rides", False),
        ("  # mit Strg-C beenden", False),
        ("  # until it rides, control panel C", True),
        ("", True),
    ],
)
def test_a_remark_may_say_how_a_log_is_left(remark: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n```bash\ntail -f /var/log/lift.log{remark}\nliftctl doors\n```\n"
    assert ("RC712" in {one.code for one in found_in(text, words)}) is is_found
