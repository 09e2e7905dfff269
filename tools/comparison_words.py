"""The part of the comparison that is about words: messages, reviews and forms."""

from collections.abc import Sequence

from tools.tally import Tally
from tools.yardstick import LEFT_OUT, Pair, Truth, allowed, is_open, pairs, time_parts

DELIMITERS = "[<{$【"


def templates(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "title")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        pair = Pair(tally, "template", wanted, mine)
        pair.keys("title", "line", "choice", "style", "literal")
        pair.times("deadline")
        placeholders(tally, wanted, mine)
    for mine in extra:
        tally.differ("template.title", None, [mine["line"], mine["title"]])


def placeholders(tally: Tally, truth: Truth, got: Truth) -> None:
    """Delimited ones in order; bare ones as a set with one missing or extra."""
    mine = list(got.get("placeholders", []))
    if any(_agree(wanted, mine) for wanted in allowed(truth, "placeholders")):
        tally.right("placeholders", said=bool(mine))
    else:
        tally.differ("placeholders", truth.get("placeholders"), mine)


def _agree(wanted: Sequence[str] | None, mine: Sequence[str]) -> bool:
    wanted = wanted or []
    exact = [one for one in wanted if one[:1] in DELIMITERS]
    if exact != [one for one in mine if one[:1] in DELIMITERS]:
        return False
    loose = {one for one in wanted if one[:1] not in DELIMITERS}
    return len(loose ^ {one for one in mine if one[:1] not in DELIMITERS}) <= 1


def postmortem(tally: Tally, truth: Truth, got: Truth) -> None:
    deadlines(tally, truth["deadlines"], got["deadlines"])
    Pair(tally, "review", truth, got).key("required_for")
    if not is_open(truth.get("template", LEFT_OUT)):
        _template(tally, truth["template"], got["template"])
    together, missing, extra = pairs(truth["agenda"], got["agenda"], "title")
    for wanted, mine in [*together, *((one, {}) for one in missing)]:
        pair = Pair(tally, "agenda", wanted, mine)
        pair.key("title")
        pair.times("timebox")
    for mine in extra:
        tally.differ("agenda.title", None, mine["title"])


def deadlines(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "seconds")
    for wanted, mine in together:
        Pair(tally, "deadline", {"it": wanted, "line": wanted["line"]}, {"it": mine}).times("it")
        Pair(tally, "deadline", wanted, mine).key("optional", lambda value: value or None)
    for wanted in missing:
        if not wanted.get("may_omit"):
            tally.differ("deadline.it", time_parts(wanted), None)
    for mine in extra:
        tally.differ("deadline.it", None, [*(time_parts(mine) or ()), mine.get("text")])


def _template(tally: Tally, truth: Truth | None, got: Truth | None) -> None:
    if truth is None or got is None:
        if truth is None and got is None:
            tally.right("review.template", said=False)
        elif not (truth or {}).get("may_omit"):
            tally.differ("review.template", truth and truth["line"], got and got["line"])
        return
    tally.right("review.template")
    Pair(tally, "review", truth, got).keys("line", "sections")
    windows = truth.get("corrective_action_windows", [])
    mine = got.get("corrective_action_windows", [])
    wanted_times = [time_parts(one) for one in windows]
    if wanted_times == [time_parts(one) for one in mine]:
        tally.right("review.windows", said=bool(mine))
    else:
        tally.differ("review.windows", wanted_times, [time_parts(one) for one in mine])
    placeholders(tally, truth, got)


def action_form(tally: Tally, truth: Truth | None, got: Truth | None) -> None:
    if truth is None or got is None:
        if truth is None and got is None:
            tally.right("action_form", said=False)
        elif not (truth or {}).get("may_omit"):
            tally.differ("action_form", truth and truth["fields"], got and got["fields"])
        return
    Pair(tally, "action_form", truth, got).keys("line", "fields", "choice")
