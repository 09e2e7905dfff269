"""What keeps people out, or sends them elsewhere, takes no trace away."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("vault operator seal", False),
        ("git checkout HEAD~2 gates/tide.conf", False),
        ("git restore --source=HEAD~1 gates/tide.conf", False),
        ("git checkout -- gates/tide.conf", True),
        ("git clean -fdx", True),
        ("sudo rm -rf /var/log/gate", True),
    ],
)
def test_who_shuts_the_door_loses_nothing(line: str, is_found: bool) -> None:
    text = f"# Gates\n\n## Intrusion\n\n```bash\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("vercel rollback", False),
        ("gcloud run services update-traffic gate --to-revisions gate-7=100", False),
        ("rm -rf /var/log/gate", True),
        ("kubectl rollout undo deployment/gate", True),
    ],
)
def test_whoever_points_the_traffic_back_keeps_what_was_broken_into(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n## Security breach\n\n```bash\n{line}\n```\n"
    assert ("RC728" in {one.code for one in found_in(text, words)}) is is_found
