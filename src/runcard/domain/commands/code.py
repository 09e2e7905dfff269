"""Programs written on the command line: judged by the names of what they call."""

import re

from runcard.domain.commands.model import Effect, Evidence, Risk
from runcard.domain.commands.rulebook import Language, Outcome
from runcard.domain.commands.rules import applied

CALLED = re.compile(r"([A-Za-z_]\w*)\s*[(!?]|\.([A-Za-z_]\w*)(?!\w|\s*[(!?])")
STRINGS = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")


def risk_of_code(text: str, language: Language) -> Risk:
    """What it calls must be known to read, all of it; else it may change something."""
    subject = " ".join(text.split())[:60]
    text = text if language.planned is None else language.planned.sub(".explain", text)
    if found := language.destroys.search(text):
        why = f"calls {found.group().strip(' (.')}"
        return applied(Risk(), Outcome(Effect.DESTRUCTIVE, Evidence.DESTROYS, why=why), subject)
    if found := language.changes.search(text):
        why = f"calls {found.group().strip(' (.')}"
        return applied(Risk(), Outcome(Effect.MUTATING, why=why), subject)
    names = CALLED.findall(STRINGS.sub("''", text))
    called = {one or (other if language.calls_without_brackets else "") for one, other in names}
    unknown = sorted(name for name in called - {""} if name not in language.reads)
    if unknown:
        why = f"nobody said what {unknown[0]} does"
        flags = frozenset({"opaque"})
        return applied(Risk(), Outcome(Effect.MUTATING, flags=flags, why=why), subject)
    return applied(Risk(), Outcome(why="only looks"), subject)
