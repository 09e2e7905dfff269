"""Where a command goes: the wrong environment, the wrong host, or the wrong name."""

import re
from collections import Counter
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call, after_flags
from runcard.domain.playbooks.checks.setting import is_bad, short, speaks_of_purpose, step_of
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.working_copies import reads_its_history
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

OTHER_ENVIRONMENT = re.compile(
    r"(?<![a-z])(staging|stage|stg|hml|homolog\w*|preprod|uat|sandbox|qa|dev|test|recette|abnahme"
    r"|collaudo|acceptatie)(?![a-z])",
    re.IGNORECASE,
)
PRODUCTION = re.compile(r"(?<![a-z])(?:prod|production|prd|live)(?![a-z])", re.IGNORECASE)
CLOUDS = {"aws", "az", "gcloud", "oci", "aliyun", "ibmcloud"}  # a service, then what is done
PATHLIKE = re.compile(r"""[\w.@:/-]*[-_./:@=][\w.@:/-]*""")
HOST = re.compile(r"https?://([\w.-]+)(:\d+)?(/[^\s\"']*)?")
PART_OF = re.compile(r"/(?:health|status)[\w/-]*/(?:database|db|cache|redis|queue|system|storage)")
POINTED = re.compile(
    r"\bwhoami\b|\bcurrent-context\b|\bget-contexts\b|\bcluster-info\b|\baccount\s+show\b"
    r"|\bconfig\s+(?:list|get-value)\b"
)
CLIENTS = {"redis-cli", "psql", "mysql", "mongosh", "mongo"}
ADDRESSED = ("-h", "--host", "-u", "-H", "--uri", "-d", "--dbname", "-p")
PSQL_VALUES = {"-c", "-f", "-h", "-p", "-U", "-v", "-o", "-L", "-F", "-R", "-P", "-T"}
# It goes out from where one is, to each in turn, and comes back.
LOOP = re.compile(r"\s*(?:for|while|until)\s")
# The language of network devices.
ON_A_SWITCH = re.compile(
    r"\bssh\s[^\n]{1,120}[\"'\s](?:show|display|configure(?:\s+terminal)?|conf\s+t|interface)\s"
)
LOCAL_ONLY = {"journalctl", "systemctl", "date", "df", "tail", "squeue", "ps", "free", "ss"}


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that goes somewhere else than it seems to."""
    yield from _other_environment(facts)
    services, containers = services_of(facts)
    yield from _service_for_container(services, containers, facts)
    yield from _beside_the_container(facts)
    yield from _here_and_there(facts)
    yield from _through_the_broken(facts)
    yield from _default_database(facts)
    yield from _context_left(facts)


def _other_environment(facts: Facts) -> Iterator[Finding]:
    """Staging in a document that is not about staging."""
    title = facts.page.sections[1].title if len(facts.page.sections) > 1 else ""
    if OTHER_ENVIRONMENT.search(title):
        return
    found: list[tuple[Act, str]] = []
    for act in (one for one in facts.acts if one.language != "sql" and not reads_its_history(one)):
        verbs = {word for call in act.calls if call.program in CLOUDS for word in call.plain[:3]}
        names = [name for name in PATHLIKE.findall(act.text) if OTHER_ENVIRONMENT.search(name)]
        named = [
            name
            for name in names
            if not name.startswith(("/dev/", "--")) and "test." not in name and name not in verbs
        ]
        sure = [
            name
            for name in named
            if re.search(
                r"stag|hml|homolog|preprod|uat|recette|abnahme|collaudo|acceptatie"
                r"|(?:^|[/_.-])stg|[a-z]-dev-[a-z]",
                name,
                re.I,
            )
        ]
        if sure and not (_is_for_staging(act, facts) or _is_asked_besides(act, facts)):
            found.append((act, sure[0]))
    if not found:
        return
    first, name = found[0]
    if len(found) * 2 > len([act for act in facts.acts if not act.is_inline]):
        lines = ", ".join(str(act.line) for act, _ in found[:12])
        yield facts.marked(facts.finding("RC751", first.line, f"{name}, in lines {lines}"), name)
        return
    for act, token in found:
        yield facts.marked(facts.finding("RC751", act.line, token), token)


def _is_for_staging(act: Act, facts: Facts) -> bool:
    """Title, label and comments say that it is done there."""
    told = speaks_of_purpose(act, facts) | facts.speaks("setting", step_of(act, facts))
    return "staging" in told


def _is_asked_besides(act: Act, facts: Facts) -> bool:
    """The line above asks the same of another host, which is not such an environment: a look at
    both."""
    before = next((one for one in facts.block_of(act) if one.place == act.place - 1), None)
    here, there = HOST.search(act.text), HOST.search(before.text) if before else None
    if here is None or there is None or not here.group(3) or here.group(3) != there.group(3):
        return False
    return looks(act, facts) and not OTHER_ENVIRONMENT.search(there.group(1))


def services_of(facts: Facts) -> tuple[set[str], set[str]]:
    """Names used with compose, and containers that commands are run in."""
    services: set[str] = set()
    containers: set[str] = set()
    for act in facts.acts:
        for call in act.calls:
            if call.verb.startswith("compose") and call.objects:
                services |= {one for one in call.objects if re.fullmatch(r"[a-z][\w-]*", one)}
            elif call.program == "docker" and call.verb == "exec" and call.objects:
                containers.add(call.objects[0])
    return services, containers


def _service_for_container(
    services: set[str], containers: set[str], facts: Facts
) -> Iterator[Finding]:
    """`docker stats web`, where web is the name of a compose service and not of a container."""
    for act in facts.acts:
        for call in act.calls:
            if call.program != "docker" or call.verb not in {
                "stats",
                "exec",
                "logs",
                "restart",
                "inspect",
                "update",
                "top",
            }:
                continue
            for name in call.objects[:1]:
                other = any(name != one and name in one for one in containers)
                if name in services and name not in containers and (other or containers):
                    yield facts.finding("RC749", act.line, f"“{short(act.text)}”: {name}")


def _beside_the_container(facts: Facts) -> Iterator[Finding]:
    """A client on the host, where the same client elsewhere runs in a container."""
    inside = {
        call.program
        for act in facts.acts
        for call in act.calls
        if call.program in CLIENTS and {"docker", "docker-compose", "kubectl"} & set(call.inside)
    }
    lines = [
        act.line
        for act in facts.acts
        for call in act.calls
        if call.program in inside
        and not call.inside
        and not call.has(*ADDRESSED)
        and not _has_url(call)
    ]
    if lines:
        shown = ", ".join(map(str, dict.fromkeys(lines)))
        yield facts.finding("RC750", lines[0], f"in line {shown}")


def _has_url(call: Call) -> bool:
    return any("://" in word or word.startswith("$") for word in call.words)


def _here_and_there(facts: Facts) -> Iterator[Finding]:
    """The first line of a block goes to another host, the next ones run here; a switch has none of
    their programs."""
    for before, act in zip(facts.acts, facts.acts[1:], strict=False):
        if before.block != act.block or not before.block or LOOP.match(before.text):
            continue
        if ON_A_SWITCH.search(before.text):
            continue
        there = [
            c
            for c in before.calls
            if (c.program in {"ssh", "ansible"} and len(c.plain) > 1) or "ssh" in c.inside
        ]
        in_pod = any(
            c.program == "kubectl" and c.verb == "exec" and c.follows("-it", "-ti")
            for c in before.calls
        )
        here = [
            c
            for c in act.calls
            if (c.program in LOCAL_ONLY and not c.inside) or (c.inside == ("sudo",))
        ]
        if (there or in_pod) and here and act.calls and act.calls[0] in here:
            about = f"“{short(act.text)}” after “{short(before.text)}”"
            yield facts.finding("RC803", act.line, about)
            return


def _through_the_broken(facts: Facts) -> Iterator[Finding]:
    """Health of all parts is asked through one door; the switch for maintenance lies behind it."""
    parts = [
        (act, m.group(1))
        for act in facts.acts
        if (m := HOST.search(act.text)) and PART_OF.search(act.text)
    ]
    hosts = Counter(host for _, host in parts)
    asked = [act for act, host in parts if hosts[host] >= 2 and "localhost" not in host]
    if asked:
        yield facts.finding("RC806", asked[0].line, f"“{short(asked[0].text)}”")
    known = {
        m.group(1) for act in facts.acts if "health" in act.text and (m := HOST.search(act.text))
    }
    for act in facts.acts:
        found = HOST.search(act.text)
        switches = found is not None and re.search(
            r"maintenance", found.group(3) or "", re.IGNORECASE
        )
        if (
            found is not None
            and switches
            and found.group(1) in known
            and is_bad(act, facts, Effect.MUTATING)
        ):
            yield facts.finding("RC807", act.line, f"“{short(act.text)}”")
            return


def _default_database(facts: Facts) -> Iterator[Finding]:
    """psql without a database, where the other commands name one."""
    named = any(
        call.program == "psql" and call.has("-d", "--dbname")
        for a in facts.acts
        for call in a.calls
    )
    if not named:
        return
    for act in facts.acts:
        for call in act.calls:
            if (
                call.program == "psql"
                and not _names_database(call)
                and not _has_url(call)
                and (call.reads or call.fed)
            ):
                yield facts.finding("RC740", act.line, f"“{short(act.text)}”")


def _names_database(call: Call) -> bool:
    """`-d bread`, or the first word that is no option; a list is of all of them."""
    return call.has("-d", "--dbname", "-l") or bool(after_flags(call.words, PSQL_VALUES))


def _context_left(facts: Facts) -> Iterator[Finding]:
    """The shell of the operator points to production ever after."""
    for act in facts.acts:
        if re.match(
            r"\s*(?:gcloud\s+config\s+set\s+project|kubectl\s+config\s+use-context"
            r"|az\s+account\s+set)\b",
            act.text,
        ) and not _is_looked_at_next(act, facts):
            yield facts.finding("RC828", act.line, f"“{short(act.text)}”")


def _is_looked_at_next(act: Act, facts: Facts) -> bool:
    """The line below shows where the shell points now: somebody cares for it."""
    return any(
        one.place == act.place + 1 and POINTED.search(one.text) for one in facts.block_of(act)
    )
