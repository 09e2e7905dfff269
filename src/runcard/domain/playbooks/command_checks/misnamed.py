"""The title of a command speaks of something harmless, and the command does something else."""

from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_bad, purpose, short
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.care import LONGEST_LABEL
from runcard.domain.playbooks.command_checks.kept import is_trial
from runcard.domain.playbooks.command_checks.new_secrets import restarts
from runcard.domain.playbooks.command_checks.restores import dumps_into
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that its title belies."""
    for act in facts.acts:
        named = facts.speaks("setting", _order_in(act.title, facts) or _label(act, facts))
        code = _other_effect(act, named, facts)
        if code is not None:
            title = act.title or facts.label_above(act.block)
            about = f"“{title[:60]}” does “{short(act.text)}”"
            yield facts.finding("RC729", act.line, about)


def _order_in(title: str, facts: Facts) -> str:
    """`After the check, open the gate`: the case stands first, and behind it what is done."""
    first, comma, rest = title.partition(",")
    head = first.split(" ", 1)[0]
    is_case = bool(comma and rest.strip()) and facts.speaks("looks", head) & {"when", "in_case"}
    return rest.strip() if is_case else title


def _label(act: Act, facts: Facts) -> str:
    """The heading and the label above it; a whole sentence is no name of a command."""
    label = facts.label_above(act.block) if act.block else ""
    return act.section.title if len(label.split()) > LONGEST_LABEL else purpose(act, facts)


def _other_effect(act: Act, named: frozenset[str], facts: Facts) -> str | None:
    calls = act.calls
    again = any(restarts(call) for call in calls)
    prunes = any(call.program == "docker" and "prune" in call.words for call in calls)
    if "circuit" in named and again:
        return "restart"
    if "cache" in named and prunes:
        return "prune"
    if "checks" in named and "circuit" not in named and dumps_into(act):
        return None
    looks_only = "checks" in named and "mends" not in named and not is_trial(act)
    if looks_only and looks(act, facts):
        return None  # a program of the house whose name sounds worse than it is
    return "destroys" if looks_only and is_bad(act, facts, Effect.DESTRUCTIVE) else None
