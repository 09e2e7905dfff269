"""Where a reader looks for the proof of a change: further down in the same case."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.comments_below import ends_in_an_order_to_look
from runcard.domain.playbooks.checks.expected import is_measured_above, tells_what_to_see
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Phase, Playbook
from runcard.domain.playbooks.nouns.procedures import RunbookKind
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.times.clauses import sentences

ASKS = {
    "show", "list", "status", "get", "describe", "ls", "check", "info", "view", "health", "wait",
    "log", "logs", "validate", "verify", "compare", "diff", "history", "top", "stats", "ping",
    "selftest", "self-test", "healthcheck", "health-check", "preflight", "analyze", "analyse",
    "diagnose", "measure", "monitor", "inspect", "count", "find", "report",
}  # fmt: skip
# `DescribeInstances`, as the tools of some clouds call it.
ASKING = re.compile(r"(?:Describe|List|Get|Lookup|Query|Show)[A-Z]")
WAITS = re.compile(
    r"\b(?:sleep|wait|until|rollout\s+status|Start-Sleep|services-stable|pg_isready)\b"
    r"|\s--(?:retry|wait)\b|\s-Wait\b"
)
KNOCKS = re.compile(
    r"^\s*(?:BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\s*;?\s*$|\binvoke\b.*\b(?:ping|health)"
    r"|\bsqs\s+receive-message\b|\brabbitmqadmin\b.*\bget\b.*requeue",  # it goes back by itself
    re.IGNORECASE,
)
# The last thing that is asked of an object, without a value.
LAST_QUESTION = re.compile(r"\.(\w{2,30})\(\)[);\s]{0,4}[\"']{0,2}\s{0,4}$")
# `deno run jobs/count-loaves.ts`: of a script its name tells what it does, and not what starts it.
SCRIPT = re.compile(r"([\w-]{1,80})\.(?:sh|bash|py|rb|pl|js|mjs|ts|ps1)\b([^\n|;&]{0,200})")
SHOWS = {"jq", "cat", "less", "head", "tail"}
# A step of a sequence, whatever it is called.
STEP = re.compile(r"\W*(?:\w{1,9}\s)?\d{1,2}(?:\.\d{1,2})*[.):：\s-]")
Placed = TypeVar("Placed", Said, Act)
HEAD_LINES = 6
BESIDE = 3  # words in which `every` and what it speaks of stand together
MOST_STEPS = 12  # of a sequence, after which its check is looked for
FAR = 60  # lines below a change
HEAD = 60  # signs in which a line tells what it is for


@dataclass(frozen=True, slots=True)
class Cases:
    """The runbooks of a document and its process, as lines from the first to the last; the reader
    of a command stays inside."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    is_one: bool
    """The page knows no levels: it is about one case, and ends with the check of it."""
    told_for_all: bool
    """A sentence says that one check ends every procedure of the page, or a phase of the process is
    there for it."""

    def end_of(self, act: Act) -> int:
        """The last line of the case in which a command stands; that of its chapter elsewhere."""
        at = bisect_right(self.firsts, act.line) - 1
        return max(self.lasts[at] if at >= 0 else 0, act.section.end)


def cases_of(playbook: Playbook, facts: Facts) -> Cases:
    """The runbooks; the phases of the process together are a case, too."""
    books = [
        (book.line, book.end_line)
        for book in playbook.runbooks
        if book.end_line and book.kind is not RunbookKind.INLINE_MITIGATION
    ]
    ends = [phase.end_line or phase.line for phase in playbook.phases]
    if ends:
        books.append((playbook.phases[0].line, max(ends)))
    kept: list[tuple[int, int]] = []
    for first, last in sorted(books):
        if not kept or last > kept[-1][1]:
            kept.append((first, last))
    firsts, lasts = tuple(first for first, _ in kept), tuple(last for _, last in kept)
    spoken = (*facts.said_of("prose", "procedures"), *facts.said_of("prose", "after_incident"))
    told = any(_is_for_all(said.text, facts) for said in spoken)
    told = told or any(_is_phase_of_checks(phase, facts) for phase in playbook.phases)
    return Cases(firsts, lasts, is_one=not playbook.severities, told_for_all=told)


def _is_for_all(text: str, facts: Facts) -> bool:
    """`This check holds for all instructions below`: `each` beside the word for procedures; or
    `after any incident, verify`."""
    if "after_incident" in facts.speaks("prose", text):
        return bool(facts.speaks("setting", text) & {"verify", "proof"})
    if not facts.speaks("prose", text) >= {"each", "procedures"}:
        return False
    return any(_is_told_of_each(sentence, facts) for sentence in sentences(text))


def _is_phase_of_checks(phase: Phase, facts: Facts) -> bool:
    """`Phase 4: Verify that it is solved`, or a step of it that is called so, with commands that
    look: every case goes through it."""
    inside = _between(facts.acts, phase.line, phase.end_line or phase.line)
    return any(
        facts.speaks("parts", name[:HEAD]) & {"verify"}
        for act in inside
        if _shows(act, facts)
        for name in (phase.title, act.section.title, facts.label_above(act.block))
    )


def _is_told_of_each(sentence: str, facts: Facts) -> bool:
    words = sentence.split()
    pairs = (" ".join(words[at : at + BESIDE]) for at in range(len(words)))
    of_each = any(facts.speaks("prose", pair) >= {"each", "procedures"} for pair in pairs)
    checks = facts.speaks("parts", sentence) & {"verify", "diagnosis"}
    return of_each and bool(checks or facts.speaks("setting", sentence) & {"proof"})


def is_proved_below(act: Act, cases: Cases, facts: Facts) -> bool:
    """A sentence, a step, a heading or another command further down looks at what has become of it;
    or the words above say until when it is done."""
    label = facts.label_above(act.block) if act.block else facts.page.lines[act.line - 1]
    if facts.speaks("setting", f"{label} | {act.title}") & {"awaited"}:
        return True
    if _is_told_for_all(act, cases, facts) or is_measured_above(act, facts):
        return True
    if ends_in_an_order_to_look(act, facts):
        return True
    last = _last_line(act, cases, facts)
    return any(
        _tells(section, act, last, facts)
        for section in _from(act.section, last, facts)
        if _goes_on(section, act, facts)
    )


def _is_told_for_all(act: Act, cases: Cases, facts: Facts) -> bool:
    """`Every recipe ends with the same check`, at the head of the chapter."""
    if cases.told_for_all:
        return True
    above = (one for one in facts.page.path(act.section)[1:] if one.level > 1)
    return any(
        "proof" in facts.speaks("setting", said.text) and "each" in facts.speaks("prose", said.text)
        for section in above
        for said in islice(facts.said_in(section), HEAD_LINES)
    )


def _goes_on(section: Section, act: Act, facts: Facts) -> bool:
    """The case is continued there: below the same heading, in a named part, or in the next step;
    what stands beside it is another way."""
    if section.level > act.section.level or section is act.section:
        return True
    known = facts.words.lint.get("parts")
    named = known is not None and known.exactly(section.title) is not None
    checks = facts.speaks("parts", section.title) & {"verify"}
    return bool(named or checks) or STEP.match(section.title) is not None


def _last_line(act: Act, cases: Cases, facts: Facts) -> int:
    """The end of the case, or of the chapter beside it or beside its own that is there to check."""
    last = cases.end_of(act)
    above = facts.page.path(act.section) if act.section.level >= 3 else ()
    for place in above if cases.is_one else above[:1]:
        following = next(_beside(place, facts), None)
        if following is not None and facts.speaks("parts", following.title) & {"verify"}:
            last = max(last, following.end)
    if STEP.match(act.section.title):
        last = max(last, _end_of_check(act.section, facts))
    return min(last, act.end_line + FAR)


def _end_of_check(step: Section, facts: Facts) -> int:
    """The last line of `Did it work?`, where that follows the steps of a sequence; else none."""
    for other in islice(_siblings(step, facts), MOST_STEPS):
        if not STEP.match(other.title):
            return other.end if facts.speaks("parts", other.title) & {"verify"} else 0
    return 0


def _from(section: Section, last: int, facts: Facts) -> Iterator[Section]:
    for other in islice(facts.page.sections, section.index, None):
        if other.line > last:
            return
        yield other


def _beside(section: Section, facts: Facts) -> Iterator[Section]:
    """The following heading under the same parent."""
    for other in islice(facts.page.sections, section.index + 1, None):
        if other.level <= section.level:
            if other.parent == section.parent:
                yield other
            return


def _siblings(section: Section, facts: Facts) -> Iterator[Section]:
    """The headings of its level that follow, down to the end of their chapter."""
    for other in islice(facts.page.sections, section.index + 1, section.index + FAR):
        if other.level < section.level:
            return
        if other.level == section.level:
            yield other


def _tells(section: Section, act: Act, last: int, facts: Facts) -> bool:
    if section is not act.section and facts.speaks("parts", section.title[:HEAD]) & {"verify"}:
        return True
    first = act.end_line + 1
    said = _between(facts.said_in(section), first, last)
    acts = _between(facts.acts_in(section), first, last)
    return any(_is_a_look(one, facts) for one in said) or any(
        one.block != act.block and _shows(one, facts) for one in acts
    )


def _between(found: Sequence[Placed], first: int, last: int) -> Sequence[Placed]:
    """What begins on these lines, of things in the order of the page."""
    start = bisect_left(found, first, key=_line)
    return found[start : bisect_right(found, last, key=_line)]


def _line(one: Said | Act) -> int:
    return one.line


def _is_a_look(said: Said, facts: Facts) -> bool:
    told = facts.speaks("parts", said.text[:HEAD]) & {"verify", "diagnosis"}
    if told or facts.speaks("setting", said.text) & {"proof"}:
        return True
    return tells_what_to_see(said.line, facts)


def _shows(act: Act, facts: Facts) -> bool:
    return looks(act, facts) or WAITS.search(act.text) is not None


def looks(act: Act, facts: Facts) -> bool:
    """Whether it shows what has become of a change."""
    risk = facts.risk(act)
    if risk is None:
        return False
    bracket = act.text.strip(" ;\n").upper() in {"COMMIT", "BEGIN", "ROLLBACK"}
    reads = not bracket and (risk.effect is Effect.READ_ONLY or only_asks(act, risk.flags, facts))
    asks_on = re.search(r"\b(?:until|while)\b", act.text) is not None
    return reads and ("wait" not in risk.flags or asks_on)


def only_asks(act: Act, flags: frozenset[str], facts: Facts) -> bool:
    """A tool that no table knows, with a word that looks or none that acts; the bracket of a
    transaction."""
    if KNOCKS.search(act.text) or any(map(_describes, act.calls)):
        return True
    script = SCRIPT.search(act.text)
    named = any("check" in call.program for call in act.calls)
    named = named or (script is not None and re.split(r"[_-]", script.group(1))[0] in ASKS)
    asks = any(set(call.plain[:4]) & ASKS or call.has("--dry-run") for call in act.calls)
    asks = asks or any(_asks_by_name(word, facts) for call in act.calls for word in call.plain[:2])
    does = facts.speaks("verbs", re.sub(r"[_-]+", " ", _own_words(act))) & {"does"}
    if _asks_inside(act, flags) or _shows_its_answer(act):
        return True
    return named or ("opaque" in flags and (asks or not does))


def _asks_by_name(word: str, facts: Facts) -> bool:
    """`monitor:queue` of a list of scripts; `logs:clear` does more than to look."""
    first, _, rest = word.partition(":")
    return bool(rest) and first in ASKS and not facts.speaks("verbs", rest) & {"does"}


def _describes(call: Call) -> bool:
    """Its verb, one capital each word, is one that looks."""
    return any(map(ASKING.match, call.plain[:2]))


def _own_words(act: Act) -> str:
    """What the tool itself is told, less the words of what starts it: `exec deploy/api -- …`."""
    if script := SCRIPT.search(act.text):
        return " ".join(script.groups())
    inner = [call for call in act.calls if call.inside]
    return " ".join(" ".join((call.program, *call.words)) for call in inner) or act.text


def _asks_inside(act: Act, flags: frozenset[str]) -> bool:
    """What a client is given to run ends with a question: `print(cluster.status())`."""
    asked = LAST_QUESTION.search(act.text) if flags & {"nested", "opaque"} else None
    return asked is not None and asked.group(1).lower() in ASKS


def _shows_its_answer(act: Act) -> bool:
    """A function is called, and what it wrote is looked at on the same line."""
    invoked = {word for call in act.calls if "invoke" in call.plain[:2] for word in call.plain[2:]}
    shown = {word for call in act.calls if call.program in SHOWS for word in call.plain}
    return bool(invoked & shown)
