"""What a container has printed goes when it is made anew, and nobody has looked at it."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Evidence
from runcard.domain.playbooks.checks.setting import is_about, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

# It is made anew, and what the old one has printed goes with it; a container that is restarted in
# its place keeps its log.
REMADE = re.compile(
    r"\bdelete\s+(?:pods?|po)\b|\brollout\s+restart\b|\s--force-recreate\b"
    r"|\b(?:docker|podman)\s+rm\b|\b(?:docker|podman)[ -]compose\b[^|;&\n]{0,80}\s(?:down|rm)\b",
    re.IGNORECASE,
)
SAVERS = {
    "journalctl",
    "tail",
    "dmesg",
    "docker",
    "docker-compose",
    "kubectl",
    "pm2",
    "less",
    "cat",
}
# What a container printed goes with it; the journal of a host stays.
SAVED = {
    "docker": "docker logs --tail 5000 NAME > before.log",
    "docker-compose": "docker compose logs --tail 5000 SERVICE > before.log",
    "podman": "podman logs --tail 5000 NAME > before.log",
    "kubectl": "kubectl logs --since=1h POD > before.log",
    "oc": "oc logs --since=1h POD > before.log",
}
# Another place keeps what containers print.
COLLECTED = re.compile(
    r"https?://[\w.-]*logs?\b|\b(?:aws\s+logs|gcloud\s+logging|az\s+monitor)\s"
    r"|\b(?:kibana|loki|splunk|graylog|datadog|cloudwatch|opensearch|sentry)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """A container is made anew in a document that never looks into a log, once."""
    if any("log" in act.text and {c.program for c in act.calls} & SAVERS for act in facts.acts):
        return
    if any(COLLECTED.search(line) for line in facts.page.lines):
        return
    if any(_is_about_logs(one.text, facts) for one in facts.said_of("setting", "saves")):
        return
    for act in facts.acts:
        risk = facts.risk(act)
        lost = risk is not None and risk.evidence is not Evidence.NONE
        saved = next((SAVED[call.program] for call in act.calls if call.program in SAVED), None)
        if lost and saved and REMADE.search(act.text) and not is_about(act, facts, "security"):
            yield facts.finding("RC727", act.line, f"“{short(act.text)}”", saved)
            return


def _is_about_logs(text: str, facts: Facts) -> bool:
    """`Save the logs before anything is started anew`: the words for saving may hold the thing."""
    return any("traces" in facts.speaks("setting", word) for word in text.split())
