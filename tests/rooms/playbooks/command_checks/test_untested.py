"""A configuration is tested before it is loaded."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (("cp mill.conf /etc/nginx/", "systemctl reload nginx"), True),
        (("cp mill.conf /etc/nginx/", "nginx -t", "systemctl reload nginx"), False),
        (("cp mill.pem /etc/nginx/", "systemctl reload nginx"), False),
        (("systemctl reload nginx",), False),
    ],
)
def test_what_was_written_is_tested_before_it_is_loaded(
    lines: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Mill", "", "```bash", *lines, "```", ""])
    assert ("RC753" in {one.code for one in found_in(text, words)}) is is_found
