"""Commands that a sentence quotes to forbid them: `Do not run `kubectl delete``."""

import re

from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.words import folded, plain

CODE = re.compile(r"(?<!`)`([^`\n]{2,400})`(?!`)")
# Where a clause ends; a comma between two pieces of code goes on with a list.
CLAUSE_ENDS = re.compile(r"[.;:!?。；：！？](?=\s|$)|(?<!`)[,，、]|[,，、](?!\s*(?:\w{1,4}\s+)?`)")
LABEL = re.compile(r"([^`:：]{1,60})[:：]")
FORBIDS = {"forbids", "forbids_beside", "forbids_after", "forbids_below"}
NEAR = 3  # words between a prohibition and what it forbids
LONGEST = 4000  # characters of a line that are looked at


def codes_to_run(text: str, orders: Lexicon) -> list[str]:
    """The pieces of code in a line of running text, less those that it says never to run. One that
    is forbidden `unless` or `before` something is to be run when that is so, and stays."""
    found = list(CODE.finditer(text[:LONGEST]))
    if not found or not orders.all(text) & FORBIDS:
        return [code.group(1) for code in found]
    if _is_labelled(text, orders):
        return []
    return [code.group(1) for code in found if not _is_forbidden(code, text, orders)]


def _is_labelled(text: str, orders: Lexicon) -> bool:
    """`**What we never do:** `tide flush``: the label forbids all that stands behind it."""
    label = LABEL.match(text.lstrip("-*+> "))
    name = folded(plain(label.group(1))).strip(" *_") if label else ""
    return "forbids_below" in orders.phrases.get(name, ())


def _is_forbidden(code: re.Match[str], text: str, orders: Lexicon) -> bool:
    ends = [0, *(end.end() for end in CLAUSE_ENDS.finditer(text)), len(text)]
    before = text[max(end for end in ends if end <= code.start()) : code.start()]
    behind = text[code.end() : min(end for end in ends if end >= code.end())]
    if orders.all(behind) & {"in_case"}:
        return False
    return _stands_last(before, orders) or _stands_first(behind, orders)


def _stands_last(before: str, orders: Lexicon) -> bool:
    """`Never run`, also with other code between, `never run `a` or`; or a bare `no` beside it."""
    bare = CODE.sub(" ", before)
    found = list(orders.matches(bare))
    told = [one for one in found if "forbids" in orders.phrases[one.group()]]
    beside = [one for one in found if "forbids_beside" in orders.phrases[one.group()]]
    if beside and not bare[beside[-1].end() :].strip():
        return True
    return bool(told) and len(bare[told[-1].end() :].split()) <= NEAR


def _stands_first(behind: str, orders: Lexicon) -> bool:
    """`… nicht ausführen`: the verb stands behind what is not to be run."""
    told = [one for one in orders.matches(behind) if "forbids_after" in orders.phrases[one.group()]]
    return bool(told) and len(behind[: told[0].start()].split()) <= NEAR
