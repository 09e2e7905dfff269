"""What a table leaves open about a call can only make a reading call worse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from runcard.domain.commands.call import Call
from runcard.domain.commands.model import Effect, Evidence, Risk, Word
from runcard.domain.commands.named import alarming
from runcard.domain.commands.rulebook import Outcome, Rule, Tables, Tool, Words
from runcard.domain.commands.rules import applied

VARIABLE_VERB = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="a variable decides what it is asked to do"
)
# No verb has these signs in it: `ssh://vault/berths` is a place.
ADDRESS = "://"
PARTS = re.compile(r"[:.]")
# An act stands among the first words; what comes later are names.
HOW_DEEP = 5
LEAST_OF_A_NAME = 3


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A call with the rule that fits it best; what the rule does not name is open."""

    tool: Tool
    call: Call
    rule: Rule | None
    subject: str


def doubted(risk: Risk, left: LeftOpen, tables: Tables) -> Risk:
    """Flags and words that no rule explains, against the words by which an act is told."""
    tool, call = left.tool, left.call
    if risk.effect is Effect.DESTRUCTIVE or tool.stops:
        return risk
    if risk.effect is Effect.MUTATING:
        return _worse_than_said(risk, left, tables.words)
    alarm = alarming(call, tool, tables.words)
    if alarm and (alarm[0] is Effect.DESTRUCTIVE or not tool.reader):
        effect, name = alarm
        why = f"nobody said what {name} does, and it sounds like an act"
        return applied(risk, Outcome(effect, why=why), left.subject)
    if tool.reader:
        return risk
    if any(not word.fixed for word in call.plain[: call.verb_length]):
        return applied(risk, VARIABLE_VERB, left.subject)
    if act := max(_acts(left, tables.words), default=None):
        effect, name = act
        why = f"nobody said what {name} does here, and it sounds like an act"
        return applied(risk, Outcome(effect, why=why), left.subject)
    if unknown := _flag_before_the_verb(tool, call):
        why = f"nobody said what {unknown} does before the verb"
        flags = frozenset({"opaque"})
        return applied(risk, Outcome(Effect.MUTATING, flags=flags, why=why), left.subject)
    return risk


def _worse_than_said(risk: Risk, left: LeftOpen, words: Words) -> Risk:
    """`snapshot delete` where the rule took `snapshot` for the verb; a flag that deletes."""
    tool, call, rule = left.tool, left.call, left.rule
    anywhere = rule is not None and any(verb[:1] == ("**",) for verb in rule.verbs)
    gone = [word.text for word in call.objects[:2] if anywhere and word.text in words.destroys]
    gone += [
        flag.name
        for flag in call.flags
        if flag.name not in tool.known and not tool.reader
        if set(flag.name.strip("-").split("-")) & words.loud
        if not set(flag.name.strip("-").split("-")) & words.calm
    ]
    if not gone:
        return risk
    why = f"nobody said what {gone[0][:40]} does here, and it takes something away"
    return applied(risk, Outcome(Effect.DESTRUCTIVE, Evidence.DESTROYS, why=why), left.subject)


def _acts(left: LeftOpen, words: Words) -> Iterator[tuple[Effect, str]]:
    """Words that the rule does not name though they may be the verb, and that sound like acts."""
    verbless = left.rule is not None and not left.rule.verbs
    acting = words.changes - words.reads - (frozenset() if verbless else words.nouns)
    for word in left.call.objects[:1] if _has_verbs(left, words) else ():
        if word.text in words.never_names:
            gone = word.text in words.destroys
            yield Effect.DESTRUCTIVE if gone else Effect.MUTATING, word.text
    for word in _open_words(left):
        parts = {part.lower() for part in PARTS.split(word.text)}
        if parts & words.destroys:
            yield Effect.DESTRUCTIVE, word.text[:40]
        elif len(word.text) >= LEAST_OF_A_NAME and parts & acting:
            yield Effect.MUTATING, word.text[:40]


def _has_verbs(left: LeftOpen, words: Words) -> bool:
    """Whether a verb was found after which no free words stand: `git grep delete` only asks."""
    call, rule = left.call, left.rule
    if rule is None or not rule.verbs or rule.inner or not call.verb_length:
        return False
    return not words.asks.intersection(word.text for word in call.plain[: call.verb_length])


def _open_words(left: LeftOpen) -> Iterator[Word]:
    """All words of a rule without verbs; else those a star stands for, and of a tool whose verbs
    go by their names also those behind the verb."""
    call, rule = left.call, left.rule
    if rule is None or rule.inner:
        return
    length = call.verb_length if rule.verbs and not left.tool.by_name else HOW_DEEP
    said = [part for verb in rule.verbs for part in verb if part.strip("*")]
    for word in call.plain[:length]:
        if ADDRESS not in word.text and not any(
            fnmatchcase(word.text.lower(), part.lower()) for part in said
        ):
            yield word


def _flag_before_the_verb(tool: Tool, call: Call) -> str:
    """A flag whose value might be what was taken for the verb; without verbs, any flag."""
    if tool.by_name:
        return ""
    first = call.places[0] if call.places and call.verb_length else len(call.words)
    return next(
        (
            flag.name
            for flag in call.flags
            if flag.at < first and flag.name not in tool.known and flag.name != "-#"
            if flag.value is None or call.verb_length == 0
        ),
        "",
    )
