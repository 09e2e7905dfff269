"""One service on two platforms: nobody knows which of the two commands reaches it."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import speaks_of_case
from runcard.domain.playbooks.command_checks.remade import PROCESS_KEEPERS
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

HOSTED = re.compile(
    r"https?://(?:status\.|dashboard\.)?(render|heroku|vercel|netlify|fly"
    r"|railway)\.(?:com|io|app|dev)|https?://status\.(render|heroku|vercel|netlify"
    r"|fly|railway)\.",
    re.IGNORECASE,
)
FAMILIES = {
    "kubectl": "Kubernetes", "helm": "Kubernetes", "oc": "Kubernetes", "docker": "Docker",
    "docker-compose": "Docker", "podman": "Docker", "pm2": "pm2", "heroku": "Heroku",
    "flyctl": "Fly", "nomad": "Nomad",
}  # fmt: skip
# A host with containers of its own stands beside many a cluster.
BESIDE_A_CLUSTER = {"Kubernetes", "Docker"}
# Done to the disk of a host, whatever runs on it.
KEEPS_HOUSE = {"prune", "df", "login"}
# An image is made, and brought to whatever runs it.
BRINGS = {"pull", "build", "builder", "buildx", "tag", "push", "save", "load"}


def check(facts: Facts) -> Iterator[Finding]:
    """The same service as a container here and as a deployment there."""
    seen = _seen_in(facts)
    if len(seen) >= 2 and not _are_other_parts(seen, facts):
        first, second = sorted(seen.items(), key=lambda pair: pair[1].line)[:2]
        about = f"{first[0]} (line {first[1].line}) and {second[0]} (line {second[1].line})"
        yield facts.finding("RC802", second[1].line, about)
    elif len(seen) == 1 and (hosted := _hosted(facts)) is not None:
        name, act = next(iter(seen.items()))
        yield facts.finding("RC802", hosted[0], f"{name} (line {act.line}) and {hosted[1]}")


def _hosted(facts: Facts) -> tuple[int, str] | None:
    """The first line that names somebody else's platform, and its name."""
    for number, line in enumerate(facts.page.lines, 1):
        if (found := HOSTED.search(line)) is not None:
            return number, found.group(1) or found.group(2)
    return None


def _seen_in(facts: Facts) -> dict[str, Act]:
    """The first command for each platform."""
    seen: dict[str, Act] = {}
    for act in facts.acts:
        for call in act.calls:
            family = FAMILIES.get(call.program)
            if set(call.plain[:2]) & (KEEPS_HOUSE | BRINGS):
                continue
            if family is not None and "build" not in speaks_of_case(act, facts):
                seen.setdefault(family, act)
    return seen


def _are_other_parts(seen: Mapping[str, Act], facts: Facts) -> bool:
    """Each handles something of its own: no name is known to all."""
    named = _named_by(seen, facts).values()
    if not PROCESS_KEEPERS.isdisjoint(seen):  # of a host, beside which containers run other parts
        return not set.intersection(*named)
    is_told = set(seen) == BESIDE_A_CLUSTER and all(named)
    return is_told and not set.intersection(*map(_pieces_of, named))


def _named_by(seen: Mapping[str, Act], facts: Facts) -> dict[str, set[str]]:
    """What each of them handles."""
    named: dict[str, set[str]] = {family: set() for family in seen}
    for act in facts.acts:
        for call in act.calls:
            family = FAMILIES.get(call.program)
            if family in named:
                named[family] |= set(call.objects)
    return named


def _pieces_of(names: set[str]) -> set[str]:
    """`deploy/lock-api`, `lock_api_1`: one service under two names has a word in common."""
    return {piece for name in names for piece in re.split(r"[^a-z]+", name.lower()) if piece}
