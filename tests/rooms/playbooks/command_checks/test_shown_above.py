"""A value that a query above has shown is known to whoever has read down to its gap."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("asked", "change", "is_found"),
    [
        (
            "SELECT gate_no, COUNT(*) FROM locks GROUP BY 1;",
            "UPDATE locks SET shut = 1 WHERE gate_no = '<gate>';",
            False,
        ),
        (
            "SELECT id, since FROM boats WHERE since < now();",
            "UPDATE boats SET warned = 1 WHERE id IN (<those>);",
            False,
        ),
        (
            "SELECT id, since FROM boats WHERE since < now();",
            "UPDATE locks SET shut = 1 WHERE id IN (<those>);",
            True,
        ),
        (
            "SELECT berth, COUNT(*) FROM locks GROUP BY 1;",
            "UPDATE locks SET shut = 1 WHERE gate_no = '<gate>';",
            True,
        ),
    ],
)
def test_a_gap_is_compared_with_what_a_query_has_shown(
    asked: str, change: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lock\n\n## Two boats\n\n```sql\n{asked}\n```\n\nThen:\n\n```sql\n{change}\n```\n"
    assert ("RC701" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("look", "use", "is_found"),
    [
        ("# Which IPs knock most often\ncat /var/log/gate.log | sort | uniq -c",
         "gatectl bar KNOCKING_IP", False),
        ("kubectl get pods -n quay", "kubectl logs deploy/<service> -n quay", False),
        ("uptime", "gatectl bar KNOCKING_IP", True),
        ("kubectl get nodes", "kubectl logs deploy/<service> -n quay", True),
    ],
)  # fmt: skip
def test_what_a_command_above_has_shown_is_known(
    look: str, use: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n```bash\n{look}\ndate\n{use}\n```\n"
    assert ("RC701" in {one.code for one in found_in(text, words)}) is is_found
