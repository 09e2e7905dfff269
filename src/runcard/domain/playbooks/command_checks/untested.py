"""A configuration that is loaded, and nothing has tested it before."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

TESTS_CONFIG = re.compile(
    r"\b(?:nginx|apachectl|apache2ctl|haproxy|httpd|named-checkconf|visudo|sshd)\b[^"
    r"|;&]*(?:-t\b|-c\b|configtest|-T\b)"
)
# `nginx -s reload` itself tests what it reads, and keeps the old one.
RELOADS = re.compile(
    r"\bsystemctl\s+reload\s+(?:nginx|haproxy|apache2"
    r"|httpd)\b|\bservice\s+(?:nginx|haproxy|apache2)\s+reload\b"
)
# Only a certificate is new, and the configuration is what it was.
CERTIFICATE = re.compile(r"\.(?:pem|crt|cer)\b|\b(?:certbot|acme|lego|dehydrated)\b")
# A file is put where it is read.
WRITES = re.compile(
    r"\b(?:cp|mv|ln|tee|sed|install|scp|rsync|patch|git|nano|vi|vim|curl|wget)\s|>{1,2}\s*[/~.]"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every reload of what was just written."""
    for act in facts.acts:
        yield from _config(act, facts)


def _config(act: Act, facts: Facts) -> Iterator[Finding]:
    if not RELOADS.search(act.text) or TESTS_CONFIG.search(act.text):
        return
    before = [one for one in facts.block_of(act) if one.place < act.place]
    tested = any(TESTS_CONFIG.search(one.text) for one in before)
    renewed = any(CERTIFICATE.search(one.text) for one in before)
    written = any(WRITES.search(one.text) for one in (*before, act))
    if written and not tested and not renewed:
        yield facts.finding("RC753", act.line, f"“{short(act.text)}”")
