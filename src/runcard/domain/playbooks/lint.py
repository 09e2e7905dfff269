"""All rules of the linter over one playbook, less what the document itself says to ignore."""

from collections.abc import Callable, Iterable, Sequence

from runcard.domain.playbooks.checks import (
    annotations,
    assurances,
    cadences,
    called,
    clocks,
    contacts,
    duties,
    escalation,
    extensions,
    hygiene,
    late_answers,
    late_news,
    levels,
    links,
    people,
    practice,
    recognised,
    recovery,
    references,
    reviews,
    scenarios,
    shifts,
    steps,
    structure,
    sums,
    templates,
    told_otherwise,
    tongues,
    unreachable,
    unread_times,
    unwritten,
    windows,
)
from runcard.domain.playbooks.command_checks import (
    against_words,
    blind,
    counts,
    databases,
    early_checks,
    endless,
    evidence,
    files,
    halfway,
    hollow,
    impossible,
    inputs,
    left_down,
    locks,
    loss,
    order,
    other_host,
    placeholders,
    platforms,
    prompts,
    proof,
    remedies,
    secrecy,
    sessions,
    targets,
    too_wide,
    tools,
    undone,
    unswitched,
    untested,
    working_copies,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.ports import Check
from runcard.domain.playbooks.settling import as_judged
from runcard.domain.playbooks.suppressions import without_ignored

Rule = Callable[[Playbook, Facts], Iterable[Finding]]


def _of_the_page(rule: Callable[[Facts], Iterable[Finding]]) -> Rule:
    """A rule that needs no playbook."""
    return lambda _, facts: rule(facts)


RULES: tuple[Rule, ...] = (
    levels.check, clocks.check, unread_times.check, late_answers.check, windows.check,
    cadences.check, late_news.check,
    escalation.check, people.check, contacts.check, templates.check, reviews.check,
    recovery.check, scenarios.check, recognised.check, steps.check, hygiene.check, undone.check,
    proof.check, references.check, assurances.check, unwritten.check, duties.check,
    unreachable.check, called.check, sums.check, told_otherwise.check,
    *map(_of_the_page, (
        structure.check, links.check, endless.check, prompts.check, placeholders.check,
        inputs.check, files.check, loss.check, sessions.check, locks.check, hollow.check,
        secrecy.check, evidence.check, order.check, targets.check, platforms.check,
        databases.check, tools.check, remedies.check, working_copies.check, impossible.check,
        blind.check, practice.check, left_down.check, too_wide.check, counts.check, halfway.check,
        against_words.check, extensions.check, other_host.check,
        unswitched.check, untested.check, early_checks.check, shifts.check,
    )),
)  # fmt: skip


def findings_of(
    playbook: Playbook,
    facts: Facts,
    strangers: Sequence[Check] = (),
    rules: Sequence[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Every finding, by line; none where no codes are known. The rules are asked from the last, so
    that somebody else can begin with the first."""
    if not facts.words.kinds:
        return ()
    judged = as_judged(playbook)
    found = [one for rule in reversed(rules) for one in rule(judged, facts)]
    found.extend(annotations.check(facts))
    found.extend(one for check in strangers for one in check.check(judged, facts))
    told = tongues.without_guesses(dict.fromkeys(found), facts)
    kept = without_echoes(without_ignored(told, facts), facts)
    return tuple(sorted(kept, key=lambda one: (one.line, one.code, one.message)))


def without_echoes(found: Iterable[Finding], facts: Facts) -> list[Finding]:
    """Of two findings about one line, of which one says it better, that one."""
    all_found = list(found)
    said = {(one.line, one.code) for one in all_found}
    kinds = facts.words.kinds
    return [
        one
        for one in all_found
        if one.code not in kinds
        or not any((one.line, better) in said for better in kinds[one.code].behind)
    ]
