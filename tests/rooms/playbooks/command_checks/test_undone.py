"""Switches that stay: paused and never resumed, raised and never lowered."""

from datetime import date

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["gatectl deploy pause north"], True),
        (["gatectl deploy pause north", "gatectl deploy resume north"], False),
        (["gatectl deploy pause north", "gatectl deploy revert north"], False),
        (["gatectl deploy pause north", "gatectl deploy revert south"], True),
        (["kubectl set env deploy/gate SLOW=true"], True),
        (
            ["kubectl set env deploy/gate SLOW=true", "kubectl set env deploy/gate SLOW=false"],
            False,
        ),
        (["kubectl set env deploy/gate PILOT=harbour.example"], False),
        (["aws ecs update-service --service gate --desired-count 9"], True),
        (
            [
                "aws ecs update-service --service gate --desired-count 9",
                "aws ecs update-service --service gate --desired-count 3",
            ],
            False,
        ),
    ],
)
def test_what_is_switched_is_switched_back_or_given_up(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Gates", "", "```bash", *lines, "```", ""])
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"), [("then `--replicas=2`", False), ("then ring the pilot", True)]
)
def test_a_sentence_below_scales_it_back(below: str, is_found: bool, words: Vocabulary) -> None:
    block = "```bash\nkubectl scale deploy/gate --replicas=0\n```\n"
    text = f"# Gates\n\n## Shut\n\n{block}\nThe pilot gives the word; {below}.\n"
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


def test_an_autoscaler_takes_a_count_back(words: Vocabulary) -> None:
    block = "```bash\nkubectl scale deploy/gate --replicas=9\n```\n\n"
    text = f"# Gates\n\n## More\n\n{block}{{}}\n"
    told = {one.code for one in found_in(text.format("The autoscaler decides later."), words)}
    assert "RC747" not in told
    assert "RC747" in {one.code for one in found_in(text.format("Ring the pilot."), words)}


def test_a_list_to_look_things_up_in_switches_nothing(words: Vocabulary) -> None:
    block = "```bash\ngatectl deploy pause north\n```\n"
    asked = {one.code for one in found_in(f"# Gates\n\n## Shut\n\n{block}", words)}
    listed = {one.code for one in found_in(f"# Gates\n\n## Quick reference\n\n{block}", words)}
    assert "RC747" in asked - listed


@pytest.mark.parametrize(
    ("back", "is_found"), [("GATE_QUEUE=off", False), ("OVEN_QUEUE=off", True)]
)
def test_one_of_two_values_that_is_set_again_is_the_way_back(
    back: str, is_found: bool, words: Vocabulary
) -> None:
    on = "kubectl set env deploy/gate GATE_QUEUE=on GATE_QUEUE_RATE=9"
    text = (
        f"# G\n\n```bash\n{on}\n```\n\nLater:\n\n```bash\nkubectl set env deploy/gate {back}\n```\n"
    )
    found = [one for one in found_in(text, words) if one.code == "RC747" and one.line == 4]
    assert bool(found) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["touch /srv/gate/maintenance.flag"], True),
        (["touch /srv/gate/maintenance.flag", "rm /srv/gate/maintenance.flag"], False),
        (["touch /srv/gate/started"], False),
        (["echo 'set server gates/g2 state drain' | socat stdio /run/haproxy.sock stop"], True),
        (
            [
                "echo 'set server gates/g2 state drain' | socat stdio /run/haproxy.sock stop",
                "echo 'set server gates/g2 state ready' | socat stdio /run/haproxy.sock stop",
            ],
            False,
        ),
        (["docker compose -f /srv/gate/compose.yml stop gate", "gatectl list"], True),
        (["docker compose stop gate", "docker compose start gate"], False),
        (
            ["kubectl scale deploy/gate --replicas=2", "kubectl scale deploy/gate --replicas=0"],
            True,
        ),
    ],
)
def test_a_flag_a_drain_and_a_stop_have_a_way_back_below(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Gates", "", "## Gate jams", "", "```bash", *lines, "```", ""])
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


def test_a_state_that_was_saved_is_applied_again(words: Vocabulary) -> None:
    saves = "kubectl get configmap gates -o yaml > /tmp/before.yaml"
    turns = "kubectl patch configmap gates --type merge -p @gates.json && echo stop"
    text = f"# Gates\n\n## Turn\n\n```bash\n{saves}\n{turns}\n```\n\nBack: `{{}}`\n"
    back = {one.code for one in found_in(text.format("kubectl apply -f /tmp/before.yaml"), words)}
    assert "RC747" not in back
    assert "RC747" in {one.code for one in found_in(text.format("kubectl get pods"), words)}


def test_one_sentence_sets_everything_back(words: Vocabulary) -> None:
    text = "# Gates\n\n```bash\ngatectl deploy pause north\n```\n\n## After\n\n3. {}\n"
    told = {one.code for one in found_in(text.format("Set back anything you changed."), words)}
    assert "RC747" not in told
    assert "RC747" in {one.code for one in found_in(text.format("Ring the pilot."), words)}


def test_a_node_that_is_closed_and_emptied_is_told_once(words: Vocabulary) -> None:
    lines = "kubectl cordon node-2 stop\nkubectl drain node-2 stop"
    found = found_in(f"# Gates\n\n```bash\n{lines}\n```\n", words)
    assert [one.line for one in found if one.code == "RC747"] == [4]


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ('reload="$(date +%s)" --overwrite', False),
        ('\\\n  reload="$(date +%s)" --overwrite', False),
        ("gates.example/renew=now --overwrite", False),
        ("gates.example/force-sync=1", False),
        ("hold=yes", True),
    ],
)
def test_a_stamp_makes_somebody_look_again_and_switches_nothing(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Gate stuck\n\n```bash\nkubectl annotate deploy/gate {value}\n```\n"
    found = read_linter().judged(text, date(2026, 11, 25)).findings
    assert ("RC747" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["weirctl freeze on", "weirctl freeze off"], False),
        (["weirctl freeze off"], False),
        (["kubectl patch gate g1 -p '{\"nonce\":'$(date +%s)'}'"], False),
    ],
)
def test_a_switch_has_two_positions(lines: list[str], is_found: bool, words: Vocabulary) -> None:
    body = "\n".join(lines)
    text = f"# W\n\n## Gate stuck\n\n```bash\n{body}\nsystemctl restart weir\n```\n"
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [("Back: `enable server be_weir/gate2`.", False), ("Then look at the log.", True)],
)
def test_a_flag_is_put_back_by_what_a_sentence_names(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    line = 'echo "disable server be_weir/gate2" | sudo socat stdio /run/haproxy/admin.sock'
    text = f"# W\n\n## Gate stuck\n\n```bash\n{line}\n```\n\n{below}\n"
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("after", "is_found"),
    [
        ("Then the node is Ready.", True),
        ("Danach ist der Knoten bereit.", True),
        ("Then `kubectl uncordon lamp-1`.", False),
        ("Then replace the node in the console.", False),
        ("Danach den Knoten ersetzen: Knoten ersetzen heißt neu bestellen.", False),
        ("Puis remplacer le nœud.", False),
        ("Después reemplazar el nodo.", False),
        ("Depois substituir o nó.", False),
    ],
)
def test_only_uncordon_opens_a_node_again(after: str, is_found: bool) -> None:
    text = (
        "# G\n\n## Runbooks\n\n### Node down\n\n```bash\nkubectl cordon lamp-1\n"
        f"kubectl drain lamp-1\n```\n\n{after}\n\n### Gate slow\n\n"
        "```bash\nkubectl rollout undo deploy/gate\n```\n"
    )
    assert (
        "RC747" in {one.code for one in read_linter().judged(text, date(2026, 11, 25)).findings}
    ) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (("circuit-breakers/oven/open",), True),
        (("circuit-breakers/oven/reset",), False),
        (("circuit-breakers/oven/open", "circuit-breakers/NAME/reset"), False),
    ],
)
def test_a_reset_is_the_way_back(lines: tuple[str, ...], is_found: bool, words: Vocabulary) -> None:
    blocks = [f"```bash\ncurl -X POST https://bake.example/admin/{one}\n```\n" for one in lines]
    text = "# G\n\n## Ovens cold\n\n" + "\nLater:\n\n".join(blocks)
    assert ("RC747" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("after", "is_found"),
    [
        ("Add the stranger to the list permanently.", False),
        ("Der Fremde bleibt dauerhaft gesperrt.", False),
        ("Write the stranger into the book.", True),
        ("Der Fremde wird notiert.", True),
    ],
)
def test_who_is_shut_out_for_good_stays_out(after: str, is_found: bool) -> None:
    text = (
        "# G\n\n## Strangers at the gate\n\n### At once\n\n"
        "```bash\niptables -A OUTPUT -d tide.example -j DROP\n```\n\n"
        f"### Later\n\n{after}\n"
    )
    found = read_linter().judged(text, date(2026, 11, 25)).findings
    assert ("RC747" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("end", "is_found"),
    [
        ("The oldest ride is a minute old. Scale back to 3.", False),
        ("Die Schlange ist leer. Danach zurück auf 3.", False),
        ("The oldest ride is a minute old.", True),
        ("Der Lotse wird angerufen.", True),
    ],
)
def test_the_last_part_of_a_runbook_scales_it_back(end: str, is_found: bool) -> None:
    mend = (
        "#### Put it right\n\n1. Scale out:\n   ```bash\n"
        "   kubectl scale deploy/gate --replicas=9\n   ```\n"
        "2. Ask the harbour to send the rides again.\n3. Ring the pilot.\n4. Wait.\n5. Wait on.\n"
    )
    text = f"# Gates\n\n## Runbooks\n\n### Rides pile up\n\n#### Signs\n\nMany rides.\n\n{mend}\n"
    page = f"{text}#### How you know it's over\n\n{end}\n"
    found = {one.code for one in read_linter().judged(page, date(2026, 11, 25)).findings}
    assert ("RC747" in found) is is_found
