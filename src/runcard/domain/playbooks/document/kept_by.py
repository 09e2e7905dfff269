"""Who keeps a document, told in a sentence: `The harbour office keeps this page.`"""

from collections.abc import Iterator

from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary

MOST_WORDS = 8
LONGEST = 60
ENDS = " .。,，"


def keepers_in(text: str, words: Vocabulary) -> Iterator[str]:
    """The one name in front of the verb that ends a sentence, or behind the one that begins it:
    `Mantiene esta página el equipo Muelle.`"""
    for sentence in sentences(text):
        said = sentence.strip(ENDS)
        for found in words.talk.matches(said):
            if "keeps_page" not in words.talk.phrases[found.group()]:
                continue
            before, behind = said[: found.start()].strip(), said[found.end() :].strip()
            if bool(before) != bool(behind) and _is_name(before or behind):
                yield without_article(before or behind, words)


def _is_name(text: str) -> bool:
    """A few words of one clause and no time."""
    is_short = len(text) <= LONGEST and len(text.split()) <= MOST_WORDS
    return is_short and not any(sign.isdigit() or sign in ",;:，；：" for sign in text)
