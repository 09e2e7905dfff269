"""Of a log its last lines are wanted, and of some there are no more."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("label", "line", "is_found"),
    [
        ("If the gate is in CrashLoopBackOff", "kubectl logs gate-7d9f", False),
        ("If the gate is slow", "kubectl logs gate-7d9f --previous", False),
        ("If the gate is slow", "kubectl logs gate-7d9f", True),
        ("If the gate crash-loops", "docker logs gate", True),
    ],
)
def test_the_log_of_what_has_just_started_is_short(
    label: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n**{label}:**\n\n```bash\n{line}\n```\n"
    assert ("RC721" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl logs -n ovens -l app=oven", False),
        ("oc logs --selector app=oven --all-containers", False),
        ("kubectl logs oven-7 --previous", False),
        ("kubectl -n ovens logs -p oven-7", False),
        ("docker logs -l oven", True),
        ("kubectl logs deploy/oven", True),
    ],
)
def test_ten_lines_of_each_pod_and_the_log_of_a_dead_one_are_not_long(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert (
        "RC721" in {one.code for one in found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)}
    ) is is_found


@pytest.mark.parametrize(
    ("label", "step", "is_found"),
    [
        ("**Symptoms:**", "`docker logs oven` shows soot", False),
        ("### Signs", "The light is red and `kubectl logs deploy/oven` says `cold`", False),
        ("**Diagnosis:**", "Read `docker logs oven`", True),
        ("**Symptoms:**\n\n- cold\n\n**Steps:**", "Read `docker logs oven`", True),
    ],
)
def test_a_log_that_is_a_sign_of_the_case_is_not_printed(
    label: str, step: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ovens\n\n## Oven is cold\n\n{label}\n\n- {step}\n"
    assert ("RC721" in {one.code for one in found_in(text, words)}) is is_found


LONG = "```bash\ndocker logs lift\n```\n\n"
DOOR = "## Door\n\n```bash\n{}\n```\n"


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        (LONG + "```bash\ndocker logs --tail 50 lift\n```\n", False),
        ("1. Look at `docker logs lift`\n\n" + DOOR.format("docker logs --tail 9 d"), False),
        (LONG + DOOR.format("docker logs --tail 9 d"), True),
        (LONG.replace("docker", "kubectl") + "```bash\nkubectl logs -n lifts door\n```\n", True),
        (LONG + "```bash\ndocker ps\n```\n", True),
    ],
)
def test_the_short_form_may_stand_beside_the_long_one(
    body: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Lift\n\n## Hangs\n\n{body}", words)
    assert ("RC721" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("```bash\nkubectl logs -n ovens job/count-loaves\n```", False),
        ("```bash\noc logs cronjobs/count-loaves\n```", False),
        ("1. Preserve the evidence (export `docker logs` of the oven) first.", False),
        ("1. Beweise sichern: `docker logs` des Ofens ablegen.", False),
        ("1. Read `docker logs` of the oven.", True),
        ("```bash\nkubectl logs -n ovens pod/count-loaves\n```", True),
    ],
)
def test_what_a_job_wrote_and_what_is_kept_is_wanted_whole(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Loaves are miscounted\n\n{text}\n"
    assert ("RC721" in {one.code for one in found_in(page, words)}) is is_found
