"""Only who holds the secret says that something was pushed."""

import hmac
from hashlib import sha256

import pytest

from runcard.domain.access.pushes import is_signed, push_secret

SECRET = push_secret(b"\x01" * 32)
BODY = b'{"ref": "refs/heads/main"}'
GOOD = hmac.new(SECRET.encode(), BODY, sha256).hexdigest()


@pytest.mark.parametrize(
    "headers",
    [
        {"x-hub-signature-256": f"sha256={GOOD}"},
        {"x-gitea-signature": GOOD},
        {"x-forgejo-signature": GOOD},
        {"x-gitlab-token": SECRET},
    ],
)
def test_each_git_server_proves_it_in_its_own_way(headers: dict[str, str]) -> None:
    assert is_signed(SECRET, BODY, headers)
    assert headers.get("x-gitlab-token") or not is_signed(SECRET, BODY + b" ", headers)
    assert not is_signed(push_secret(b"\x02" * 32), BODY, headers)


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"x-hub-signature-256": ""}, {"x-hub-signature-256": "sha256="},
        {"x-hub-signature-256": GOOD[:-1]}, {"x-gitlab-token": ""}, {"x-gitlab-token": "ünlaut"},
        {"x-hub-signature": f"sha1={GOOD}"},
    ],
)  # fmt: skip
def test_anything_else_proves_nothing(headers: dict[str, str]) -> None:
    assert not is_signed(SECRET, BODY, headers)
