"""Secrets that are written out, wherever they stand, and texts without them."""

import re
from collections.abc import Iterator

LITERAL = re.compile(
    r"""["']?(?:password|passwd|pwd|secret|token"""
    r"""|api_?key)["']?\s*[:=]\s*["']([^"'$<{\[\s]{3,})["']"""
    r"""|://[\w.-]+:([^@\s/$<{\[]{3,})@"""
    r"""|\s--?(?:password|passwd|token|secret)[ =]["']?"""
    r"""(?!\((?:Read-Host|Get-\w|\$))([^\s"'$<{\[*-][^\s"'<{\[]{2,})"""
    r"""|\bmysql(?:dump|admin)?\b[^\n|;]{0,200}?\s-p([^\s$'"<{\[][^\s'"<{\[]{2,})"""
    r"""|\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH)=["']?([^\s"'$<{\[]{3,})"""
    r"""|\bcurl\b[^\n|;]{0,200}?\s(?:-u|--user)[= ]["']?[\w.-]+:([^\s"'$<{\[]{3,})"""
    r"""|[?&](?:api[_-]?key|key|token|access_token|secret)=(?=[\w-]{0,40}\d)([\w-]{8,})"""
    r"""|\b(?:x-)?(?:api-key|auth-token|access-token)\s*:\s*(?=[\w-]{0,60}\d)([\w-]{8,})"""
    r"""|\bbearer\s+(?=[\w.-]{0,60}\d)([\w.-]{10,})"""
    r"""|\b\w{1,30}_(?:pass|password|passwd|pwd)=["']?([^\s"'$<{\[]{4,})"""
    r"""|\bmosquitto_(?:sub|pub)\b[^\n|;]{0,200}?\s(?-i:-P)\s+["']?([^\s"'$<{\[]{3,})"""
    r"""|\bldap(?:search|modify|add|delete|passwd)\b[^\n|;]{0,200}?"""
    r"""\s(?-i:-w)\s+["']?([^\s"'$<{\[]{3,})"""
    r"""|\bipmitool\b[^\n|;]{0,200}?\s(?-i:-P)\s+["']?([^\s"'$<{\[]{3,})"""
    r"""|\bsnmp(?:get|getnext|walk|bulkwalk|set|table)\b[^\n|;]{0,200}?"""
    r"""\s(?-i:-c)\s*["']?(?!public\b)([^\s"'$<{\[]{3,})"""
    r"""|\bsshpass\s+-p\s*["']?([^\s"'$<{\[]{3,})"""
    r"""|\bredis-cli\b[^\n|;]{0,200}?\s(?:-a|--pass)\s+["']?([^\s"'$<{\[-][^\s"'<{\[]{2,})"""
    r"""|\bmongo(?:sh|dump|restore|export|import)?\b[^\n|;]{0,200}?"""
    r"""\s-p\s+["']?([^\s"'$<{\[-][^\s"'<{\[]{2,})"""
    r"""|\s-U\s+["']?[\w.\\-]{1,60}%([^\s"'$<{\[%]{3,})""",
    re.IGNORECASE,
)
# One of these stands in whatever that finds. Most commands have none: to look for all of its forms
# takes longer than anything else that is asked of them.
GIVES_AWAY = (
    "pass", "pwd", "secret", "token", "key", "auth", "bearer", "://", "%", "curl", "mysql", "mongo",
    "redis-cli", "mosquitto_", "ldap", "ipmitool", "snmp",
)  # fmt: skip
# A gap that only looks like a word: `xxxxxxxx`, `********`.
NOTHING = re.compile(
    r"(?i)x{3,}|\*{3,}|\.{3,}|your|example|changeme|redacted"
    r"|^(?:wrong|invalid|incorrect|dummy|fake)"
    r"(?:[_-]?(?:pass\w*|pwd?|secret|token))?\d{0,3}$"
    r"|^(?:tu|su|mi|my|the|dein|ihr|mein|votre|ton|mon|seu|sua|minha|la|el)?[_-]?"
    r"(?:password|passwd|passwort|contraseña|contrasena|senha|secret|token|motdepasse|clave)$"
    r"|^(?-i:(?:NEW|OLD|MY|SOME|THE)(?:_[A-Z]+)*_(?:KEY|TOKEN|SECRET|PASSWORD|PASS|VALUE))$"
)
# `votre_mot_de_passe`, `dein-passwort-hier`: words that say what belongs there.
DESCRIBED = re.compile(
    r"(?i)^(?=.*(?:password|passwort|mot[_-]de[_-]passe|contrase|senha|secret|token|clave"
    r"|api[_-]?key))"
    r"[^\W\d_]+(?:[_-][^\W\d_]+)+$"
)
# What says by itself that it is a secret: an account in an address, the key of a cloud, the token
# of a house that marks its own.
BY_ITSELF = re.compile(
    r"://[\w.%-]{1,60}:([^@\s/$<{\[`]{3,80})@"
    r"|\b((?:AKIA|ASIA)[A-Z0-9]{16})\b"
    r"|\b((?:sk|pk|rk|sp|api|key|tok|token)_(?:live|prod|secret)_[A-Za-z0-9]{12,80})\b"
    r"|\b((?:ghp|gho|ghs|glpat|xoxb|xoxp|dop_v1|npm|pypi)[_-][A-Za-z0-9_-]{16,120})\b"
)
# Behind `--secret` these want the name under which it is kept.
CALLS_BY_NAME = re.compile(
    r"\b(?:gcloud|docker|podman|nerdctl|buildah|az|fly|flyctl)\b[^|;&]{0,400}?"
    r"\s--secret[ =][\"']?[^\s\"']+$"
)
# What stands for one in examples.
STANDS_IN = {"password", "passwd", "pass", "pwd", "secret", "passwort", "contraseña", "senha"}
HIDDEN = "…"


def literals_in(text: str) -> Iterator[tuple[str, int]]:
    """Each secret of a text that says by itself that it is one, and its place."""
    for found in BY_ITSELF.finditer(text):
        value = _value(found)
        if not stands_in(value):
            yield value, found.start()


def first_literal(text: str) -> re.Match[str] | None:
    """The first place of a command at which a secret is written out."""
    places = LITERAL.finditer(text) if may_hold_literal(text) else ()
    return next((one for one in places if not CALLS_BY_NAME.search(text[: one.end()])), None)


def may_hold_literal(text: str) -> bool:
    """A cheap look first."""
    low = text.casefold()
    return any(sign in low for sign in GIVES_AWAY)


def stands_in(value: str) -> bool:
    """Whether it only shows where the secret is to be written."""
    return value.lower() in STANDS_IN or bool(NOTHING.search(value) or DESCRIBED.match(value))


def without_secrets(text: str) -> str:
    """The text as it may be quoted."""
    if may_hold_literal(text):
        text = LITERAL.sub(_hidden, text)
    return BY_ITSELF.sub(_hidden, text)


def _value(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group), "")


def _hidden(found: re.Match[str]) -> str:
    value = _value(found)
    return found.group().replace(value, HIDDEN) if value else found.group()
