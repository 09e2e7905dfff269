"""A heading that names one part and its duties: `Scribe responsibilities`."""

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.blocks import Outline, Section, items
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST, MOST_WORDS = 2, 4
ELSEWHERE = {"runbooks", "templates", "review", "drills"}
SMALL = {"article", "from_whom", "to_whom", "counts_from"}


def role_of_title(page: Outline, section: Section, words: Vocabulary) -> list[Role]:
    """The part that such a heading names, with the list below it as its duties; a list of boxes is
    work to be done."""
    if section.level < FEWEST or topics(page, section, words) & ELSEWHERE:
        return []
    name = _part_in(untitled(section.title), words)
    entries = items(section)
    if not name or not entries or any(item.box for item in entries):
        return []
    duties = tuple(Text(plain(item.text), item.line) for item in entries)
    last = entries[-1].lines[-1].line
    return [Role(name, section.line, duties, (), last)]


def _part_in(title: str, words: Vocabulary) -> str:
    """`Scribe responsibilities`, `Duties of the scribe`: the words beside those for duties, where
    they are of somebody who acts."""
    for one in words.columns.matches(title):
        if "duty" not in words.columns.phrases[one.group()]:
            continue
        before, behind = title[: one.start()].strip(), title[one.end() :].strip()
        is_rank = not before and words.people.exactly(one.group()) == "rank"  # `Duty engineer`
        if is_rank or (before and behind):
            continue
        name = before.removesuffix("'s").removesuffix("’s") or _without_small_words(behind, words)
        if 0 < len(name.split()) <= MOST_WORDS and words.people.speaks_of(name, "agent"):
            return name
    return ""


def _without_small_words(text: str, words: Vocabulary) -> str:
    said = text.split()
    while said and SMALL & set(words.particles.phrases.get(said[0].lower(), ())):
        said = said[1:]
    return " ".join(said)
