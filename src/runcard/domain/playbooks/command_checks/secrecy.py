"""Secrets that are shown, written down or carried where others see them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.literals import first_literal, literals_in, stands_in
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.words import plain

NAMED = re.compile(
    r"(?:SECRET|TOKEN|PASSW(?:OR)?D|PASS|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL|_KEY)\b",
    re.IGNORECASE,
)
# Of `${NAME:+is set}` only the words are printed, and no value.
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)(?!\w|:?\+)")
# An account at an address that can belong to nobody.
NOBODY = re.compile(
    r"\b(?:e-?mail|user(?:name)?|login)[\"']?\s*[:=]\s*[\"']?[\w.+-]{1,60}@"
    r"(?:[\w-]{1,60}\.){0,4}(?:example\.(?:com|org|net)|test|invalid)(?![\w.-])",
    re.IGNORECASE,
)
ACCOUNT = re.compile(r"[\"']\s?[:=]\s?[\"']([\w.+-]{1,60})@([\w-]{1,60})\.\w{2,4}[\"']")
# What is printed when a new secret is made.
MAKES_A_KEY = re.compile(
    r"\baws\s+iam\s+create-access-key\b|\baz\s+ad\s+(?:sp|app)\s+credential\s+reset\b"
    r"|\bvault\s+token\s+create\b|\bkubectl\s+create\s+token\b|\bssh-keygen\b[^|;]{0,80}/tmp/"
    r"|\bgcloud\s+iam\s+service-accounts\s+keys\s+create\b|\bopenssl\s+(?:genrsa|genpkey)\b"
)
FOR_ALL = re.compile(r"(?:>|\btee|\bcreate|-out|-f)\s+[\"']?/(?:var/)?tmp/")
# `password: `Lab!Sommer22``, in code or quotes.
SAID = re.compile(r"[\s*_:=–-]{0,6}[`\"“„«]([^`\"”“»\s]{6,40})[`\"”“»]")
MIXED = re.compile(r"(?=.*[A-Za-z])(?=.*\d)(?=.*[A-Z!#$%&*?+])")
# As it comes out of the box: everybody knows it.
LONGEST = 600
LONGEST_SECRET = 40
DEFAULTS = re.compile(r"\b(guest|test|demo|public):\1(?![\w-])", re.IGNORECASE)
IN_PROSE = re.compile(r"\b[\w.\\-]+\s*/\s*([A-Za-z]+\d{2,}[!?#$%&*]|[A-Za-z]\w*[!#$%&*]\w*)")
NAME_AND_SECRET = re.compile(
    r"[`\"“„«][\w.@\\-]{2,40}[`\"”“»]\s*/\s*[`\"“„«]([^`\"”“»\s/]{8,40})[`\"”“»]"
)
ODD = re.compile(r"[!#$%&*?+]")
# No place where it is kept, such as `1Password`.
IN_A_CELL = re.compile(
    r"(?i)(?!.*(?:1password|keepass|vault|bitwarden))(?=.*\d.*\d|.*[!#$%&*?+])"
    r"[^\s<>{}\[\]/:()]{8,40}"
)
# A header with a token out of a variable is how such servers are asked; a tool that takes a
# password as a word has a better way.
ARGV = re.compile(
    r"""\s(?:-a|--pass(?:word)?|-p)\s*["']?\$\{?(\w+)|--from-literal=\S+=\$\{?(\w+)"""
)
PUBLIC = re.compile(
    r"(?:s3|gs)://[\w./-]*(?:public|publico|publique|offentlich|oeffentlich|open)[\w./-]*",
    re.IGNORECASE,
)
# A line of code that tries whether a key is recognised, and the key made up for it.
TESTS = re.compile(
    r"^\s*(?:self\.)?assert\w*\b|\bexpect\("
    r"|^\s*(?:const |let |var )?(?:test|fake|dummy|mock)_?\w*\s*=",
    re.IGNORECASE,
)
COUNTED = re.compile(r"1234567890")
UPLOADS = re.compile(r"\b(?:cp|mv|sync|rsync|put-object|upload)\b")
RELOADS = {"restart", "reload", "up", "kill"}
STRONG = re.compile(r"openssl rand|uuidgen|pwgen|/dev/urandom")


def check(facts: Facts) -> Iterator[Finding]:
    """Every secret in the open."""
    known: set[str] = set()
    for act in facts.acts:
        yield from _shown(act, facts)
        yield from _written_down(act, known, facts)
        yield from _set_for_nobody(act, facts)
        yield from _made_public(act, facts)
        yield from _people_shown(act, facts)
    yield from _on_the_command_line(facts)
    yield from _by_themselves(known, facts)
    yield from _in_sentences(facts)
    yield from _in_columns(facts)


def _by_themselves(known: set[str], facts: Facts) -> Iterator[Finding]:
    """An account in an address, the key of a cloud: wherever they stand, once each."""
    for value, at in literals_in(facts.text):
        line = facts.text.count("\n", 0, at) + 1
        if value not in known and not _is_made_for_a_test(line, value, facts):
            known.add(value)
            yield facts.finding("RC736", line, f"“{value[:1]}…” as a literal")


def _is_made_for_a_test(line: int, value: str, facts: Facts) -> bool:
    """`tide_test = "AKIA…"`, which the next line asserts something about; or its digits count."""
    near = facts.page.lines[line - 1 : line + 1]
    return COUNTED.search(value) is not None or any(TESTS.search(text[:LONGEST]) for text in near)


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
        lies_open = MAKES_A_KEY.search(act.text) and FOR_ALL.search(act.text)
        if lies_open:
            yield facts.finding("RC734", act.line, f"“{short(act.text)}”")
            return
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


# A word by itself, and so many others beside it: lines about a subject are looked for.
SUBJECT = re.compile(r"(?i)(?:tokens?|passwords?)")
OTHERS = 3
# Lines about a login, in which no password stands.
OF_LOGINS = re.compile(
    r"\b(?:failed|invalid|wrong|incorrect|accepted|bad)[ _-]passwords?\b", re.IGNORECASE
)

# `/api/(login|token)`: the door at which somebody knocks.
OF_A_PATH = re.compile(r"/[\w/-]*\([^()]{1,80}\)|/[\w/-]*\btokens?\b")


def _people_shown(act: Act, facts: Facts) -> Iterator[Finding]:
    """Card numbers, passwords or records of people are printed on the screen."""
    reads = re.search(r"\bSELECT\b([\s\S]{1,400}?)\bFROM\b", act.text, re.IGNORECASE)
    greps = any(c.program == "grep" and not c.has("-c", "-l", "-q") for c in act.calls)
    greps = greps and not _looks_for_a_subject(act)
    sought = OF_A_PATH.sub("", OF_LOGINS.sub("", act.text)) if greps else ""
    said = reads.group(1) if reads else sought
    counted = re.search(r"\bcount\s*\(", said, re.IGNORECASE)
    found = PERSONAL.search(said)
    if found is not None and not counted:
        yield facts.marked(facts.finding("RC846", act.line, found.group()), found.group())


def _looks_for_a_subject(act: Act) -> bool:
    """`grep -i "login\\|token\\|401"`: what is asked is which lines are about logging in, and the
    word is one of several for it."""
    sought = [part for call in act.calls if call.program == "grep" for part in call.plain[:1]]
    parts = [part for text in sought for part in re.split(r"\\?\|", text)]
    others = [part for part in parts if not PERSONAL.search(part)]
    bare = all(SUBJECT.fullmatch(part) for part in parts if part not in others)
    return bare and len(others) >= OTHERS and len(others) > len(parts) - len(others)


def _is_fed_on(act: Act, program: str) -> bool:
    """`echo $PW | docker login` does not show it."""
    return any(other.fed == program for other in act.calls)


def _written_down(act: Act, known: set[str], facts: Facts) -> Iterator[Finding]:
    """A password as a word, told where it stands first."""
    found = first_literal(act.text)
    value = next((group for group in found.groups() if group), "") if found else ""
    if NOBODY.search(act.text) or _is_made_up(act.text, facts):
        return
    if found is not None and value not in known and not stands_in(value):
        known.add(value)
        line = act.line + act.text[: found.start()].count("\n")
        told = facts.finding("RC736", line, f"“{value[:1]}…” as a literal")
        yield replace(told, grade=Grade.WARNING) if DEFAULTS.search(found.group()) else told


def _is_made_up(text: str, facts: Facts) -> bool:
    """`"mail": "test@nowhere.com"`: both halves are words that stand for somebody."""
    account = ACCOUNT.search(text)
    return account is not None and all(
        "stands_for_any" in facts.speaks("values", half) for half in account.groups()
    )


def _in_sentences(facts: Facts) -> Iterator[Finding]:
    """An account and its password in the text of a step."""
    for said in facts.said_of("setting"):
        text = facts.page.lines[said.line - 1][:LONGEST]
        word = facts.word("setting", "password", text)
        value = SAID.match(text, text.find(word) + len(word)) if word else None
        if value is not None and MIXED.match(value.group(1)):
            yield facts.finding("RC736", said.line, f"“{value.group(1)[:1]}…” as a literal")
            continue
        if (secret := _behind_a_name(text, facts)) is not None:
            yield facts.finding("RC736", said.line, f"“{secret[:1]}…” as a literal")
            continue
        found = IN_PROSE.search(said.text)
        if found is not None and facts.speaks("setting", said.text) & {"logs_on"}:
            yield facts.finding("RC736", said.line, f"“{found.group(1)[:1]}…” as a literal")


def _behind_a_name(text: str, facts: Facts) -> str | None:
    """``keeper` / `Gate-77!``, on a line that speaks of logging in."""
    found = NAME_AND_SECRET.search(text)
    spoken = facts.speaks("setting", text) if found is not None else frozenset()
    if found is None or not spoken & {"logs_on", "password"} or not MIXED.match(found.group(1)):
        return None
    is_odd = ODD.search(found.group(1)) is not None or "password" in spoken
    return found.group(1) if is_odd and not stands_in(found.group(1)) else None


def _is_secret(cell: str) -> bool:
    return (
        len(cell) <= LONGEST_SECRET
        and IN_A_CELL.fullmatch(cell) is not None
        and MIXED.match(cell) is not None
        and not stands_in(cell)
    )


def _in_columns(facts: Facts) -> Iterator[Finding]:
    """A table with a column for passwords, and passwords in it."""
    for section in facts.page.sections:
        for table in tables(section):
            heads = [facts.speaks("setting", cell) for cell in table.head.cells]
            at = next((at for at, said in enumerate(heads) if at and "password" in said), None)
            for row in table.rows if at is not None else ():
                cell = (
                    plain(row.cells[at]).strip() if at is not None and at < len(row.cells) else ""
                )
                if _is_secret(cell):
                    yield facts.finding("RC736", row.line, f"“{cell[:1]}…” as a literal")


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
