"""Small words beside a name or in front of a matter, which are no part of it."""

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded


def is_particle(found: Mention, concept: str, words: Vocabulary) -> bool:
    """Whether a small word beside a name is one of a kind."""
    return concept in words.particles.phrases[found.group()]


def without_article(who: str, words: Vocabulary) -> str:
    """`the mate` is the mate; in `o que mudar` the two first words are one."""
    rest = without_lead(who, "article", words)
    return who if without_lead(rest, "relative", words) != rest else rest


def bare_name(name: str, words: Vocabulary) -> str:
    """`automatically the mate`, `zusätzlich der Maat`."""
    return without_article(without_lead(name, "adverb", words), words)


def without_lead(said: str, concept: str, words: Vocabulary) -> str:
    """Without a small word of a kind in front of it."""
    for one in words.particles.matches(said):
        if one.start() == 0 and is_particle(one, concept, words) and one.end() < len(said):
            return said[one.end() :].strip()
    return said


def without_end(said: str, concept: str, words: Vocabulary) -> str:
    """Without small words of a kind behind it: `the mate as well` is the mate."""
    found = [one for one in words.particles.matches(said) if one.end() == len(said)]
    starts = [one.start() for one in found if is_particle(one, concept, words)]
    return said[: min(starts, default=len(said))].strip() or said


def without_tail(who: str, words: Vocabulary) -> str:
    """Without an `and` that leads to nobody, and the end of a verb that stands in two pieces."""
    name, _, last = who.rpartition(" ")
    ends = {"and", "verb_end"} & set(words.particles.phrases.get(folded(last), ()))
    return name.strip() if name and ends else who
