"""The same system on two platforms, and what only looks like a second one."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("docker push registry.quay/crane:night", False),
        ("docker tag crane registry.quay/crane:night", False),
        ("podman image push crane", False),
        ("docker save crane -o crane.tar", False),
        ("docker restart crane", True),
        ("docker run -d crane", True),
    ],
)
def test_an_image_on_its_way_is_no_second_platform(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n```bash\n{line}\nkubectl set image deploy/crane crane=crane:night\n```\n"
    assert ("RC802" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("docker logs tide-bell", False),
        ("docker logs crane_1", True),
        ("docker ps", True),
    ],
)
def test_what_has_another_name_is_another_part(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n```bash\nkubectl rollout restart deploy/crane-api\n{line}\n```\n"
    assert ("RC802" in {one.code for one in found_in(text, words)}) is is_found
