"""Compare a compiled playbook with a truth file, field by field."""

from collections.abc import Iterable, Mapping, Sequence

from runcard.domain.playbooks.model import (
    ChainStep,
    Contact,
    EscalationChain,
    Phase,
    Playbook,
    Role,
    Runbook,
    Severity,
    Template,
    Text,
)
from tests.golden.account import Account, Truth, bare, is_ambiguous, one_of, time_got, time_of

DELIMITERS = "[<{$【"
TIMES = ("response", "acknowledge", "resolution", "cadence", "cadence_external")


def compare(playbook: Playbook, truth: Truth) -> Account:
    """The account of one document."""
    account = Account()
    _document(account, playbook, truth)
    _levels(account, playbook.severities, truth["severity"]["levels"])
    _cadences(account, playbook, truth)
    _chains(account, playbook.chains, truth["escalation_chains"])
    _triggers(account, playbook, truth)
    _roles(account, playbook.roles, truth["roles"])
    _contacts(account, playbook, truth["contacts"])
    _templates(account, playbook.templates, truth["templates"])
    _review(account, playbook, truth["postmortem"])
    _phases(account, playbook.phases, truth["phases"])
    _runbooks(account, playbook.runbooks, truth["runbooks"])
    return account


def _document(account: Account, playbook: Playbook, truth: Truth) -> None:
    account.check("document", "title", bare(truth["title"]), bare(playbook.title))
    account.check("document", "title line", truth["title_line"], playbook.title_line)
    account.check("severities", "form", truth["severity"]["form"], playbook.severity_form.value)
    account.check("severities", "line", truth["severity"]["line"], playbook.severity_line)
    for key, stated in truth["meta"].items():
        mine = playbook.meta.get(key)
        got = mine and (mine.text, mine.line)
        account.check("meta", key, (stated["text"], stated["line"]), got)
    extra = set(playbook.meta) - set(truth["meta"])
    account.judge("meta", not extra, f"extra {sorted(extra)}")


def _levels(account: Account, got: Sequence[Severity], truth: Sequence[Truth]) -> None:
    account.check("severities", "lines", [one["line"] for one in truth], [one.line for one in got])
    by_line = {level.line: level for level in got}
    for expected in truth:
        level = by_line.get(expected["line"])
        if level is not None:
            _level(account, level, expected)


def _level(account: Account, level: Severity, truth: Truth) -> None:
    where = truth["key"]
    account.check("severities", f"{where} key", truth["key"], level.key)
    account.check("severities", f"{where} name", truth["name"], level.name)
    said = truth["definition"] and bare(truth["definition"]["text"])
    account.check("severities", f"{where} definition", said, bare(_words(level.definition)))
    examples = [bare(text) for text in (truth["examples"] or {}).get("texts", [])]
    mine = [bare(text.text) for text in level.examples]
    damaged = any("Ã" in str(text) for text in examples)
    account.judge("severities", damaged or examples == mine, f"{where} examples {mine}")
    names = [name.text for name in level.escalation]
    account.check("severities", f"{where} escalation", truth["escalation"], names)
    for key in ("communication", "action"):
        said = truth[key] and (truth[key]["text"], truth[key]["line"])
        mine_said: Text | None = getattr(level, key)
        got = mine_said and (mine_said.text, mine_said.line)
        account.check("severities", f"{where} {key}", said, got)
    for key in TIMES:
        stated = truth.get(key)
        if not is_ambiguous(stated):
            got_time = time_got(getattr(level, key))
            allowed = [time_of(stated)]
            if stated and "also" in stated:
                for name, values in stated["also"].items():
                    allowed += [time_of({**stated, name: value}) for value in values]
            ok = got_time in allowed
            account.judge("times", ok, f"{where} {key}: {allowed} got {got_time}")


def _words(text: Text | None) -> str | None:
    return text.text if text else None


def _paired(
    account: Account, group: str, expected: Mapping[object, Truth], got: Iterable[object]
) -> list[object]:
    """Count what is missing and what is too much; the keys on both sides."""
    mine = list(got)
    for key, truth in expected.items():
        if key not in mine and not truth.get("may_omit"):
            account.judge(group, False, f"missing {key}")
    for key in mine:
        if key not in expected:
            account.judge(group, False, f"extra {key}")
    return [key for key in mine if key in expected]


def _cadences(account: Account, playbook: Playbook, truth: Truth) -> None:
    expected = {(one["line"], one["seconds"]): one for one in truth["cadences"]}
    got = [(one.every.line, one.every.seconds) for one in playbook.cadences]
    for key in _paired(account, "cadences", expected, got):
        account.judge("cadences", True, str(key))


def _chains(account: Account, got: Sequence[EscalationChain], truth: Sequence[Truth]) -> None:
    lines = {one["line"]: one for one in truth}
    for one in truth:
        for line in one.get("also", {}).get("line", []):
            if line not in lines and any(chain.line == line for chain in got):
                lines[line] = lines.pop(one["line"])
    by_line = {chain.line: chain for chain in got}
    for line in _paired(account, "chains", lines, by_line):
        _chain(account, by_line[line], lines[line])  # type: ignore[index]


def _chain(account: Account, chain: EscalationChain, truth: Truth) -> None:
    where = f"chain {truth['line']}"
    account.judge("chains", one_of(truth, "ordered", chain.ordered), f"{where} ordered")
    account.check("chains", f"{where} steps", len(truth["steps"]), len(chain.steps))
    for step, expected in zip(chain.steps, truth["steps"], strict=False):
        _step(account, step, expected)


def _step(account: Account, step: ChainStep, truth: Truth) -> None:
    where = f"{truth['line']} {truth['who']}"
    got = (bare(step.who), bare(step.condition), step.line)
    account.check(
        "chains", where, (bare(truth["who"]), bare(truth["condition"]), truth["line"]), got
    )
    seconds = step.after and step.after.seconds
    allowed = one_of(truth, "after", seconds, lambda after: after and after["seconds"])
    inner = truth["after"] and one_of(truth["after"], "seconds", seconds)
    account.judge("chains", bool(allowed or inner), f"{where} after {seconds}")


def _triggers(account: Account, playbook: Playbook, truth: Truth) -> None:
    expected = truth["escalation_triggers"]
    texts = [bare(text) for text in expected["texts"]] if expected else []
    account.check("triggers", "texts", texts, [bare(one.text) for one in playbook.triggers])


def _roles(account: Account, got: Sequence[Role], truth: Sequence[Truth]) -> None:
    expected = {(one["line"], one["name"]): one for one in truth}
    by_key = {(role.line, role.name): role for role in got}
    for key in _paired(account, "roles", expected, by_key):
        role, one = by_key[key], expected[key]  # type: ignore[index]
        duties = one_of(one, "duties", len(role.duties))
        account.judge("roles", duties, f"{key} duties {len(role.duties)}")
        mine = {name: bare(value) for name, value in role.attributes}
        attributes = one_of(
            one, "attrs", mine, lambda attrs: {k: bare(v) for k, v in attrs.items()}
        )
        account.judge("roles", attributes, f"{key} attributes {mine}")


def _contacts(account: Account, playbook: Playbook, truth: Sequence[Truth]) -> None:
    expected = {(one["line"], bare(one["value"])): one for one in truth}
    got = {(one.line, bare(one.value)): one for one in playbook.contacts}
    for key, one in expected.items():
        if key in got:
            _contact(account, got[key], one)
        elif not one.get("may_omit"):
            account.judge("contacts", False, f"missing {key}")
    for key, mine in got.items():
        if key not in expected:
            literal = mine.value in playbook.lines[mine.line - 1]
            account.judge("contacts", literal, f"extra {key}")


def _contact(account: Account, contact: Contact, truth: Truth) -> None:
    where = f"{truth['line']} {truth['label']}"
    if not truth.get("may_omit"):
        account.check("contacts", where, bare(truth["label"]), bare(contact.label))
    account.judge("contacts", one_of(truth, "kind", contact.kind), f"{where} kind {contact.kind}")
    ok = one_of(truth, "placeholder", contact.placeholder)
    account.judge("contacts", ok, f"{where} placeholder {contact.placeholder}")


def _templates(account: Account, got: Sequence[Template], truth: Sequence[Truth]) -> None:
    required = [one for one in truth if not one.get("may_omit")]
    pairs = truth if len(truth) == len(got) else required
    account.check("templates", "count", len(pairs), len(got))
    for template, one in zip(got, pairs, strict=False):
        _template(account, template, one)


def _template(account: Account, template: Template, truth: Truth) -> None:
    where = f"{truth['line']} {truth['title']}"
    titled = one_of(truth, "title", bare(template.title), bare)
    account.judge("templates", titled, f"{where} title {template.title}")
    account.judge("templates", one_of(truth, "line", template.line), f"{where} line")
    account.check("templates", f"{where} choice", truth["choice"], list(template.choice))
    account.judge("templates", one_of(truth, "style", template.style), f"{where} {template.style}")
    _placeholders(account, where, truth["placeholders"], [p.token for p in template.placeholders])
    if one_of(truth, "deadline", None) and template.deadline is None:
        return
    expected = time_of(truth.get("deadline"))
    account.check("templates", f"{where} deadline", expected, time_got(template.deadline))


def _placeholders(account: Account, where: str, truth: list[str], got: list[str]) -> None:
    """Delimited ones in order; bare ones as a set with one missing or extra."""
    mine = list(dict.fromkeys(got))
    delimited = [token for token in truth if token[0] in DELIMITERS]
    exact = delimited == [token for token in mine if token[0] in DELIMITERS]
    expected_bare = {token for token in truth if token[0] not in DELIMITERS}
    got_bare = {token for token in mine if token[0] not in DELIMITERS}
    close = len(expected_bare ^ got_bare) <= 1
    account.judge("placeholders", exact and close, f"{where}: {truth} got {mine}")


def _review(account: Account, playbook: Playbook, truth: Truth) -> None:
    review = playbook.review
    expected = {(one["line"], one["seconds"]): one for one in truth["deadlines"]}
    got = {(one.within.line, one.within.seconds): one for one in review.deadlines}
    for key in _paired(account, "review", expected, got):
        mine, one = got[key], expected[key]  # type: ignore[index]
        account.check("review", f"{key} calendar", one.get("calendar"), mine.within.calendar)
        account.check("review", f"{key} optional", one.get("optional", False), mine.optional)
    required = truth["required_for"]
    mine_required = list(review.required_for) if review.required_for else None
    account.check("review", "required for", required, mine_required)
    _review_template(account, playbook, truth["template"])


def _review_template(account: Account, playbook: Playbook, truth: Truth | None) -> None:
    mine = playbook.review.template
    if truth is None or mine is None:
        missing_is_fine = truth is None or bool(truth.get("may_omit"))
        account.judge("review", mine is None and missing_is_fine, f"template {mine}"[:80])
        return
    account.check("review", "template line", truth["line"], mine.line)
    account.check("review", "template sections", truth["sections"], list(mine.sections))
    tokens = [placeholder.token for placeholder in mine.placeholders]
    _placeholders(account, "review template", truth["placeholders"], tokens)


def _phases(account: Account, got: Sequence[Phase], truth: Sequence[Truth]) -> None:
    expected = {one["line"]: one for one in truth}
    by_line = {phase.line: phase for phase in got}
    for line in _paired(account, "phases", expected, by_line):
        phase, one = by_line[line], expected[line]  # type: ignore[index]
        titled = "Ã" in one["title"] or one_of(one, "title", phase.title)
        account.judge("phases", titled, f"{line} title {phase.title}")
        account.check("phases", f"{line} timebox", time_of(one["timebox"]), time_got(phase.timebox))
        texts = [bare(text) for text in one.get("items", [])]
        account.check("phases", f"{line} items", texts, [bare(item.text) for item in phase.items])


def _runbooks(account: Account, got: Sequence[Runbook], truth: Sequence[Truth]) -> None:
    expected = {one["line"]: one for one in truth}
    by_line = {runbook.line: runbook for runbook in got}
    for line in _paired(account, "runbooks", expected, by_line):
        runbook, one = by_line[line], expected[line]  # type: ignore[index]
        account.judge("runbooks", one_of(one, "title", runbook.title), f"{line} {runbook.title}")
        account.check("runbooks", f"{line} symptoms", one["symptoms"], len(runbook.symptoms))
        severity = one["severity"] and one["severity"]["key"]
        account.check("runbooks", f"{line} severity", severity, runbook.severity)
