"""Programs that wait for somebody."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "below", "is_found"),
    [
        (["ssh oven-1", "rm -rf /srv/ovens/state"], "", False),
        (["ssh oven-1"], "", False),
        (["psql ovens", "df -h"], "", True),
        (["psql ovens"], "", True),
        (["psql ovens"], "```sql\nselect 1;\n```", False),
        (["mongosh ovens"], "Dann:\n\n```js\ndb.ovens.find()\n```", False),
        (["psql ovens", "df -h"], "```sql\nselect 1;\n```", True),
        (["psql ovens", "", "SELECT heat", "FROM ovens;"], "", False),
        (["docker exec -it db psql ovens", "SHOW bakers;", "SELECT 1;"], "", False),
        (["psql ovens", "SELECT 1;", "df -h"], "", True),
        (["# Enter the container", "docker exec -it oven-1 sh", "bake --list"], "", False),
        (["# Konsole öffnen", "docker exec -ti oven-1 bash", "bake --list"], "", False),
        (["docker exec -it oven-1 sh", "bake --list"], "", True),
        (["# Enter the container", "docker exec oven-1 sh", "bake --list"], "", True),
        (["python3 --version", "df -h"], "", False),
        (["mysql -V", "df -h"], "", False),
        (["python3 -q", "df -h"], "", True),
        (["psql ovens"], "## Next oven\n\n```sql\nselect 1;\n```", True),
    ],
)
def test_a_session_waits_unless_what_is_typed_follows(
    lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    found = found_in(f"# Ovens\n\n## Oven cold\n\n```bash\n{body}\n```\n\n{below}\n", words)
    assert ("RC716" in {one.code for one in found}) is is_found


def test_a_secret_that_is_asked_for_is_meant_to_be(words: Vocabulary) -> None:
    line = "Import-PfxCertificate -FilePath oven.pfx -Password (Read-Host -AsSecureString)"
    found = found_in(f"# Ovens\n\n```powershell\n{line}\n```\n", words)
    assert "RC716" not in {one.code for one in found}


@pytest.mark.parametrize(
    ("line", "waits"),
    [
        ("openssl s_client -connect gate.example.org:443", False),
        ("uptime\nopenssl s_client -connect gate.example.org:443", False),
        ("openssl s_client -connect gate.example.org:443\nuptime", True),
        ("openssl s_client -connect pier.example.org:25\nsystemctl restart pier", True),
        ("redis-cli -h gate-cache -p 6380", True),
        ("redis-cli -h gate-cache --intrinsic-latency 10", False),
        ("redis-cli -h gate-cache --latency-history -i 3", False),
        ("openssl s_client -connect gate.example.org:443 < /dev/null", False),
        ("echo | openssl s_client -connect gate.example.org:443", False),
    ],
)
def test_a_client_waits_unless_it_measures(line: str, waits: bool, words: Vocabulary) -> None:
    found = found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)
    assert ("RC716" in {one.code for one in found}) is waits


def test_a_flag_of_another_program_is_none_of_ssh(words: Vocabulary) -> None:
    plain, tests = "ssh oven-1 'sudo reboot'", "ssh oven-1 'sudo ovend -t /etc/oven'"
    typed = "ssh -t oven-1 'sudo ovend /etc/oven'"
    codes = [
        {one.code for one in found_in("# O\n\n```bash\n" + "\n".join(lines) + "\n```\n", words)}
        for lines in ((plain, tests), (plain, typed))
    ]
    assert ["RC718" in one for one in codes] == [False, True]
