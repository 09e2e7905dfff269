"""What a command lacks: quotes around what it destroys, values that are real."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("rm -rf $GATE_DIR/state", True),
        ("find $LOGS -name '*.log' -delete", True),
        ('rm -rf "$GATE_DIR/state"', False),
        ("gatectl delete --gate $GATE", False),
        ("tail -n 20 $LOG", False),
    ],
)
def test_quotes_are_asked_for_where_a_blank_destroys_another_thing(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC711" in codes) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("aws sqs get-queue-url --account 123456789012", True),
        ("aws sqs get-queue-url --account 481516234200", False),
        ("gatectl show --serial 91234567890123", False),
    ],
)
def test_the_account_of_the_handbook_is_nobodys(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC709" in codes) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('curl -d \'{"gate": "$GATE"}\' http://gates/open', True),
        ("mosquitto_sub -t '$SYS/brokers/+/uptime' -C 3", False),
        ("psql -d gates -c 'SELECT id FROM gate WHERE state = $$OPEN$$'", False),
    ],
)
def test_a_topic_or_a_quote_may_begin_with_a_dollar(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC845" in codes) is is_found


@pytest.mark.parametrize(
    ("line", "grade"),
    [('gatectl show "$GATE"', "info"), ('gatectl purge --gate "$GATE"', "warn")],
)
def test_an_unset_variable_weighs_more_where_something_is_destroyed(
    line: str, grade: str, words: Vocabulary
) -> None:
    found = found_in(f"# G\n\n```bash\n{line}\n```\n", words)
    assert [one.grade.value for one in found if one.code == "RC710"] == [grade]


@pytest.mark.parametrize(
    ("values", "is_found"), [("dam-1 dam-2", False), ("$DAMS", True), ("$(cat dams)", True)]
)
def test_a_variable_whose_values_are_all_written_down_needs_no_quotes(
    values: str, is_found: bool, words: Vocabulary
) -> None:
    line = f"for dam in {values}; do rm -rf $dam/state; done"
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC711" in codes) is is_found


def test_the_same_example_again_is_told_once(words: Vocabulary) -> None:
    text = "# G\n\n```bash\nping -c 3 192.0.2.7\ntraceroute 192.0.2.7\nping -c 3 192.0.2.8\n```\n"
    lines = [one.line for one in found_in(text, words) if one.code == "RC709"]
    assert lines == [4, 6]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("sqlplus -s <<< 'select 1 from v$database'", False),
        ("ls $ORACLE_BASE/diag", False),
        ("ls $GATE_BASE/diag", True),
    ],
)
def test_a_view_of_a_database_and_what_a_login_sets_are_no_gaps(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC710" in codes) is is_found


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [("# OVEN_URL is in the vault, item ovens", False), ("# the ovens first", True)],
)
def test_a_remark_may_say_where_a_variable_is_kept(
    remark: str, is_found: bool, words: Vocabulary
) -> None:
    text = f'# G\n\n```bash\n{remark}\npsql "$OVEN_URL" -c "select 1"\n```\n'
    assert ("RC710" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("look", "is_found"),
    [("etcdctl member list", False), ("etcdctl endpoint health", True)],
)
def test_what_the_line_above_lists_may_be_put_in(
    look: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Lost gate\n\n```bash\n{look}\netcdctl member remove <gate>\n```\n"
    assert ("RC701" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("liftctl restore --at 2026-03-04T05:06:07Z", True),
        ('liftctl restore --at "$NOON"   # UTC, e.g. 2026-03-04T05:06:07Z', False),
        ("liftctl restore --at <day, e.g. 2026-03-04>", False),
    ],
)
def test_a_day_in_a_remark_is_only_an_example(line: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC709" in codes) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("liftctl move $CABIN", True),
        ("while read -r shaft CABIN; do\n  liftctl move $CABIN\ndone < cabins", False),
        ("liftctl cabins   # 7; $CABIN: the one that hangs\nliftctl move $CABIN", False),
    ],
)
def test_a_variable_is_set_by_reading_or_told_in_a_remark(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{lines}\n```\n", words)}
    assert ("RC710" in codes) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('gatectl log --since "$SINCE"   # UTC, e.g. 2031-01-31T08:00:00Z', False),
        ('gatectl log --since "$SINCE"   # z. B. 2031-01-31T08:00:00Z', False),
        ('gatectl log --since "$SINCE"   # as long as it takes', True),
    ],
)
def test_an_example_beside_a_variable_tells_what_it_is(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)
    assert ("RC710" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("ssh $HOST 'rm -rf /srv/gate'", False), ("rm -rf $HOST/gate", True),
     ("ssh $HOST rm -rf $DIR/gate", True)],
)  # fmt: skip
def test_an_empty_name_of_a_host_destroys_nothing(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)
    assert ("RC711" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("gatectl prune --start 2015-01-01T00:00:00Z --stop $(date +%F)", False),
        ("gatectl prune --from=2020-01-01 --until today", False),
        ("gatectl prune --start 2015-03-07T00:00:00Z", True),
        ("gatectl prune --stop 2025-01-01", True),
    ],
)
def test_from_the_first_day_of_a_year_is_everything(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)
    assert ("RC709" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("gate1 is 203.0.113.53.", False),
        ("Tor 1 hat die Adresse 203.0.113.53.", False),
        ("First `ping 203.0.113.53`.", True),
        ("The gate answers.", True),
    ],
)
def test_an_address_that_a_sentence_gives_to_a_machine_is_real(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# W\n\n## Gate\n\n```bash\nssh 203.0.113.53 sudo systemctl restart gate\n```\n\n{said}\n"
    )
    assert ("RC709" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Replace the time behind STOPAT.", False),
        ("Die Zeit anpassen.", False),
        ("Adapter l'heure.", False),
        ("Then look at the tides.", True),
    ],
)
def test_a_day_that_is_said_to_be_replaced_is_an_example(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    run = "weirctl restore --until 2026-06-01T10:00:00"
    text = f"# W\n\n## Tides lost\n\n```bash\n{run}\n```\n\n{said}\n"
    assert ("RC709" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "code", "is_found"),
    [
        (['read -p "Which oven? " OVEN', "ovenctl heat $OVEN"], "RC710", False),
        (['read -p "Which oven? " GATE', "ovenctl heat $OVEN"], "RC710", True),
        (["kubectl get pods", "curl -fs http://localhost:9090/heat"], "RC801", True),
        (
            ["kubectl port-forward svc/heat 9090:80 &", "curl -fs http://localhost:9090/heat"],
            "RC801",
            False,
        ),
    ],
)
def test_what_is_asked_for_and_what_is_led_here_is_there(
    lines: list[str], code: str, is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# G", "", "```bash", *lines, "```", ""])
    assert (code in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "code", "is_found"),
    [
        ("OVEN_DESK=your-desk@ovens.example", "RC709", False),
        ("ovenctl heat --desk your-desk", "RC709", True),
        ("""ovenctl heat -d '{"told_by": "[your-desk]"}'""", "RC709", False),
        ("ovenctl heat --desks your-desk,[all]", "RC709", True),
        ('ovenctl heat "$gt"', "RC710", True),
        ("db.loaves.find({heat: {$gt: 200}}) | wc -l", "RC710", False),
        ("proxy_set_header X-Oven $oven_name;", "RC710", False),
        ('echo "OVEN=$OVEN"', "RC710", False),
        ("ovenctl heat $OVEN;", "RC710", True),
        ("echo on > /ovens/$OVEN", "RC710", True),
    ],
)
def test_a_setting_to_fill_in_and_an_operator_of_a_query_lack_nothing(
    line: str, code: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert (code in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("curl -H 'X-Gate-Version: 2024-05-01' https://gate.example/state", False),
        ("curl 'https://gate.example/state?api-version=2024-05-01'", False),
        ("curl 'https://gate.example/state?since=2024-05-01'", True),
        ("curl -H 'X-Gate-Version: 2024-05-01' 'https://gate.example/?day=2024-05-02'", True),
    ],
)
def test_the_version_of_an_interface_is_a_day_that_stays(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC709" in codes) is is_found


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [
        ("docker logs --tail 50 ovend", False),
        ("systemctl status ovend", False),
        ("docker stats ovend\nkubectl get pods", True),
        ("ssh oven-2 systemctl status ovend", True),
        ("ovenctl list", True),
    ],
)
def test_a_probe_beside_a_container_is_made_on_its_host(
    beside: str, is_found: bool, words: Vocabulary
) -> None:
    probe = f"```bash\n{beside}\ncurl -fsS http://localhost:8080/heat\n```\n"
    text = f"# G\n\n## Cold\n\n{probe}\n## Afterwards\n\n```bash\nkubectl get pods\n```\n"
    assert ("RC801" in {one.code for one in found_in(text, words)}) is is_found
