"""What the tool really does with these words: less, more, or something else than was meant."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.commands.shell_words import tokens_of
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import CONTAINERS, ENDS, Call
from runcard.domain.playbooks.checks.setting import is_bad, short, speaks_of_purpose, verifies
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

JSON_BODY = re.compile(r"""-d\s+['"]?\s*[{\[]|--data(?:-raw)?\s+['"]?\s*[{\[]""")
TYPED = re.compile(r"content-type|--json\b", re.IGNORECASE)
# Among them a header named for what it holds: `X-Gate-Key: $KEY`; that of one order is no secret.
LOGGED_IN = re.compile(
    r"authorization|x-api-key|api-key|--user\b|\s-u\s|--cert\b|cookie|token"
    r"|(?:-H|--header)[ =]?['\"]?(?!idempotency)[\w-]*-(?:key|auth|secret|signature)\s*:",
    re.IGNORECASE,
)
# The same in the body, by the name of its field or of what is filled in there.
IN_THE_BODY = re.compile(
    r"[\"'{,&]\s*[\w-]*(?:secret|api_?key|admin_?key)[\"'\\]*\s*[:=]"
    r"|[\"']\w*key[\"'\\]*\s*:\s*[\"'\\]*[<\[{$]+\w*(?:KEY|SECRET)\b",
    re.IGNORECASE,
)
ADMIN = re.compile(r"https?://\S*/(?:admin|internal|manage|management)/\S*", re.IGNORECASE)
ON_RUNNING = re.compile(r"modify-instance-attribute\b[^\n]*--instance-type")
STOPS = re.compile(r"\bstop-instances\b")
NEWEST = re.compile(r"(?:version|tag|image_tag)=latest\b|:latest\b", re.IGNORECASE)
# `press:last-good`, `press:1.8.2`, `press:<version before>`
OLD_TAG = re.compile(
    r":[\w.-]*(?:prev|old|last[-_]?(?:known[-_]?)?good|before|stable|\d|[<$\[{])", re.IGNORECASE
)
FAULT = re.compile(r"\berror|\bfail|\bfatal|\bexception", re.IGNORECASE)
ONE_CONTAINER = re.compile(r"\bdocker\s+(?:exec|update|stats|logs)\b")
CONTAINER_NAME = re.compile(r"\s*container_name:")
ONE_IN_BRACKETS = re.compile(r"\[\w\]")
COUNTER = re.compile(r"\w_(?:total|count|sum|bucket|rate)\b")
COMPUTER = re.compile(r"-(?:ComputerName|CN|Session)\b", re.IGNORECASE)
CHANGES_SERVICE = re.compile(r"\s*(?:Restart|Stop|Start|Set)-Service\b", re.IGNORECASE)
# What hides a failure matters where the lines stop at one.
EXPORTED = re.compile(r"\s*export\s+\w+=[\"']?\$\(")
STOPS_AT = re.compile(r"\bset\s+-\w*e|\)[\"']?\s*(?:&&|\|\|)")
LETS_IN = re.compile(r"(?:-j|--jump)[ =]ACCEPT\b")
OLD_NAMES = {
    "docker-compose": "docker compose",
    "netstat": "ss",
    "ifconfig": "ip",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that does not do what it is there for."""
    for act in facts.acts:
        yield from _http(act, facts)
        yield from _rollbacks(act, facts)
        yield from _clouds(act, facts)
        yield from _shell(act, facts)
    yield from _scaled(facts)
    yield from _old_names(facts)
    yield from _looked_at_afar(facts)
    yield from _twice(facts)


def _http(act: Act, facts: Facts) -> Iterator[Finding]:
    if not re.search(r"\bcurl\b", act.text):
        return
    if JSON_BODY.search(act.text) and not TYPED.search(act.text):
        yield facts.finding("RC804", act.line, f"“{short(act.text)}”")
    posts = re.search(r"-X\s*(?:POST|PUT|PATCH|DELETE)|--request|\s-d\s|--data", act.text)
    signed = LOGGED_IN.search(act.text) or IN_THE_BODY.search(act.text)
    if posts and ADMIN.search(act.text) and not signed:
        yield facts.finding("RC809", act.line, f"“{short(act.text)}”")


def _rollbacks(act: Act, facts: Facts) -> Iterator[Finding]:
    """A way back that goes forward, or does not say where it goes."""
    if "rollback" not in speaks_of_purpose(act, facts):
        return
    block = facts.block_of(act)
    pulls = any(
        call.verb in {"compose pull", "pull"} and not OLD_TAG.search(" ".join(call.objects))
        for call in act.calls
    )
    # An old one is given the name of the newest.
    renamed = any("tag" in call.plain[:2] for one in block for call in one.calls)
    newest = NEWEST.search(act.text) and not renamed
    if pulls or newest:
        yield facts.over(
            "RC744", [act.line, block[-1].line if pulls else act.line], f"“{short(act.text)}”"
        )
    unnamed = _names_no_version(act)
    if unnamed is not None and not _is_undone_by_one(act, facts):
        yield facts.finding("RC745", act.line, f"“{short(act.text)}”", unnamed)


def _is_undone_by_one(act: Act, facts: Facts) -> bool:
    """The document looks at the history first: the release before is meant."""
    undone = any(call.plain[:2] == ("rollout", "undo") for call in act.calls)
    return undone and any(
        call.plain[:2] == ("rollout", "history")
        for one in facts.acts
        if one.line < act.line
        for call in one.calls
    )


def _names_no_version(act: Act) -> str | None:
    """How its tool is told the version that it leaves open, if it does."""
    for call in act.calls:
        undo = call.program == "kubectl" and call.plain[:2] == ("rollout", "undo")
        if undo and not call.value("--to-revision"):
            return "--to-revision N"
        if call.program == "make" and call.plain == ("rollback",):
            return "make rollback VERSION=N"
        if call.program == "helm" and call.verb == "rollback" and len(call.objects) < 2:
            return "helm rollback RELEASE N"
    return None


def _clouds(act: Act, facts: Facts) -> Iterator[Finding]:
    if ON_RUNNING.search(act.text):
        stopped = any(STOPS.search(one.text) for one in facts.block_of(act))
        if not stopped:
            yield facts.finding("RC805", act.line, f"“{short(act.text)}”")
    if any(
        call.program == "iptables" and call.has("-A") and "INPUT" in call.words
        for call in act.calls
    ):
        if facts.programs & {"docker", "docker-compose"} and not LETS_IN.search(act.text):
            yield facts.finding("RC839", act.line, f"“{short(act.text)}”")
        if not any("iptables-save" in one.text for one in facts.acts):
            yield facts.finding("RC752", act.line, f"“{short(act.text)}”")


def _scaled(facts: Facts) -> Iterator[Finding]:
    """Many are asked of a service of which one container has a name."""
    scaled = [
        (act, call.value("--scale") or "")
        for act in facts.acts
        for call in act.calls
        if call.verb == "compose up"
    ]
    named = _named_containers(facts) if scaled else ""
    told: set[str] = set()
    for act, scale in scaled:
        service, _, count = scale.partition("=")
        name = re.escape(service)
        is_one = re.search(rf"-{name}\b|container_name:\s*[\"']?[\w-]*{name}\b", named)
        if count not in {"0", "1"} and service and is_one and service not in told:
            told.add(service)
            yield facts.finding("RC820", act.line, f"“{short(act.text)}”")


def _named_containers(facts: Facts) -> str:
    """The lines that name one container: `docker exec shop-web`, or `container_name` of a file
    that is shown."""
    used = (one.text for one in facts.acts if ONE_CONTAINER.search(one.text))
    given = (line for line in facts.page.lines if CONTAINER_NAME.match(line))
    return "\n".join((*used, *given))


def _shell(act: Act, facts: Facts) -> Iterator[Finding]:
    calls = act.calls
    greps = [call for call in calls if call.program == "grep"]
    # What is put in order shows more than the number of each.
    is_list = greps and calls[0].program == "ps" and "--sort" not in act.text
    if is_list and len({call.words for call in greps}) == 1 and not _misses_itself(greps[0]):
        yield facts.finding("RC760", act.line, f"“{short(act.text)}”")
    slow = facts.speaks("setting", act.title) & {"slow"}
    if slow and greps and re.search(r"\berror\b", " ".join(greps[-1].words), re.IGNORECASE):
        yield facts.finding("RC821", act.line, f"“{act.title}”: “{short(act.text)}”")
    if EXPORTED.match(act.text) and any(STOPS_AT.search(one.text) for one in facts.block_of(act)):
        yield facts.finding("RC759", act.line, f"“{short(act.text)}”")
    if _fails_when_well(act, facts):
        yield facts.finding("RC758", act.line, f"“{short(act.text)}”")
    if act.language == "shell" and _redirects_early(act.text):
        yield facts.finding("RC705", act.line, f"“{short(act.text)}”")
    if act.language == "shell" and _quotes_are_open(act.text):
        yield facts.finding("RC704", act.line, f"“{short(act.text)}”")
    condition = re.search(r"\((?:if|falls|si|se)\s+[^)]{2,40}\)", act.title)
    if condition is not None and is_bad(act, facts, Effect.DESTRUCTIVE):
        yield facts.finding("RC761", act.line, f"“{act.title[:60]}”")


def _misses_itself(grep: Call) -> bool:
    """`[o]vend` is found in `ovend` and not in `[o]vend`."""
    return any(map(ONE_IN_BRACKETS.search, grep.words))


def _fails_when_well(act: Act, facts: Facts) -> bool:
    """A check that asks for faults and finds none. A comment or a step that names the log asks to
    read it; and a counter has its line at nought, too."""
    calls = act.calls
    if not calls or calls[-1].program != "grep" or not verifies(act, facts):
        return False
    step = facts.label_above(act.block) if act.block else ""
    if facts.speaks("setting", f"{act.title} | {step}") & {"traces"}:
        return False
    pattern = _pattern(act)
    return FAULT.search(pattern) is not None and not COUNTER.search(pattern)


def _pattern(act: Act) -> str:
    """The words of the last call."""
    return " ".join(act.calls[-1].words)


def _redirects_early(text: str) -> bool:
    """`sort > out.txt in.txt`: words behind the file of a redirect."""
    said = text.split("\n")[0] if "<<" in text else text  # what is fed to it is data
    tokens = list(tokens_of(said)) if ">" in said else []
    for at, token in enumerate(tokens[:-2]):
        behind = tokens[at + 2]
        begins = at == 0 or tokens[at - 1] in ENDS
        if token in {">", ">>"} and not begins and behind not in ENDS | {"<", ">", ">>", "<<"}:
            return not tokens[at + 1].startswith("&") and not behind.isdigit()
    return False


def _quotes_are_open(text: str) -> bool:
    if '"' not in text and "'" not in text:
        return False
    double = single = False
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and not single:
            at += 1
        elif sign == '"' and not single:
            double = not double
        elif sign == "'" and not double:
            single = not single
        elif sign == "#" and not (double or single) and (at == 0 or text[at - 1].isspace()):
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        at += 1
    return double or single


def _old_names(facts: Facts) -> Iterator[Finding]:
    """Spellings that new systems do not have, once each; what an image has, nobody knows."""
    seen: set[str] = set()
    for act in facts.acts:
        for call in act.calls:
            new = OLD_NAMES.get(call.program)
            in_container = CONTAINERS & set(call.inside)
            counts = call.program == "netstat" and call.follows("-s", "-i", "--statistics")
            if new is not None and not (in_container or counts) and call.program not in seen:
                seen.add(call.program)
                yield facts.finding("RC766", act.line, call.program, new)


def _twice(facts: Facts) -> Iterator[Finding]:
    """The same commands in a quick reference and in the steps: two places to keep."""
    seen: dict[str, Act] = {}
    again: list[tuple[Act, Act]] = []
    for act in facts.acts:
        text = " ".join(act.text.split())
        if len(text) < 12 or act.is_inline:
            continue
        first = seen.setdefault(text, act)
        if first is not act and first.section is not act.section:
            again.append((act, first))
    in_reference = [
        pair for pair in again if "reference" in facts.words.headings.all(pair[0].section.title)
    ]
    if len(in_reference) >= 3:
        act, first = in_reference[0]
        about = f"{len(in_reference)} of them, such as “{short(act.text)}” in line {first.line}"
        yield facts.over("RC767", [pair[0].line for pair in in_reference], about)


def _looked_at_afar(facts: Facts) -> Iterator[Finding]:
    """PowerShell asks a named computer about a service and then changes the one of this host."""
    far = {act.section.line: act for act in facts.acts if COMPUTER.search(act.text)}
    for act in facts.acts:
        before = far.get(act.section.line)
        near = CHANGES_SERVICE.match(act.text) and not COMPUTER.search(act.text)
        if before is not None and near and before.line < act.line:
            about = f"“{short(act.text)}” after “{short(before.text)}”"
            yield facts.finding("RC803", act.line, about)
            return
