"""Who had the matter before anybody else is called for it."""

from runcard.domain.playbooks.particles import is_particle, without_article
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.persons import person_in, plays_a_part
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

HOLDS = {"takes", "holds"}


def first_asked(case: str, words: Vocabulary) -> str | None:
    """`If the mate cannot mend it`: who had the matter before anybody else was called."""
    found = words.rungs.matches(case)
    leads = (one for one in words.talk.matches(case) if "if" in words.talk.phrases[one.group()])
    cases = (one for one in found if words.rungs.means(one, {"case"}))
    starts = [one for one in (*cases, *leads) if one.start() == 0]
    fails = [one for one in found if words.rungs.means(one, {"fails", "silence"})]
    if not starts or not fails:
        return None
    told = case[starts[0].end() : fails[0].start()].strip()
    until = next((span.start for span in spans_in(told, words) if span.start > 0), len(told))
    who = without_article(told[:until].strip(), words)
    name, _, last = who.rpartition(" ")
    who = name if words.rungs.exactly(last) == "helps" else who  # `when the mate is silent`
    is_whole = is_short_name(who, words) and not _breaks_off(who, words)
    return who if is_whole and not _is_a_thing(who, words) else None


def _is_a_thing(who: str, words: Vocabulary) -> bool:
    """`host`, `the database`, `shop server`: what fails, and nobody who had the matter."""
    last = who.rpartition(" ")[2]
    told = (words.rungs.phrases.get(folded(one), ()) for one in (last, who))
    return any("thing" in one for one in told) and not words.people.all(who) & {"agent", "on_watch"}


def _breaks_off(who: str, words: Vocabulary) -> bool:
    """`you are on duty and`: a sentence of its own, to which what fails belongs as well."""
    found = words.particles.matches(who)
    first = who.partition(" ")[0]
    is_led = words.particles.exactly(first) == "pronoun"
    ends = [one for one in found if one.end() == len(who) and is_particle(one, "and", words)]
    return is_led or bool(ends)


def first_holder(said: str, words: Vocabulary) -> str:
    """`The mate has 5 minutes to answer`, `the mate gets the alarm`: somebody by his part in front
    of the verb."""
    for verb in words.rungs.matches(said):
        who = person_in(said[: verb.start()], words) if words.rungs.means(verb, HOLDS) else ""
        if plays_a_part(who, words):
            return who
    return ""
