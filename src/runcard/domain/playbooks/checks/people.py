"""Roles and shifts: named and not defined, defined and not reachable, on call without hours."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.checks import hints, parts_told
from runcard.domain.playbooks.checks.late_calls import waits_in
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Role
from runcard.domain.playbooks.page.addresses import is_placeholder
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.words import folded, plain

INITIALS = re.compile(r"^\([^()]{1,12}\)")
BULLET = re.compile(r"^\s{0,8}(?:\d{1,2}[.)]|[-+*])\s+")
DUTY = re.compile(r"[*_]{0,2}\s?\((?![^()]{0,80}[\[<{@])[^\W\d_]{2,}\s[^()]{2,80}\)")  # two words
SHORTEST_WORD = 4  # letters of one that is cut
# `role: "Lock commander"`: the whole of a line.
PAIR = re.compile(
    r"\s*(?:[-*]\s+)?[\"']?(\w+)[\"']?\s*[:：]\s*[\"']?([^\"'\[\]<>{}|]{2,40})[\"']?,?\s*$"
)
ENTRY_MARKS = " \t-*+_0123456789.)[]"
REACH = {"contact", "primary_contact", "escalation_path", "backup", "stand_in", "reports_to"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with roles and shifts."""
    # Whoever runs it alone plays every part that is named.
    undefined = () if parts_told.is_one_person(facts) else tuple(_undefined(playbook, facts))
    yield from undefined
    # Who is named and not defined may be the one who tells people.
    yield from (one for one in _no_roles(playbook, facts) if one.code != "RC312" or not undefined)
    yield from _to_themselves(playbook, facts)
    yield from _called_only_sometimes(playbook, facts)
    yield from _called_back_late(playbook, facts)


def is_plan(playbook: Playbook) -> bool:
    """A plan for incidents in general, not one runbook: levels, and somebody to call or to tell."""
    others = (playbook.chains, playbook.phases, playbook.contacts, playbook.templates)
    return bool(playbook.severities) and sum(map(bool, others)) >= 2


def _no_roles(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    if not is_plan(playbook):
        return
    if not playbook.roles:
        told = hints.speaks_of_roles(facts) or hints.is_one_alone(facts)
        if not (told or parts_told.are_told(playbook, facts)):
            yield facts.finding("RC311", playbook.title_line or 1)
        return
    spoken = [
        f"{role.name} {' '.join(duty.text for duty in role.duties)}" for role in playbook.roles
    ]
    spoken += [value for role in playbook.roles for _, value in role.attributes]
    spoken += _chapters_of(playbook.roles, facts)
    if any(_tells(words, facts) for words in spoken):
        return
    if not any(_writes(said.text, playbook.roles, facts) for said in facts.said):
        yield facts.finding("RC312", playbook.roles[0].line)


def _tells(text: str, facts: Facts) -> bool:
    return bool(facts.speaks("people", text) & {"speaks"}) or "update" in facts.words.talk.all(text)


def _writes(text: str, roles: Sequence[Role], facts: Facts) -> bool:
    """`The Bridge writes, nobody else`, `the desk informs the guests`, in whatever chapter."""
    if not facts.speaks("people", text) & {"writes"}:
        return False
    low = f" {folded(text)} "
    return any(f" {folded(role.name)} " in low for role in roles) or _names_somebody(text, facts)


def _names_somebody(text: str, facts: Facts) -> bool:
    """`The Duty Officer`, `il Coordinatore`: a capital behind an article."""
    return any(
        second[:1].isupper() and facts.speaks("people", first) & {"article"}
        for first, second in pairwise(text.split())
    )


def _chapters_of(roles: Sequence[Role], facts: Facts) -> list[str]:
    """Every line of the chapters in which roles are defined."""
    chapters = [facts.section_of(role.line) for role in roles]
    return [
        text
        for chapter in chapters
        if "roles" in facts.about(chapter)
        for text in facts.page.lines[chapter.line - 1 : chapter.end]
    ]


def _undefined(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A role that a message or a step names and nobody defines."""
    named = [
        (line, text, word)
        for line in sorted(
            {*facts.lines_of("people", "leads"), *facts.lines_of("people", "named_role")}
        )
        if (word := _role_in(text := facts.page.lines[line - 1], facts)) is not None
        and not _is_part(text, word, facts)
    ]
    known = _known_people(playbook) | {folded(name) for name in _with_a_row(facts)}
    known |= {folded(name) for name in parts_told.with_duties(playbook, facts)}
    known |= {folded(name) for name in parts_told.held_by_name(playbook, facts)}
    known |= {folded(name) for name in parts_told.taken_otherwise(playbook, facts)}
    known |= {folded(word) for _, text, word in named if _defines(text, word, facts)}
    known, seen = {_one(name) for name in known}, set[str]()
    lost = [(line, word) for line, _, word in named if not _defined(folded(word), known)]
    known = _labels(facts) if lost else set()
    for line, word in lost:
        leads = facts.speaks("people", word) & {"leads"}
        is_short = leads and any(folded(word).endswith(one) for one in known)
        if folded(word) not in seen and not is_short:
            seen.add(folded(word))
            yield facts.marked(facts.finding("RC313", line, word), word)


def _labels(facts: Facts) -> set[str]:
    """What is defined by a shorter name: `**Commander**: whoever answers first`."""
    labels = (label_of(BULLET.sub("", text)) for text in facts.page.lines if "**" in text)
    return {f" {folded(one.name)}" for one in labels if one is not None and one.name}


def _role_in(text: str, facts: Facts) -> str | None:
    return facts.word("people", "leads", text) or facts.word("people", "named_role", text)


def _is_part(text: str, word: str, facts: Facts) -> bool:
    """`Live-Ops lead` and `(Live Ops lead)` are other roles than the ops lead."""
    at = text.find(word)
    before = text[: max(at, 0)].rstrip()
    last = before.split()[-1].lstrip("(*") if before[-1:].isalnum() else ""
    is_name = last[:1].isupper() and not facts.speaks("people", last) & {"article"}
    is_longer = is_name and word[:1].isupper() and last != before.lstrip("-*0123456789. ")
    return at > 0 and (text[at - 1] == "-" or is_longer)


def _known_people(playbook: Playbook) -> set[str]:
    names = [role.name for role in playbook.roles]
    names += [contact.label for contact in playbook.contacts]
    return {folded(name) for name in names}


def _with_a_row(facts: Facts) -> Iterator[str]:
    """Whoever has a row of his own in a table of roles or of duty; one of telephones tells a number
    and no more."""
    for section in facts.page.sections:
        if facts.about(section) & {"roles", "oncall"} and not hints.is_list_of_people(
            section, facts
        ):
            for table in tables(section):
                yield from (plain(row.cells[0]) for row in table.rows if len(row.cells) > 1)


def _defined(word: str, known: set[str]) -> bool:
    initials = "".join(part[0] for part in word.split())
    word = _one(word)
    return any(
        word in name or name in word or f"({initials})" in name or _is_cut(word, name)
        for name in known
        if name
    )


def _is_cut(short: str, name: str) -> bool:
    """`Tech lead` is short for `Technical lead`: each word begins as the other does."""
    pairs = list(zip(short.split(), name.split(), strict=False))
    is_as_long = len(pairs) == len(short.split()) == len(name.split())
    return is_as_long and all(
        len(one) >= SHORTEST_WORD and other.startswith(one) for one, other in pairs
    )


def _one(name: str) -> str:
    """`Signals officer` and `signal officers` are called alike."""
    return " ".join(part.rstrip("s") for part in name.split())


def _defines(text: str, word: str, facts: Facts) -> bool:
    """`**Scribe.** Keeps the timeline` and the entries `Scribe (keeps the timeline)` and `Scribe:
    keeps it` say what the role does, and `who writes is the scribe` who takes it; a field of a
    form does not."""
    at = text.find(word)
    after = text[at + len(word) :]
    rest = after.lstrip("*_ ").removeprefix(":").lstrip("*_ ")
    if text.lstrip().startswith("#") or parts_told.is_given_out(text, word, facts):
        return True
    if _is_a_role(text, word, facts):
        return True
    if DUTY.match(after) and not text[:at].strip(ENTRY_MARKS):
        return True
    bold = text[:at].rstrip().endswith(("**", "__")) and rest[:1] not in {"[", "<", "{", "@"}
    is_spelt_out = after.startswith(")") and after.lstrip(")*_")[:3] in {" – ", " - ", " — "}
    return (
        bold
        or is_spelt_out
        or after.lstrip("*_")[:3] in {" – ", " — ", " - ", " = "}
        or _says_who(text[:at], after, facts)
    )


def _is_a_role(text: str, word: str, facts: Facts) -> bool:
    """`role: Lock commander` in a record: what stands around it says who that is, or what he
    does."""
    pair = PAIR.match(text)
    if pair is None or word not in pair.group(2):
        return False
    return "part" in facts.words.columns.all(pair.group(1).replace("_", " "))


def _says_who(before: str, after: str, facts: Facts) -> bool:
    """`The scribe (S) is the second on call`; `whoever writes is the scribe`."""
    following = INITIALS.sub("", after.strip("*_ ")).strip("*_ ").partition(" ")[0]
    leading = before.split()[-2:]
    return any(facts.speaks("people", word) & {"is_one"} for word in (following, *leading))


def _to_themselves(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """One person stands behind two roles that ought to relieve each other, and nothing says so."""
    if facts.lines_of("people", "many_posts"):
        return
    behind: dict[str, list[Role]] = {}
    for role in playbook.roles:
        for name, value in role.attributes:
            is_named = "@" not in value and not is_placeholder(value, facts.words)
            if name in REACH and is_named and any(map(str.isalpha, value)):
                behind.setdefault(folded(value).strip(), []).append(role)
    for person, roles in behind.items():
        if len({role.name for role in roles}) > 1 and person:
            names = " and ".join(dict.fromkeys(role.name for role in roles))
            yield facts.over("RC314", [role.line for role in roles], f"{person} for {names}")


def _called_only_sometimes(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A level below the worst calls somebody who is there for the worst incidents only."""
    for role in playbook.roles:
        limited = [v for _, v in role.attributes if facts.speaks("people", v) & {"worst_only"}]
        if not limited:
            continue
        for level in playbook.severities[1:]:
            if any(folded(role.name) in folded(name.text) for name in level.escalation):
                about = f"{level.key} calls {role.name}, on call for “{limited[0]}”"
                yield facts.finding("RC315", level.escalation[0].line, about)
                return


def _called_back_late(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Who is on call may ring back later than the worst level allows."""
    worst = next((level for level in playbook.severities if level.response), None)
    if worst is None or worst.response is None or worst.response.seconds is None:
        return
    for said in facts.said_of("people", "call_back"):
        late = [wait for wait in waits_in(said.text, facts) if wait > worst.response.seconds]
        if late and facts.about(said.section) & {"oncall"}:
            about = f"{worst.key} must be answered in “{worst.response.text}”"
            yield facts.finding("RC318", said.line, about)
