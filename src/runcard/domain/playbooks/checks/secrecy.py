"""Secrets that are shown, written down or carried where others see them; evidence not kept."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.commands.model import Evidence
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import is_about, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.words import untitled

NAMED = re.compile(
    r"(?:SECRET|TOKEN|PASSW(?:OR)?D|PASS|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL|_KEY)\b",
    re.IGNORECASE,
)
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)")
LITERAL = re.compile(
    r"""["']?(?:password|passwd|pwd|secret|token"""
    r"""|api_?key)["']?\s*[:=]\s*["']([^"'$<{\[\s]{3,})["']"""
    r"""|://[\w.-]+:([^@\s/$<{\[]{3,})@"""
    r"""|\s--?(?:password|passwd|token|secret)[ =]["']?([^\s"'$<{\[*-][^\s"'<{\[]{2,})"""
    r"""|\bmysql(?:dump|admin)?\b[^\n|;]{0,200}?\s-p([^\s$'"<{\[][^\s'"<{\[]{2,})"""
    r"""|\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH)=["']?([^\s"'$<{\[]{3,})"""
    r"""|\bcurl\b[^\n|;]{0,200}?\s(?:-u|--user)[= ]["']?[\w.-]+:([^\s"'$<{\[]{3,})""",
    re.IGNORECASE,
)
# As it comes out of the box: everybody knows it.
DEFAULTS = re.compile(r"\b(guest|test|demo|public):\1(?![\w-])", re.IGNORECASE)
IN_PROSE = re.compile(r"\b[\w.\\-]+\s*/\s*([A-Za-z]+\d{2,}[!?#$%&*]|[A-Za-z]\w*[!#$%&*]\w*)")
# A header with a token out of a variable is how such servers are asked; a tool that takes a
# password as a word has a better way.
ARGV = re.compile(
    r"""\s(?:-a|--pass(?:word)?|-p)\s*["']?\$\{?(\w+)|--from-literal=\S+=\$\{?(\w+)"""
)
PUBLIC = re.compile(
    r"(?:s3|gs)://[\w./-]*(?:public|publico|publique|offentlich|oeffentlich|open)[\w./-]*",
    re.IGNORECASE,
)
UPLOADS = re.compile(r"\b(?:cp|mv|sync|rsync|put-object|upload)\b")
RELOADS = {"restart", "reload", "up", "kill"}
# Into a file, what goes over the wire or lies in memory.
CAPTURES = re.compile(
    r"\b(?:tcpdump|dumpcap|tshark)\b[^|;]{0,120}\s-w\s|\b(?:avml|winpmem)\b"
    r"|\b(?:cp|rsync|scp|tar|mv)\s[^|;]{0,160}[/:_-](?:evidence|forensics?)\b"
)
STRONG = re.compile(r"openssl rand|uuidgen|pwgen|/dev/urandom")


def check(facts: Facts) -> Iterator[Finding]:
    """Every secret in the open, and every breach without evidence."""
    for act in facts.acts:
        yield from _shown(act, facts)
        yield from _written_down(act, facts)
        yield from _set_for_nobody(act, facts)
        yield from _made_public(act, facts)
        yield from _people_shown(act, facts)
    yield from _on_the_command_line(facts)
    yield from _in_sentences(facts)
    yield from _nothing_kept(facts)
    yield from _nothing_saved(facts)


def _shown(act: Act, facts: Facts) -> Iterator[Finding]:
    """echo of a secret; a whole secret as YAML; the environment of a container."""
    for call in act.calls:
        words = " ".join(call.words)
        names = [name for name in VARIABLE.findall(words) if NAMED.search(name)]
        echoes = call.program in {"echo", "printf", "printenv"} and not call.writes
        plain = call.plain[:2]
        reads = (
            call.program in {"kubectl", "oc"} and call.verb == "get" and "secret" in plain[1:2][0:1]
        )
        whole = reads and len(call.objects) > 1 and _shows_values(call)
        told = names or (call.program == "printenv" and NAMED.search(words))
        if ((echoes and told) or whole) and not _is_fed_on(act, call.program):
            yield facts.finding("RC734", act.line, f"“{short(act.text)}”")
            return


def _shows_values(call: Call) -> bool:
    """The data of a secret, and not only its name or age."""
    wanted = call.value("-o", "--output") or " ".join(call.words)
    picked = "jsonpath" in wanted or "custom-columns" in wanted
    return call.has("-o", "--output") and not (
        picked and "data" not in wanted.replace("metadata", "")
    )


PERSONAL = re.compile(
    r"\[0-9\]\{1[3-9]\}|\\d\{1[3-9]\}|\b(?:card_?numbers?|pan|cvv|iban|ssn|passwords?"
    r"|password_hash|patient_\w+|tokens?)\b",
    re.IGNORECASE,
)


def _people_shown(act: Act, facts: Facts) -> Iterator[Finding]:
    """Card numbers, passwords or records of people are printed on the screen."""
    reads = re.search(r"\bSELECT\b([\s\S]{1,400}?)\bFROM\b", act.text, re.IGNORECASE)
    greps = any(c.program == "grep" and not c.has("-c", "-l", "-q") for c in act.calls)
    said = reads.group(1) if reads else act.text if greps else ""
    counted = re.search(r"\bcount\s*\(", said, re.IGNORECASE)
    found = PERSONAL.search(said)
    if found is not None and not counted:
        yield facts.marked(facts.finding("RC846", act.line, found.group()), found.group())


def _is_fed_on(act: Act, program: str) -> bool:
    """`echo $PW | docker login` does not show it."""
    return any(other.fed == program for other in act.calls)


def _written_down(act: Act, facts: Facts) -> Iterator[Finding]:
    found = LITERAL.search(act.text)
    if found is not None:
        value = next(group for group in found.groups() if group)
        line = act.line + act.text[: found.start()].count("\n")
        told = facts.finding("RC736", line, f"“{value[:1]}…” as a literal")
        yield replace(told, grade=Grade.WARNING) if DEFAULTS.search(found.group()) else told


def _in_sentences(facts: Facts) -> Iterator[Finding]:
    """An account and its password in the text of a step."""
    for said in facts.said_of("setting"):
        found = IN_PROSE.search(said.text)
        if found is not None and facts.speaks("setting", said.text) & {"logs_on"}:
            yield facts.finding("RC736", said.line, f"“{found.group(1)[:1]}…” as a literal")


def _on_the_command_line(facts: Facts) -> Iterator[Finding]:
    """Each secret once, where it is used first."""
    seen: set[str] = set()
    for act in facts.acts:
        for found in ARGV.finditer(act.text):
            name = next(group for group in found.groups() if group)
            if NAMED.search(name) and name not in seen:
                seen.add(name)
                line = act.line + act.text[: found.start()].count("\n")
                yield facts.finding("RC735", line, f"${name}")


def _set_for_nobody(act: Act, facts: Facts) -> Iterator[Finding]:
    """A new secret lives in this shell only; what is restarted keeps the old one."""
    found = re.match(r"\s*export\s+([A-Za-z_]\w*)=", act.text)
    if found is None or not (NAMED.search(found.group(1)) or STRONG.search(act.text)):
        return
    name = found.group(1)
    after = [one for one in facts.block_of(act) if one.place > act.place]
    used = any(f"${name}" in one.text or f"${{{name}}}" in one.text for one in after)
    restarted = [one for one in after if any(set(c.plain[:3]) & RELOADS for c in one.calls)]
    if restarted and not used:
        about = f"{name}, before “{short(restarted[0].text)}”"
        yield facts.over("RC733", [act.line, restarted[0].line], about)


def _made_public(act: Act, facts: Facts) -> Iterator[Finding]:
    found = PUBLIC.search(act.text)
    if found is not None and UPLOADS.search(act.text):
        yield facts.marked(facts.finding("RC834", act.line, found.group()), found.group())


def _nothing_kept(facts: Facts) -> Iterator[Finding]:
    """A chapter on a breach that says nothing of keeping what was found."""
    texts = (
        *(one.text for one in facts.said_of("setting")),
        *(one.title for one in facts.page.sections),
    )
    told = any(facts.speaks("setting", text) & {"keeps"} for text in texts)
    for section in facts.page.sections:
        said = facts.speaks("setting", section.title)
        if (
            section.level < 2
            or "security" not in said
            or said & {"flood", "lost_device", "leaked_key"}
            or _calls(section.title, facts)
        ):
            continue
        if not facts.about(section) & {"runbooks", "process"} and section.level < 3:
            continue
        inside = facts.page.under(section)
        first, last = section.line, inside[-1].end
        body = facts.page.lines[first:last]
        keeps = told or any(CAPTURES.search(text) or _keeps(text, facts) for text in body)
        acts = [act for act in facts.acts if first < act.line <= last]
        steps = any(text.lstrip()[:2] in {"- ", "* ", "1."} for text in body)
        if not keeps and (acts or steps) and not is_severity(section.title, facts):
            place = next(
                (n for n, t in enumerate(body, first + 1) if "evidence" in t.lower()), first
            )
            yield facts.finding("RC829", place, section.title)


def _keeps(text: str, facts: Facts) -> bool:
    """It speaks of an image or a copy; or something is copied, and it is a log or the like."""
    spoken = facts.speaks("setting", text)
    return "saves" in spoken or spoken >= {"copies", "traces"}


def _calls(title: str, facts: Facts) -> bool:
    """`Ring the security officer when`: it says whom to call, and not what to do."""
    return bool(facts.speaks("steps", untitled(title).partition(" ")[0]) & {"tell"})


def is_severity(title: str, facts: Facts) -> bool:
    """A level whose name speaks of security is no chapter on a breach."""
    return "severity" in facts.words.headings.all(title)


def is_breach(act: Act, facts: Facts) -> bool:
    """Whether a command stands in a chapter on a breach."""
    return is_about(act, facts, "security")


RESTARTS = re.compile(r"\b(?:restart|reboot|kill|pkill|delete pods?)\b", re.IGNORECASE)
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
    r"https?://[\w.-]*logs?\b"
    r"|\b(?:kibana|loki|splunk|graylog|datadog|cloudwatch|opensearch|sentry)\b",
    re.IGNORECASE,
)


def _nothing_saved(facts: Facts) -> Iterator[Finding]:
    """A container is started anew in a document that never looks into a log, once."""
    if any("log" in act.text and {c.program for c in act.calls} & SAVERS for act in facts.acts):
        return
    if any(COLLECTED.search(line) for line in facts.page.lines):
        return
    for act in facts.acts:
        risk = facts.risk(act)
        lost = risk is not None and risk.evidence is not Evidence.NONE
        saved = next((SAVED[call.program] for call in act.calls if call.program in SAVED), None)
        if lost and saved and RESTARTS.search(act.text) and not is_breach(act, facts):
            yield facts.finding("RC727", act.line, f"“{short(act.text)}”", saved)
            return
