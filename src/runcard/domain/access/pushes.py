"""Whether a push was signed by whoever holds the secret of this install."""

import hmac
from collections.abc import Mapping
from hashlib import sha256

PUSHED = "playbooks"
"""The kind of the keys under which a git server says that something was pushed."""
PURPOSE = b"runcard playbooks were pushed\0"
# GitHub and those that speak like it; then Gitea and Forgejo, which send the bare digits.
SIGNED = ("x-hub-signature-256", "x-gitea-signature", "x-forgejo-signature")
# GitLab does not sign; it sends the secret itself.
SHOWN = "x-gitlab-token"


def push_secret(install: bytes) -> str:
    """Derived from the secret of the install, so that nothing more must be kept."""
    return hmac.new(install, PURPOSE, sha256).hexdigest()


def is_signed(secret: str, body: bytes, headers: Mapping[str, str]) -> bool:
    """Whether one of the headers proves that the sender holds the secret."""
    shown = headers.get(SHOWN)
    if shown is not None and is_same(shown, secret):
        return True
    expected = hmac.new(secret.encode(), body, sha256).hexdigest()
    said = (headers.get(name, "") for name in SIGNED)
    return any(is_same(one.removeprefix("sha256="), expected) for one in said)


def is_same(one: str, other: str) -> bool:
    """Compared in a time that does not tell how far they agree."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())
