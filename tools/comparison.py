"""Compares what a program understood of a document with its truth, by the rules of the schema."""

from collections.abc import Callable, Sequence
from typing import Any

from tools.comparison_runbooks import blocks, phases, runbooks
from tools.comparison_words import action_form, postmortem, templates
from tools.tally import Tally
from tools.yardstick import TIME_KEYS, Pair, Truth, bare, is_open, is_time, pairs, time_parts

DOCUMENT = ("title", "title_line", "language", "checklist_total", "checklist_in_fences")
LEVEL_TIMES = ("response", "acknowledge", "resolution", "cadence", "cadence_external")


def compare(truth: Truth, got: Truth, lines: Sequence[str], tally: Tally) -> None:
    """Add one document to the account; `lines` are the document's own. What a truth says nothing
    of, or leaves open, is not compared."""
    told = [key for key in DOCUMENT if key in truth]
    Pair(tally, "document", truth, got).keys(*told)
    for key, add in PARTS.items():
        if key in truth and not is_open(truth[key]):
            add(tally, truth[key], got[key])
    for key, add_lines in WITH_LINES.items():
        if key in truth and not is_open(truth[key]):
            add_lines(tally, truth[key], got[key], lines)


def meta(tally: Tally, truth: Truth, got: Truth) -> None:
    for key in {**truth, **got}:
        wanted, mine = truth.get(key), got.get(key)
        if is_open(wanted):
            continue
        if wanted is None or mine is None:
            if not (wanted or {}).get("may_omit"):
                tally.differ("meta", wanted and [key, wanted], mine and [key, mine])
            continue
        allowed = [wanted["text"], *wanted.get("also", {}).get("text", [])]
        places = [wanted["line"], *wanted.get("also", {}).get("line", [])]
        same_mark = wanted.get("placeholder", False) == mine.get("placeholder", False)
        is_right = bare(mine["text"]) in map(bare, allowed) and mine["line"] in places
        if is_right and same_mark:
            tally.right("meta")
        else:
            tally.differ("meta", [key, wanted], [key, mine])


def severity(tally: Tally, truth: Truth, got: Truth) -> None:
    pair = Pair(tally, "severity", truth, got)
    pair.key("form", lambda form: None if form == "none" else form)
    pair.key("line")
    together, missing, extra = pairs(truth["levels"], got["levels"], "key")
    for level, mine in [*together, *((one, None) for one in missing if not one.get("may_omit"))]:
        _level(tally, level, mine)
    for mine in extra:
        tally.differ("level.key", None, f"{mine['line']} {mine['key']}")


def _level(tally: Tally, truth: Truth, got: Truth | None) -> None:
    pair = Pair(tally, "level", truth, got)
    pair.keys("key", "name", "line", "definition", "escalation", "communication", "action")
    pair.key("examples", lambda one: one and (one["count"], one["lines"], bare(one["texts"])))
    pair.times(*LEVEL_TIMES)
    pair.key("postmortem", lambda one: one and (*(time_parts(one) or ()), one.get("optional")))


def cadences(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    timed(tally, "cadence", truth, got)


def timed(tally: Tally, name: str, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    """Two sets of times."""
    together, missing, extra = pairs(truth, got, "seconds")
    for wanted, mine in together:
        if is_time(wanted, mine):
            tally.right(name)
        else:
            tally.differ(name, time_parts(wanted), time_parts(mine))
    for wanted in missing:
        if not wanted.get("may_omit"):
            tally.differ(name, time_parts(wanted), None)
    for mine in extra:
        tally.differ(name, None, [*(time_parts(mine) or ()), mine.get("text")])


def chains(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "title")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        Pair(tally, "chain", wanted, mine).keys("line", "ordered")
        _steps(tally, wanted, mine)
    for mine in extra:
        names = [step["who"] for step in mine["steps"]]
        tally.differ("chain.line", None, [mine["line"], names])


def _steps(tally: Tally, truth: Truth, got: Truth) -> None:
    wanted, mine = truth["steps"], list(got.get("steps", []))
    together, missing, extra = pairs(wanted, mine, "who")
    order = [mine.index(step) for _, step in together]
    if order == sorted(order):
        tally.right("chain.order", said=bool(order))
    else:
        tally.differ("chain.order", sorted(order), order)
    for step, other in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        pair = Pair(tally, "chain_step", step, other)
        pair.keys("who", "condition", "line")
        pair.times("after")
    for other in extra:
        tally.differ("chain_step.who", None, [other["line"], other["who"]])


def triggers(tally: Tally, wanted: Truth | None, mine: Truth | None) -> None:
    if wanted is None or mine is None:
        if wanted is None and mine is None:
            tally.right("triggers", said=False)
        elif not (wanted or {}).get("may_omit"):
            tally.differ("triggers", wanted, mine)
        return
    pair = Pair(tally, "triggers", wanted, mine)
    pair.keys("line", "count", "texts")
    pair.times("after")


def roles(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "name")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        Pair(tally, "role", wanted, mine).keys("name", "line", "duties", "attrs")
    for mine in extra:
        tally.differ("role.name", None, [mine["line"], mine["name"]])


def contacts(
    tally: Tally, truth: Sequence[Truth], got: Sequence[Truth], lines: Sequence[str]
) -> None:
    together, missing, extra = pairs(truth, got, "label")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        pair = Pair(tally, "contact", wanted, mine)
        if not wanted.get("may_omit"):
            pair.key("label")
        pair.keys("value", "kind", "placeholder", "line")
    for mine in extra:
        if not is_on_its_line(mine, "value", lines):
            tally.differ("contact.value", None, [mine["line"], mine["label"], mine["value"]])


def is_on_its_line(one: Truth, key: str, lines: Sequence[str]) -> bool:
    """An extra contact or link is wrong only where its words are not there."""
    line = one["line"]
    return 1 <= line <= len(lines) and bare(one[key]) in bare(lines[line - 1])


def oncall(tally: Tally, truth: Truth | None, got: Truth | None) -> None:
    if truth is None or got is None:
        if truth is None and got is None:
            tally.right("oncall", said=False)
        elif not (truth or {}).get("may_omit"):
            tally.differ("oncall", truth and truth["line"], got)
        return
    pair = Pair(tally, "oncall", truth, got)
    pair.keys("line", "lines", "timezone")
    pair.counts("entries")


def drills(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    timed(tally, "drill", [_period(one) for one in truth], [_period(one) for one in got])


def _period(drill: Truth) -> Truth:
    """How often, with what else is right: said of the period, or of the drill with its period; one
    that is only named has none."""
    period = drill["cadence"] or {"text": None, "line": drill["line"], "seconds": None}
    others = [one or {} for one in drill.get("also", {}).get("cadence", [])]
    also = {key: [other.get(key) for other in others] for key in TIME_KEYS} if others else {}
    said = period.get("also", {})
    return {
        **period,
        "also": {key: [*also.get(key, ()), *said.get(key, ())] for key in {*also, *said}},
        "may_omit": drill.get("may_omit", False),
    }


def links(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth], lines: Sequence[str]) -> None:
    together, missing, extra = pairs(truth, got, "target")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        Pair(tally, "link", wanted, mine).keys("target", "line", "kind")
    for mine in extra:
        if not is_on_its_line(mine, "target", lines):
            tally.differ("link.target", None, [mine["line"], mine["target"]])


PARTS: dict[str, Callable[[Tally, Any, Any], None]] = {
    "meta": meta,
    "severity": severity,
    "cadences": cadences,
    "escalation_chains": chains,
    "escalation_triggers": triggers,
    "roles": roles,
    "oncall": oncall,
    "phases": phases,
    "runbooks": runbooks,
    "blocks": blocks,
    "templates": templates,
    "postmortem": postmortem,
    "action_item_template": action_form,
    "drills": drills,
}
WITH_LINES: dict[str, Callable[[Tally, Any, Any, Sequence[str]], None]] = {
    "contacts": contacts,
    "links": links,
}
