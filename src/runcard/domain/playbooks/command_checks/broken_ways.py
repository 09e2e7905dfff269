"""Ways that lead through what has failed: the client of what is down, an account of a sign-in that
does not work."""

from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import STARTS, short, speaks_of_case, speaks_of_purpose
from runcard.domain.playbooks.command_checks.asking import only_knocks
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

CLIENTS = {"psql": "database", "mysql": "database", "redis-cli": "cache", "mongosh": "database"}


def check(facts: Facts) -> Iterator[Finding]:
    """Every cure that needs what it is to cure."""
    yield from _needs_the_broken(facts)
    yield from _signs_in_with_it(facts)


def _needs_the_broken(facts: Facts) -> Iterator[Finding]:
    """The cure speaks to what the case says is not there."""
    seen: set[int] = set()
    for act in facts.acts:
        head = speaks_of_case(act, facts)
        if "outage" not in head or act.block in seen:
            continue
        for call in act.calls:
            kind = CLIENTS.get(call.program)
            about_it = kind is not None and kind in head
            told = facts.label_above(act.block), act.section.title
            if (
                about_it
                and "mend" in facts.any_speaks("parts", told)
                and act.place <= 1
                and not only_knocks(act)
                and not any(_is_up(one, facts) for one in facts.block_of(act)[: act.place])
                and "verify" not in speaks_of_purpose(act, facts)
            ):
                seen.add(act.block)
                yield facts.finding("RC806", act.line, f"“{short(act.text)}”")
                break


def _is_up(before: Act, facts: Facts) -> bool:
    """It is started in a line above, or asked whether it answers: `# Make sure the database is
    reachable`."""
    asks = bool(facts.speaks("setting", before.title) & {"verify"})
    return asks or any(STARTS & set(call.plain[:3]) for call in before.calls)


def _signs_in_with_it(facts: Facts) -> Iterator[Finding]:
    """Where sign-in itself is down, an account of it does not help."""
    for said in facts.said_of("setting", "identity"):
        if said.kind == "row":
            continue  # there it is what users see
        spoken = facts.speaks("setting", said.text)
        if spoken >= {"identity", "outage", "logs_on"} and "bypass" not in spoken:
            yield facts.finding("RC842", said.line, f"“{said.text[:80]}”")
