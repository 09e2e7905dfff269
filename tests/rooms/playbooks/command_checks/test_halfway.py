"""Changes that count, and changes that stop halfway."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def is_half(body: str, words: Vocabulary) -> bool:
    text = f"# Lock\n\n## Runbooks\n\n### Gate turned the wrong way\n\n{body}\n"
    return "RC851" in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("lines", "below", "is_found"),
    [
        (["set gate north open", "commit confirmed 5"], "", True),
        (["set gate north open", "commit confirmed 5", "show gate", "commit"], "", False),
        (["pilot@lock# commit confirmed 5"], "Ring the pilot.", True),
        (["pilot@lock# commit confirmed 5"], "When all is well, `commit`.", False),
        (["set gate north open", "commit"], "", False),
    ],
)
def test_what_is_taken_for_a_while_is_confirmed(
    lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    block = "\n".join(["```", *lines, "```"])
    assert is_half(f"{block}\n\n{below}", words) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["ssh gate1 'sudo certbot renew --dry-run'"], True),
        (["sudo certbot renew --dry-run", "sudo certbot renew"], False),
        (["sudo certbot renew"], False),
        (["sudo certbot certificates"], False),
        (["kubectl apply --dry-run=client -f gate.yml"], False),
    ],
)
def test_a_rehearsal_renews_nothing(lines: list[str], is_found: bool, words: Vocabulary) -> None:
    assert is_half("\n".join(["```bash", *lines, "```"]), words) is is_found


@pytest.mark.parametrize(
    ("lines", "below", "is_found"),
    [
        (["sudo /opt/lock/renew-cert", "sudo nginx -t"], "", True),
        (["sudo cp new.cfg /etc/haproxy/haproxy.cfg", "haproxy -c -f new.cfg"], "", True),
        (["sudo /opt/lock/renew-cert", "sudo nginx -t"], "Danach nginx neu starten.", False),
        (["sudo renew-cert", "sudo nginx -t && sudo systemctl reload nginx"], "", False),
        (["sudo systemctl restart haproxy", "sudo haproxy -c -f new.cfg"], "", False),
        (["ls /etc/nginx", "sudo nginx -t"], "", False),
    ],
)
def test_what_is_tested_is_taken_up(
    lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    block = "\n".join(["```", *lines, "```"])
    assert is_half(f"{block}\n\n{below}", words) is is_found
