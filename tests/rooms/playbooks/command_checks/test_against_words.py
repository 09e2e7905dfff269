"""Commands beside the words above them: what the words say, and something else."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(label: str, lang: str, lines: str, words: Vocabulary) -> set[str]:
    text = f"# Lock\n\n## Ghost passages\n\n{label}\n\n```{lang}\n{lines}\n```\n"
    return {one.code for one in found_in(text, words)}


YOUNG = "DELETE FROM passages WHERE seen > now() - interval '30 days';"
OLD = "DELETE FROM passages WHERE seen < now() - interval '30 days';"


@pytest.mark.parametrize(
    ("label", "lang", "line", "is_found"),
    [
        ("Delete passages older than 30 days:", "sql", YOUNG, True),
        ("Durchfahrten löschen, die älter als 30 Tage sind:", "sql", YOUNG, True),
        ("Supprimer les anciennes lignes :", "sql", YOUNG, True),
        ("Borrar los registros antiguos:", "sql", YOUNG, True),
        ("Apague os registros antigos:", "sql", YOUNG, True),
        ("Delete passages older than 30 days:", "sql", OLD, False),
        ("Delete the passages of the last 30 days, the old gate counted twice:", "sql", YOUNG,
         False),
        ("Delete the false passages:", "sql", YOUNG, False),
        ("Look at the old passages:", "sql", YOUNG.replace("DELETE", "SELECT *"), False),
        ("Delete what is old:", "sql",
         "DELETE FROM passages WHERE ship NOT IN (SELECT ship FROM log WHERE seen > now() - 9);",
         False),
        ("Alte Bilder löschen:", "bash", "find /srv/lock/img -type f -mtime -30 -delete", True),
        ("Alte Bilder löschen:", "bash", "find /srv/lock/img -type f -mtime +30 -delete", False),
        ("Old pictures, how many of them are new?", "bash", "find /srv/lock/img -mtime -30", False),
        ("Apague as passagens antigas:", "js",
         "db.passages.deleteMany({ seen: { $gt: new Date(Date.now() - 30*864e5) } })", True),
        ("Apague as passagens antigas:", "js",
         "db.passages.deleteMany({ seen: { $lt: new Date(Date.now() - 30*864e5) } })", False),
        ("Remove old logs:", "powershell",
         "gci D:\\lock | ? LastWriteTime -gt (Get-Date).AddDays(-30) | Remove-Item", True),
        ("Remove old logs:", "powershell",
         "gci D:\\lock | ? LastWriteTime -lt (Get-Date).AddDays(-30) | Remove-Item", False),
    ],
)  # fmt: skip
def test_the_old_ones_go_and_not_the_young(
    label: str, lang: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC852" in codes(label, lang, line, words)) is is_found


@pytest.mark.parametrize(
    ("label", "line", "is_found"),
    [
        ("Ask for all routes again without dropping the session:", "clear bgp 192.0.2.9", True),
        ("Routen neu anfordern, ohne Unterbrechung:", "clear ip bgp 192.0.2.9", True),
        ("Redemander les routes sans couper la session :", "clear ip bgp 192.0.2.9", True),
        ("Pedir las rutas otra vez, sin interrumpir nada:", "clear bgp neighbor 192.0.2.9", True),
        ("Pedir as rotas de novo, sem derrubar a sessão:", "clear bgp 192.0.2.9", True),
        ("Ask again without dropping the session:", "clear bgp 192.0.2.9 soft in", False),
        ("Tear the session down, it comes back:", "clear bgp 192.0.2.9", False),
        ("Reload the gate without interruption:", "systemctl restart gate", True),
        ("Die Regeln neu laden, ohne Unterbrechung:", "sudo systemctl restart gate", True),
        ("Reload the gate without interruption:", "systemctl reload gate", False),
        ("Restart one gate after the other, without downtime:", "systemctl restart gate", False),
    ],
)
def test_what_was_not_to_be_cut_is_cut(
    label: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    line = f"ssh noc@lock-r1 'vtysh -c \"{line}\"'" if "bgp" in line else line
    assert ("RC852" in codes(label, "bash", line, words)) is is_found


# Of what it costs a word is said, so that nothing but the reach of the command is wrong.
COSTS = "Ships have to sign in again."


@pytest.mark.parametrize(
    ("label", "line", "is_found"),
    [
        ("Clear only the cache:", "redis-cli -h lock-kv FLUSHALL", True),
        ("Nur den Cache leeren:", "redis-cli -h lock-kv FLUSHALL", True),
        ("Vider uniquement le cache :", "redis-cli -h lock-kv FLUSHALL", True),
        ("Vaciar solo la caché:", "redis-cli -h lock-kv FLUSHALL", True),
        ("Esvazie somente o cache:", "redis-cli -h lock-kv FLUSHALL", True),
        ("Drop expired keys:", "redis-cli -h lock-kv FLUSHALL", True),
        ("Nettoyer les images, sans toucher au reste :", "redis-cli -h lock-kv FLUSHALL", True),
        ("Clear only the cache:", "redis-cli -h lock-cache FLUSHALL", False),
        ("Clear only the cache:", "redis-cli -h lock-kv -n 2 FLUSHDB", False),
        ("This one holds only the cache:", "redis-cli -h lock-kv FLUSHALL", False),
        ("Clear the cache:", "redis-cli -h lock-kv FLUSHALL", False),
    ],
)
def test_only_some_of_a_store_is_to_go(
    label: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    found = codes(label, "bash", line, words)
    assert bool(found & {"RC849"}) is (is_found and "RC725" not in found)
    without = codes(label, "bash", f"{line}\n# {COSTS} Nothing is lost.", words)
    assert ("RC849" in without) is is_found


IDLE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lock' AND {}"
    " < now() - interval '10 minutes';"
)


@pytest.mark.parametrize(
    ("label", "condition", "is_found"),
    [
        ("End those that are idle:", "backend_start", True),
        ("Untätige Sitzungen beenden:", "backend_start", True),
        ("Fermer les sessions inactives :", "backend_start", True),
        ("Cerrar las sesiones inactivas:", "backend_start", True),
        ("Encerre as sessões ociosas:", "backend_start", True),
        ("End those that are idle:", "state = 'idle' AND state_change", False),
        ("End those that began long ago:", "backend_start", False),
    ],
)
def test_idle_sessions_and_no_others(
    label: str, condition: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC849" in codes(label, "sql", IDLE.format(condition), words)) is is_found


LOOP = "for j in $(lockctl jobs list{} -q); do lockctl jobs stop $j; done"


@pytest.mark.parametrize(
    ("label", "lines", "is_found"),
    [
        ("Jobs older than 3 days hang; end them:", LOOP.format(""), True),
        ("Aufträge, die älter als 2 Tage sind, anhalten:", LOOP.format(""), True),
        ("Arrêter les tâches plus vieilles que 2 jours :", LOOP.format(""), True),
        ("Parar las tareas de más de 2 días:", LOOP.format(""), True),
        ("Pare as tarefas com mais de 2 dias:", LOOP.format(""), True),
        ("Jobs older than 2 days:", "lockctl jobs list -q | xargs -n1 lockctl jobs stop", True),
        ("Jobs older than 2 days:", LOOP.format(" --before 2d"), False),
        ("Jobs older than 2 days:", LOOP.format("").replace("stop", "show"), False),
        ("Stop all jobs:", LOOP.format(""), False),
    ],
)
def test_old_ones_are_picked_out_of_a_list(
    label: str, lines: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC849" in codes(label, "bash", lines, words)) is is_found


def test_a_finding_stands_where_the_command_does(words: Vocabulary) -> None:
    text = f"# Lock\n\n## Old rows\n\nDelete the old rows:\n\n```sql\n{OLD}\n{YOUNG}\n```\n"
    assert [one.line for one in found_in(text, words) if one.code == "RC852"] == [9]
