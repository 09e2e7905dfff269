"""A tool has its own way back: the opposite verb, or the same thing set to another value."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.calls import calls_in
from runcard.domain.playbooks.command_checks.ways_back import turned
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in

LIMIT = "aws lambda put-function-concurrency --function-name {} --reserved-concurrent-executions {}"
FREE = "aws lambda delete-function-concurrency --function-name sluice"
KEEPS = (
    "kafka-configs.sh --bootstrap-server k1:9092 --alter --entity-type topics "
    "--entity-name {} --add-config retention.ms={}"
)


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ([LIMIT.format("sluice", 0)], True),
        ([LIMIT.format("sluice", 0), FREE], False),
        ([FREE, LIMIT.format("sluice", 0)], True),
        ([LIMIT.format("sluice", 0), LIMIT.format("sluice", 40)], False),
        ([LIMIT.format("sluice", 0), "aws lambda delete-function --function-name weir"], True),
        ([KEEPS.format("tides", 60000)], True),
        ([KEEPS.format("tides", 60000), KEEPS.format("tides", 604800000)], False),
        ([KEEPS.format("tides", 60000), KEEPS.format("gates", 604800000)], True),
    ],
)
def test_the_way_back_is_a_form_of_the_same_tool(lines: list[str], is_found: bool) -> None:
    text = "\n".join(["# Sluice", "", "```bash", *lines, "```", ""])
    found = read_linter().judged(text, TODAY).findings
    assert ("RC747" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("The limit is lost at the next start of the sluice, as it should be.", False),
        ("Der Wert gilt nur bis zum nächsten Neustart.", False),
        ("The pass of the sluice expires in May.", True),
    ],
)
def test_a_sentence_may_say_that_it_ends_by_itself(below: str, is_found: bool) -> None:
    text = f"# Sluice\n\n```bash\n{LIMIT.format('sluice', 0)}\n```\n\n{below}\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC747" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "things"),
    [
        ("kubectl set env deploy/sluice SLOW=true", [("SLOW",)]),
        (KEEPS.format("tides", 1), [("tides", "retention.ms")]),
        ("kubectl get pods", []),
    ],
)
def test_the_thing_that_is_turned_is_named_without_its_value(
    line: str, things: list[tuple[str, ...]]
) -> None:
    assert [thing for call in calls_in(line) for thing in turned(call)] == things


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("`SLOW=off` when the tide has turned.", False),
        ("Sobald die Flut kommt, wieder `SLOW=off`.", False),
        ("`SLOW=on` makes the sluice wait.", True),
        ("`PILOT=off` sends the pilot home.", True),
        ("It is slow then.", True),
    ],
)
def test_a_sentence_sets_it_otherwise(below: str, is_found: bool) -> None:
    set_ = "kubectl -n sluice set env deploy/sluice SLOW=on"
    fenced = f"# Sluice\n\n```bash\n{set_}\n```\n\n{below}\n"
    in_a_row = f"# Sluice\n\n| Do | Then |\n|---|---|\n| `{set_}` | {below} |\n"
    for text in (fenced, in_a_row):
        found = read_linter().judged(text, TODAY).findings
        assert ("RC747" in {one.code for one in found}) is is_found


def test_a_key_that_has_leaked_stays_out_of_use(words: Vocabulary) -> None:
    lines = ("gatectl keys disable $KEY", "gatectl lamps disable $LAMP")
    texts = [f"# Sluice\n\n```bash\n{line}\n```\n" for line in lines]
    codes = [{one.code for one in found_in(text, words)} for text in texts]
    assert ["RC747" in one for one in codes] == [False, True]


def test_an_account_somebody_broke_into_stays_shut(words: Vocabulary) -> None:
    lines = ("samba-tool user disable $PILOT", "samba-tool lamp disable $LAMP")
    texts = [f"# Sluice\n\n```bash\n{line}\n```\n" for line in lines]
    codes = [{one.code for one in found_in(text, words)} for text in texts]
    assert ["RC747" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("label", "file", "is_found"),
    [
        ("Take down the notice:", "notice.yaml", False),
        ("Den Hinweis entfernen:", "notice.yaml", False),
        ("If the sluice is slow:", "notice.yaml", True),
        ("Take down the lock:", "lock.yaml", True),
        ("Take down the database:", "postgres.yaml", True),
    ],
)
def test_what_was_applied_above_is_taken_down(
    label: str, file: str, is_found: bool, words: Vocabulary
) -> None:
    applied = "kubectl apply -f notice.yaml\nkubectl apply -f postgres.yaml\nkubectl get pods"
    text = f"# Sluice\n\n```bash\n{applied}\n```\n\n{label}\n\n"
    found = found_in(f"{text}```bash\nkubectl delete -f {file}\n```\n", words)
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("patch", "is_found"),
    [
        ('\'{"spec": {"limits": {"memory": "4Gi"}}}\'', False),
        ('--type=json \\\n  -p \'[{"path": "/spec/resources/limits/cpu", "value": "2"}]\'', False),
        ('\'{"data": {"mode": "slow"}}\'', True),
    ],
)
def test_what_a_container_may_take_is_raised_for_good(
    patch: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ovens\n\n## Hot oven\n\n```bash\nkubectl patch deployment oven -p {patch}\n```\n"
    judged = read_linter().judged(text, TODAY)
    assert ("RC747" in {one.code for one in judged.findings}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl scale deployment GATE_NAME --replicas=N", False),
        ("kubectl scale deployment/{gate} --replicas={count}", False),
        ("kubectl scale deployment gate --replicas=N", True),
        ("kubectl scale deployment GATE_NAME --replicas=9", True),
    ],
)
def test_a_line_that_names_neither_the_thing_nor_its_count_switches_nothing(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# G\n\n## Full\n\n```bash\n{line}\n```\n", words)}
    assert ("RC747" in found) is is_found
