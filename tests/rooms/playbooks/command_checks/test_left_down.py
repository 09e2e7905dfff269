"""Services that are stopped and states that are entered, with and without the way back."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def is_left(body: str, words: Vocabulary, title: str = "Gate feed wrong") -> bool:
    text = f"# Lock\n\n## Runbooks\n\n### {title}\n\n{body}\n\n## Reviews\n\nLater.\n"
    return "RC747" in {one.code for one in found_in(text, words)}


def fenced(*lines: str, lang: str = "bash") -> str:
    return "\n".join([f"```{lang}", *lines, "```"])


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["sudo systemctl stop gate-feed"], True),
        (["sudo systemctl stop gate-feed", "sudo systemctl start gate-feed"], False),
        (["sudo systemctl stop gate-feed.service", "sudo service gate-feed restart"], False),
        (["sudo systemctl stop gate-feed", "sudo systemctl start lamp-feed"], True),
        (["sudo systemctl stop gate-feed", "sudo reboot"], False),
        (["ssh quay1 'sudo supervisorctl stop horns:*'"], True),
        (["ssh quay 'supervisorctl stop horn:*'", "ssh quay 'supervisorctl start all'"], False),
        (
            ["ssh quay 'supervisorctl stop horn:a'", "ssh quay 'supervisorctl start horn'"],
            False,
        ),
        (["docker service scale lock_feed=0"], True),
        (["docker service scale lock_feed=0 lock_web=0", "docker service scale lock_feed=3"], True),
        (["docker service scale lock_feed=0", "docker service scale lock_feed=3"], False),
        (["docker service scale lock_feed=2"], False),
        (["sudo systemctl stop gate-feed && sudo systemctl disable gate-feed"], True),
    ],
)
def test_what_is_stopped_is_started_again(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    assert is_left(fenced(*lines), words) is is_found


@pytest.mark.parametrize(
    "below",
    [
        "Then bring it back.",
        "Danach den Dienst wieder starten.",
        "Ensuite, redémarrer le service.",
        "Después, arrancar el servicio.",
        "Depois, iniciar o serviço.",
        "The second lock takes over; this one stays off.",
    ],
)
def test_a_sentence_may_start_it_or_leave_it_down(below: str, words: Vocabulary) -> None:
    block = fenced("sudo systemctl stop gate-feed")
    assert is_left(f"{block}\n\nRing the pilot.", words)
    assert not is_left(f"{block}\n\n{below}", words)


def test_nobody_hurries_to_start_what_somebody_broke_into(words: Vocabulary) -> None:
    block = fenced("sudo systemctl stop gate-feed")
    assert not is_left(block, words, "Intrusion into the feed")
    assert not is_left(block, words, "Personal data shown to everybody")


def test_another_runbook_starts_nothing_for_this_one(words: Vocabulary) -> None:
    one = fenced("sudo systemctl stop gate-feed")
    other = f"### Lamps dark\n\n{fenced('sudo systemctl restart gate-feed')}"
    assert is_left(f"{one}\n\n{other}", words)


@pytest.mark.parametrize(
    ("down", "up", "lang"),
    [
        (
            "docker node update --availability drain quay-3",
            "docker node update --availability active quay-3",
            "bash",
        ),
        (
            "echo 'set map /etc/haproxy/maint.map lock on' | socat stdio /run/haproxy.sock",
            "echo 'set map /etc/haproxy/maint.map lock off' | socat stdio /run/haproxy.sock",
            "bash",
        ),
        ("ip route 192.0.2.7/32 blackhole tag 66", "no ip route 192.0.2.7/32 blackhole", ""),
        (
            "set routing-options static route 192.0.2.7/32 discard",
            "delete routing-options static route 192.0.2.7/32",
            "",
        ),
        (
            "ALTER DATABASE Lock SET RECOVERY SIMPLE;",
            "ALTER DATABASE Lock SET RECOVERY FULL;",
            "sql",
        ),
        (
            "curl -X POST http://quay1:8000/v2/repository/models/tide/unload",
            "curl -X POST http://quay1:8000/v2/repository/models/tide/load",
            "bash",
        ),
        ("quayctl host drain quay-3", "quayctl host ready quay-3", "bash"),
    ],
)
def test_a_state_is_ended(down: str, up: str, lang: str, words: Vocabulary) -> None:
    assert is_left(fenced(down, lang=lang), words)
    assert not is_left(f"{fenced(down, lang=lang)}\n\n{fenced(up, lang=lang)}", words)
    assert not is_left(f"{fenced(down, lang=lang)}\n\nEs wird danach aufgehoben.", words)


def test_a_list_to_look_things_up_in_stops_nothing(words: Vocabulary) -> None:
    block = fenced("sudo systemctl stop gate-feed")
    text = f"# Lock\n\n## Quick reference\n\n{block}\n"
    assert "RC747" not in {one.code for one in found_in(text, words)}
