"""Titles that stand beside runbooks and are none: an appendix, commands or tools for any trouble,
rules and steps that all have in common, how an incident is closed."""

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.page.blocks import Fence, Paragraph, Section
from runcard.domain.playbooks.procedures.fence_kinds import SHELLS
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled, without_emoji

ASKS = ("?", "？")


def is_beside_runbooks(section: Section, words: Vocabulary) -> bool:
    """`Appendix B`, `Glossary`, `Rules for every incident`, `Quick commands`; not `Toolbox crash`.
    A decision tree is one, too, whatever it decides, if nothing but a drawing stands there."""
    title = trailing_parenthesis(without_emoji(untitled(section.title)))[0].strip(" :：")
    is_told = _only_verifies(section, title, words) or _asks_who(section, title, words)
    is_told = is_told or words.works.exactly(title) == "beside_alone"
    return is_told or any(
        _is_beside(one, title, words)
        or ("tree" in words.works.phrases[one.group()] and _is_only_drawn(section))
        for one in words.works.matches(title)
    )


def _only_verifies(section: Section, title: str, words: Vocabulary) -> bool:
    """`Health verification after recovery`, last in a list of runbooks, without a block to run."""
    return not _runs(section) and part_name(title, words) == "verification"


def _asks_who(section: Section, title: str, words: Vocabulary) -> bool:
    """`Who is there at night?`; not above commands: `Who holds the lock?`."""
    is_asked = title.rstrip().endswith(ASKS) and not _runs(section)
    return is_asked and any(
        one.start() == 0 and "asks" in words.people.phrases[one.group()]
        for one in words.people.matches(title.lstrip("¿ "))
    )


def _runs(section: Section) -> bool:
    return any(isinstance(block, Fence) for block in section.blocks)


def _is_beside(one: Mention, title: str, words: Vocabulary) -> bool:
    """The first or the last words, and no trouble in the others."""
    is_outer = one.start() == 0 or one.end() == len(title)
    rest = title[: one.start()] + title[one.end() :]
    is_known = "beside" in words.works.phrases[one.group()]
    return is_known and is_outer and not _tells_of_more(rest, words)


def _is_only_drawn(section: Section) -> bool:
    marked = [block for block in section.blocks if not isinstance(block, Paragraph)]
    return all(isinstance(block, Fence) and (block.lang or "") not in SHELLS for block in marked)


def _tells_of_more(rest: str, words: Vocabulary) -> bool:
    """A fault, or something that is restored, in the rest of a title."""
    return words.signs.speaks_of(rest, "faults") or words.process.speaks_of(rest, "restore")
