"""Where a document says who does what, whatever its heading is called.

`Who has which part`, `The cast` and `Wer welchen Hut trägt` ask for it; below any heading, headings
or bold names that are those of parts people play (`Shift lead`, `Scribe`) tell it by themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.addresses import is_blank
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.labelled_parts import parted
from runcard.domain.playbooks.people.persons import (
    are_of_people,
    plays_a_part,
    starts_with_call,
)
from runcard.domain.playbooks.people.role_tables import are_filled, tells_parts
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled, without_emoji

FEWEST = 2
NEVER = {"runbooks", "review", "templates", "drills", "contacts"}
MOST_WORDS = 5
OTHER = {
    "severity", "response_times", "escalation", "triggers", "templates", "communication", "review",
    "drills", "runbooks", "process", "oncall", "metrics", "war_room", "symptoms", "verification",
    "reference",
}  # fmt: skip


def is_about_roles(page: Outline, section: Section, words: Vocabulary) -> bool:
    """By the words of the heading, but not of `Playbook: service role key lost`; by its question
    and what stands below it; by that alone."""
    title = untitled(section.title)
    own = words.about(title)
    if "roles" in own and "runbooks" not in own:
        return True
    above = frozenset().union(*(words.about(untitled(one)) for one in page.titles(section)))
    if section.level < FEWEST or above & OTHER or speaks_of_calling(title, words):
        return False
    if not _holds_parts(page, section, words):
        return False
    names = _names(page, section)
    is_of_parts = words.people.speaks_of(title, "loose_cast")
    is_cast = is_of_parts and any(plays_a_part(name, words) for name in names)
    is_cast |= asks_who(title, words) or are_agents(names, words)
    return is_cast or _are_held(section, words)


def _are_held(section: Section, words: Vocabulary) -> bool:
    """`- **Hand**: the mate` above a list of duties each: who plays a part, and what it is for."""
    entries = [entry for entries in items_with_bodies(section) for entry in entries]
    labels = [label_of(item.text) for item, body in entries if _tells_duties(body)]
    holders = [one.value for one in labels if one is not None and one.bold and one.value]
    are_all = len(holders) == len(entries) >= FEWEST
    are_calls = any(starts_with_call(one, words) for one in holders)
    return are_all and not are_calls and are_of_people(holders, words)


def _tells_duties(body: Sequence[Block]) -> bool:
    """A list of what is done: no boxes, no numbers, nothing behind a name."""
    duties = [block for block in body if isinstance(block, Item)]
    are_plain = all(not (one.box or one.numbered or label_of(one.text)) for one in duties)
    return len(duties) == len(body) > 0 and are_plain


def labelled_casts(page: Outline, section: Section, words: Vocabulary) -> tuple[Section, ...]:
    """`- **Assign roles**:` or `**Roles:**` above names with what each does, in a step, say; half
    of the names are of somebody who acts, and nobody's number or blank stands behind them."""
    if topics(page, section, words) & NEVER:
        return ()
    _, parts = parted(section, "roles", words)
    return tuple(part for part in parts if _is_cast(part, words))


def _is_cast(part: Section, words: Vocabulary) -> bool:
    entries, names = items(part), list(_listed(part))
    is_other = is_call_list(entries, words) or any(one.box or _is_form(one) for one in entries)
    return all(names) and are_agents(names, words) and not is_other


def asks_who(title: str, words: Vocabulary) -> bool:
    """Whether a heading begins with `who`, or speaks of a cast."""
    found = [
        (one.start(), words.people.phrases[one.group()])
        for one in words.people.matches(without_emoji(title))
    ]
    return any("cast" in names or ("asks" in names and at == 0) for at, names in found)


def _holds_parts(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Names beside or above what each does; no addresses, no work, nothing that is numbered."""
    under = page.under(section)
    blocks = [block for part in under for block in part.blocks]
    is_asked = asks_who(untitled(section.title), words)
    if any(_is_work(block, is_asked=is_asked) for block in blocks):
        return False
    if not _are_led(section) and is_call_list(items(section), words):
        return False
    if any(_is_form(item) for item in items(section)):
        return False
    if any(_tells_parts(table, words) for table in tables(section)):
        return True
    names = _names(page, section)
    return len(names) >= FEWEST and all(map(_is_name, names))


def _tells_parts(table: Table, words: Vocabulary) -> bool:
    return tells_parts(table, words) or are_filled(table, words)


def _is_form(item: Item) -> bool:
    """`Lead: ______` is to be filled in with whoever plays the part."""
    label = label_of(item.text)
    return label is not None and is_blank(label.value)


def _is_work(block: Block, *, is_asked: bool) -> bool:
    """Names may be numbered where it is asked who does what; steps are, too."""
    if isinstance(block, Item):
        return block.box or (block.numbered and not is_asked)
    return isinstance(block, Fence)


def _is_name(name: str) -> bool:
    is_short = 0 < len(name.split()) <= MOST_WORDS
    return is_short and not any(sign.isdigit() for sign in name)


def _names(page: Outline, section: Section) -> Sequence[str]:
    """The headings below, else the names that entries or paragraphs begin with."""
    children = page.children(section)
    if children:
        return [untitled(child.title) for child in children]
    if _are_led(section):
        return list(_leading(section))
    return _without_a_rule(list(_listed(section))) or list(_leading(section))


def _without_a_rule(names: Sequence[str]) -> Sequence[str]:
    """A sentence without a name, last of several, is about all of them."""
    is_rule = len(names) > FEWEST and not names[-1] and all(names[:-1])
    return names[:-1] if is_rule else names


def _are_led(section: Section) -> bool:
    """Bold lines above lists of duties: what the entries begin with is no name."""
    is_led = len(list(_leading(section))) >= FEWEST
    return is_led and not all(_listed(section))


def _listed(section: Section) -> Iterator[str]:
    for entries in items_with_bodies(section):
        for item, body in entries:
            label = label_of(item.text)
            is_told = label is not None and bool(label.value or body)
            yield label.name if label is not None and is_told else ""


def _leading(section: Section) -> Iterator[str]:
    for block in section.blocks:
        for line in block.lines if isinstance(block, Paragraph) else ():
            label = label_of(line.text)
            if label is not None and label.bold:
                yield label.name.rstrip(".。")


def is_a_group(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Wider team` above `**Liaison**: tells them`: each entry is somebody, the heading none; so is
    each bold name above duties."""
    names = list(_leading(section) if _are_led(section) else _listed(section))
    if len(names) >= FEWEST and all(level_head(one, words) for one in names):
        return True  # `Who is up` above `**Level 1**: all hands`
    name = trailing_parenthesis(untitled(section.title))[0]
    is_somebody = words.people.speaks_of(name.rpartition(" ")[2], "agent")
    is_cast = all(names) and are_agents(names, words)
    return is_cast and not is_somebody and is_about_roles(page, section, words)


def are_agents(names: Sequence[str], words: Vocabulary) -> bool:
    """Whether half of the names are of somebody who acts."""
    known = [name for name in names if words.people.speaks_of(name, "agent")]
    return len(known) >= FEWEST and 2 * len(known) >= len(names)


def with_lines_apart(section: Section) -> Iterator[Block]:
    """A paragraph of lines that each are a bold name and what it does is as many paragraphs."""
    for block in section.blocks:
        lines = block.lines if isinstance(block, Paragraph) else ()
        labels = [label_of(line.text) for line in lines]
        is_run = len(labels) > 1 and all(one and one.bold and one.value for one in labels)
        if isinstance(block, Paragraph) and is_run:
            yield from (replace(block, line=line.line, lines=(line,)) for line in block.lines)
        else:
            yield block
