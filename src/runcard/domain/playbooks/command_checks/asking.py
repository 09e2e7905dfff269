"""Whether a command only looks: by what it does, by its name, or by what it is asked for."""

import re

from runcard.domain.commands.model import Effect
from runcard.domain.commands.untagged import NUMBER_MARK
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.asked_once import asked_once
from runcard.domain.playbooks.checks.setting import step_of
from runcard.domain.playbooks.facts import Facts

ASKS = {
    "show", "list", "status", "get", "describe", "ls", "check", "info", "view", "health", "wait",
    "log", "logs", "validate", "verify", "compare", "diff", "history", "top", "stats", "ping",
    "selftest", "self-test", "healthcheck", "health-check", "preflight", "analyze", "analyse",
    "diagnose", "measure", "monitor", "inspect", "count", "find", "report",
}  # fmt: skip
# `DescribeInstances`, as the tools of some clouds call it.
ASKING = re.compile(r"(?:Describe|List|Get|Lookup|Query|Show)[A-Z]")
KNOCKS = re.compile(
    r"^\s*(?:BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\s*;?\s*$|\binvoke\b.*\b(?:ping|health)"
    r"|^\s*stripe\s+(?:--?\S+\s+)?trigger\b|\bsam\s+local\s+invoke\b"  # an event made up
    r"|\bsqs\s+receive-message\b|\brabbitmqadmin\b.*\bget\b.*requeue",  # it goes back by itself
    re.IGNORECASE,
)
# Whoever asks it wants to know whether there is an answer at all.
ANSWERS = re.compile(r"\bSELECT\s+1\s*;?\s*(?=[\"']|$)|\bping\b", re.IGNORECASE)
# The last thing that is asked of an object, without a value.
LAST_QUESTION = re.compile(r"\.(\w{2,30})\(\)[);\s]{0,4}[\"']{0,2}\s{0,4}$")
# `deno run jobs/count-loaves.ts`: of a script its name tells what it does, and not what starts it.
SCRIPT = re.compile(
    r"(?<![\w-])([\w-]{1,80})\.(?:sh|bash|py|rb|pl|js|mjs|ts|ps1)\b([^\n|;&]{0,200})"
)
MODULE = re.compile(r"\bpython[\d.]{0,5}\s+-m\s+(?:\w{1,80}\.){0,9}(\w{1,80})([^\n|;&]{0,200})")
# Called behind a change that runs already, they ask what runs.
TESTS = re.compile(r"^\s*(?:npm|yarn|pnpm|bun|make|just)\s+(?:run\s+)?(?:smoke|e2e|test)[\w:-]*")
# Where it writes what it found.
ITS_OUTPUT = re.compile(r"(?:^|\s)(?:-o|--out(?:put)?(?:-file)?)[ =]\S+")
WORD = re.compile(r"[^\W\d_]+")
CHECKS = re.compile(r"check(?!ed)")  # `restore-checked.sh` restores
STATE = {"status", "state", "show", "info", "health"}
SHOWS = {"jq", "cat", "less", "head", "tail"}


@asked_once
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
    named = any(CHECKS.search(call.program) for call in act.calls) or _is_named_a_look(act)
    asks = any(set(call.plain[:4]) & ASKS or call.has("--dry-run") for call in act.calls)
    asks = asks or any(_asks_by_name(word, facts) for call in act.calls for word in call.plain[:2])
    does = facts.speaks("verbs", re.sub(r"[_-]+", " ", _own_words(act))) & {"does"}
    if _asks_inside(act, flags) or _shows_its_answer(act) or _finds_out(act, flags, facts):
        return True
    return named or ("opaque" in flags and (asks or not does))


def only_knocks(act: Act) -> bool:
    """`SELECT 1`, `ping`: that no answer comes is the answer."""
    return ANSWERS.search(act.text) is not None


def is_a_test(act: Act, facts: Facts) -> bool:
    """`4. Test the bell` stands over it; `Test the restart` would restart."""
    told = facts.speaks("verbs", act.title)
    first = " ".join(WORD.findall(act.title)[:1])
    return "does" not in told and bool(facts.speaks("verbs", first) & {"tests"})


def tests_as_ordered(act: Act, facts: Facts) -> bool:
    """The tests of the house run below `# 4. Verify that the lamps are lit`."""
    ordered = facts.speaks("parts", NUMBER_MARK.sub("", act.title)) & {"verify"}
    return bool(ordered) and TESTS.search(act.text) is not None


def _is_named_a_look(act: Act) -> bool:
    """`check-loaves.sh`, or the module `bakery.count_loaves`."""
    script = _script(act)
    return script is not None and re.split(r"[_-]", script.group(1))[0] in ASKS


def _script(act: Act) -> re.Match[str] | None:
    """The name of a script or module, and what it is given."""
    return SCRIPT.search(act.text) or MODULE.search(act.text)


def _asks_by_name(word: str, facts: Facts) -> bool:
    """`monitor:queue` of a list of scripts, or `oven-stop:status` of a state; `logs:clear`
    does more than to look."""
    first, _, rest = word.partition(":")
    if rest in STATE and facts.words.lint["verbs"].exactly(first) is None:
        return True
    return bool(rest) and first in ASKS and not facts.speaks("verbs", rest) & {"does"}


def _describes(call: Call) -> bool:
    """Its verb, one capital each word, is one that looks."""
    return any(map(ASKING.match, call.plain[:2]))


def _own_words(act: Act) -> str:
    """What the tool itself is told, less the words of what starts it: `exec deploy/api -- …`."""
    if script := _script(act):
        name, given = script.groups()
        return f"{name} {ITS_OUTPUT.sub('', given)}"
    inner = [call for call in act.calls if call.inside]
    return " ".join(" ".join((call.program, *call.words)) for call in inner) or act.text


def _asks_inside(act: Act, flags: frozenset[str]) -> bool:
    """What a client is given to run ends with a question: `print(cluster.status())`."""
    asked = LAST_QUESTION.search(act.text) if flags & {"nested", "opaque"} else None
    return asked is not None and asked.group(1).lower() in ASKS


def _finds_out(act: Act, flags: frozenset[str], facts: Facts) -> bool:
    """Code of another language below `Diagnosis:`, or a tool below it whose comment says that it
    checks, of which nobody said that it destroys."""
    named = bool(facts.speaks("setting", act.title or step_of(act, facts)) & {"checks"})
    if not act.block or "opaque" not in flags or not ("nested" in flags or named):
        return False
    risk = facts.risk(act)
    label = facts.label_above(act.block)
    over = f"{label} | {act.section.title}" if named else label
    if "diagnosis" not in facts.speaks("parts", over) or "mends" in facts.speaks("setting", over):
        return False
    return risk is not None and risk.effect is Effect.MUTATING


def _shows_its_answer(act: Act) -> bool:
    """A function is called, and what it wrote is looked at on the same line."""
    invoked = {word for call in act.calls if "invoke" in call.plain[:2] for word in call.plain[2:]}
    shown = {word for call in act.calls if call.program in SHOWS for word in call.plain}
    return bool(invoked & shown)
