"""Who keeps a document, told in a sentence: `The harbour office keeps this page.`"""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary

CLAUSE = re.compile(r"\s*[,;，；、]\s*|\s(?:and|und|et|y|e|en|i)\s")
MOST_WORDS = 8
LONGEST = 60
ENDS = " .。,，"
OWNING = {"keeps_page", "owns_it"}


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


def keeper_told(sentence: str, words: Vocabulary) -> Iterator[str]:
    """In a clause beside what else is told of the document: `The harbour office owns it and …`,
    `本文由港口小组维护`, `is kept by the harbour office`."""
    for clause in CLAUSE.split(sentence.strip(ENDS)):
        found = words.talk.matches(clause)
        leads = [one for one in found if "is_kept_by" in words.talk.phrases[one.group()]]
        tails = [one for one in found if OWNING & set(words.talk.phrases[one.group()])]
        is_told = bool(tails) and tails[-1].end() == len(clause)
        if leads or is_told:
            start = leads[0].end() if leads else 0
            who = clause[start : tails[-1].start() if is_told else len(clause)].strip()
            if who and _is_name(who):
                yield without_article(who, words)


def _is_name(text: str) -> bool:
    """A few words of one clause and no time."""
    is_short = len(text) <= LONGEST and len(text.split()) <= MOST_WORDS
    return is_short and not any(sign.isdigit() or sign in ",;:，；：" for sign in text)
