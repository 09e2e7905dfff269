"""Who is called for what, among the ways to reach them: `Role | Phone | When to call`."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.chains.escalation_tables import columns_of_people
from runcard.domain.playbooks.model import ChainStep
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Item, Table
from runcard.domain.playbooks.particles import is_particle
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.calling import ESCALATING, asks_when
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis

NAME_END = re.compile(r"\s{0,4}[:：]\s{0,4}|\s{1,4}[-–—]\s{1,4}")
CALLS = {"call", "calling"}
CASES = {"case", "opening"}
FEWEST = 2


def is_table_of_cases(table: Table, words: Vocabulary) -> bool:
    """People, half of whom play a part, beside a column whose head asks when each is called and
    whose cells tell different cases."""
    who = next(iter(columns_of_people(table, words)), None)
    heads = table.head.cells
    case = next((at for at, head in enumerate(heads) if _asks_when(head, words)), None)
    if who is None or case is None or who == case:
        return False
    rows = [row.cells for row in table.rows if len(row.cells) > max(who, case)]
    cases = [cells[case] for cells in rows if cells[case]]
    is_told = len(set(cases)) == len(cases) >= FEWEST
    is_said = all(kind_of(one, words) == "none" for one in cases)
    return is_told and is_said and are_of_people([cells[who] for cells in rows], words)


def _asks_when(head: str, words: Vocabulary) -> bool:
    """`Call when`, `Escalation threshold`."""
    is_when = "when" in words.columns.phrases.get(folded(head).strip(), ())
    return asks_when(head, words) or (is_when and bool(words.about(head) & ESCALATING))


def listed_cases(entries: Sequence[Item], words: Vocabulary) -> tuple[ChainStep, ...]:
    """`Ada (4711): call for leaks`, `Owner – contact if the press calls`, `Clerk (for cash): 4712`:
    somebody and the case, in each entry."""
    steps = [step for item in entries if (step := _step(item, words))]
    is_whole = len(steps) == len(entries) >= FEWEST
    return tuple(steps) if is_whole and are_of_people([one.who for one in steps], words) else ()


def _step(item: Item, words: Vocabulary) -> ChainStep | None:
    said = plain(item.text).rstrip(" .。")
    who, *rest = NAME_END.split(said, maxsplit=1)
    who, inside = trailing_parenthesis(who)
    is_reached = bool(rest) and kind_of(rest[0], words) in REAL
    case = _behind_the_verb(rest[0], words) if rest else ""
    case = inside if is_reached and inside and _opens(inside, words) else case
    if not case or not is_short_name(who, words):
        return None
    return ChainStep(who, item.line, case, delay(case, item.line, words))


def _behind_the_verb(said: str, words: Vocabulary) -> str:
    """`for leaks`, `when the press calls` behind `call` or `contact`."""
    verbs = [
        one.end()
        for one in words.rungs.matches(said)
        if one.start() == 0 and words.rungs.means(one, CALLS)
    ]
    rest = said[max(verbs) :].strip(" ,，:：") if verbs else ""
    return rest if _opens(rest, words) else ""


def _opens(said: str, words: Vocabulary) -> bool:
    """Whether a text begins with a word for a case or for what somebody is called for."""
    leads = [one for one in words.particles.matches(said) if is_particle(one, "purpose", words)]
    cases = [one for one in words.rungs.matches(said) if words.rungs.means(one, CASES)]
    return any(one.start() == 0 for one in (*leads, *cases))
