"""A script or a module says by its name whether it only looks."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY


def changes(*lines: str) -> bool:
    inside = "\n".join(lines)
    text = f"# Bakery\n\n## Oven cold\n\n```bash\n{inside}\n```\n"
    return "RC746" in {one.code for one in read_linter().judged(text, TODAY).findings}


@pytest.mark.parametrize(
    ("line", "is_change"),
    [
        ("pipenv run python -m bakery.oven.count_loaves", False),
        ("pipenv run python -m bakery.oven.reset_heat", True),
        ("python3 -m bakery.test_thermometer", False),
        ("python3 -m bakery.test_restart", True),
        ("./bin/test-thermometer.sh", False),
    ],
)
def test_of_a_module_its_name_tells_what_it_does_and_not_what_starts_it(
    line: str, is_change: bool
) -> None:
    assert changes(line) is is_change


@pytest.mark.parametrize(
    ("line", "is_change"),
    [
        ("python tools/oven-heat.py --hours 2 --output start-of-day.csv", False),
        ("python tools/oven-heat.py -o=/tmp/run.csv", False),
        ("python tools/oven-heat.py --start", True),
    ],
)
def test_the_file_that_a_script_writes_does_not_tell_what_it_does(
    line: str, is_change: bool
) -> None:
    assert changes(line) is is_change


@pytest.mark.parametrize(
    ("comment", "is_change"),
    [
        ("# 3) Test the bell", False),
        ("# Testen, ob jemand es hört", False),
        ("# Test the restart of the bell", True),
        ("# The bell", True),
    ],
)
def test_a_comment_that_begins_with_test_makes_a_test_of_its_command(
    comment: str, is_change: bool
) -> None:
    order = "curl -X POST http://bakery.example/api/oven -d '{}'"
    assert changes(comment, order) is is_change


@pytest.mark.parametrize(
    ("line", "is_change"),
    [("email post --to pilots", False), ("notify send pilots", False), ("ovenctl open 4", True)],
)
def test_a_letter_to_people_is_no_change_of_the_service(line: str, is_change: bool) -> None:
    assert changes(line) is is_change


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("Diagnosis", False),
        ("Diagnosebefehle", False),
        ("診断コマンド", False),
        ("诊断", False),
        ("Repair", True),
        ("Diagnosis and fix", True),
    ],
)
def test_code_below_a_label_of_diagnosis_finds_out(label: str, is_found: bool) -> None:
    code = 'docker exec loaf python -c "\nimport heat\nheat.begin()\nprint(heat.now())\n"'
    text = f"# Bakery\n\n## Hot oven\n\n**{label}**:\n\n```bash\n{code}\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC746" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_change"),
    [
        ('{"jsonrpc":"2.0","id":1,"method":"getOven"}', False),
        ('{"id":1,"jsonrpc":"2.0","params":[],"method": "bread_blockNumber"}', False),
        ('{"jsonrpc":"2.0","id":1,"method":"bread_sendLoaf"}', True),
        ('{"method":"getOven"}', True),
    ],
)
def test_a_remote_call_that_gets_something_changes_nothing(line: str, is_change: bool) -> None:
    assert changes(f"curl -s -X POST http://bakery.example/rpc -d '{line}'") is is_change


@pytest.mark.parametrize(
    ("heading", "line", "is_found"),
    [
        ("Diagnosis", "loafctl block-count --oven 4", False),
        ("診断", "loafctl block-count --oven 4", False),
        ("Fix", "loafctl block-count --oven 4", True),
        ("Diagnosis", "systemctl restart oven", True),
    ],
)
def test_a_tool_checks_where_the_heading_and_its_comment_say_so(
    heading: str, line: str, is_found: bool
) -> None:
    text = f"# Bakery\n\n## Hot oven\n\n### {heading}\n\n```bash\n# Oven check\n{line}\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC746" in found) is is_found


@pytest.mark.parametrize(
    ("comment", "line", "is_found"),
    [
        ("# 4. Verify that the belts run", "npm run test:belts", False),
        ("# Prüfen, ob die Bänder laufen", "make smoke", False),
        ("# 4. Pack the belts", "npm run test:belts", True),
        ("# 4. Verify that the belts run", "npm run pack:belts", True),
    ],
)
def test_tests_of_the_house_below_an_order_to_verify_look(
    comment: str, line: str, is_found: bool
) -> None:
    text = f"# Belts\n\n```bash\nsystemctl restart belts\n{comment}\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl describe deploy gate", False),
        ("kubectl get deploy gate", False),
        ("kubectl rollout restart deploy/gate", True),
        ("kubectl apply -f gate.yaml", True),
    ],
)
def test_to_look_at_a_thing_that_is_deployed_starts_nothing(line: str, is_found: bool) -> None:
    text = f"# Gates\n\n```bash\n{line}\ncurl http://gate/ready\n```\n"
    found = read_linter().judged(text).findings
    assert ("RC825" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_change"),
    [
        ("stripe trigger loaf.sold --api-key sk_test_…", False),
        ("sam local invoke OvenHeat --event loaf.json", False),
        ("stripe refunds create --charge ch_3", True),
        ("aws lambda update-function-code --function-name oven --zip-file fileb://oven.zip", True),
    ],
)
def test_an_event_that_is_made_up_changes_nothing(line: str, is_change: bool) -> None:
    assert changes(line) is is_change
