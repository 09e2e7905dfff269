"""Names of a look behind the repair: `Check (after the fix)`, `Prüfung danach`."""

from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis

CHECKS = {"check", "checks"}
LOOKS = {"diagnosis", "verification", *CHECKS}
AFTER = {"after", "repaired"}


def looks_behind_repair(name: str | None, title: str, words: Vocabulary) -> bool:
    """`Check`, `確認`, and any look that is said to be the second: below the name of a repair such
    words mean that it is verified."""
    bare = title.strip(" :：")
    is_check = name in CHECKS or (name in LOOKS and _may_verify(bare, words))
    return is_check or _is_second(bare, words)


def _may_verify(title: str, words: Vocabulary) -> bool:
    return "verification" in words.headings_alone.phrases.get(folded(title), ())


def _is_second(title: str, words: Vocabulary) -> bool:
    """What is left of the name without its parenthesis, or the words, that say so is a look."""
    said, inside = trailing_parenthesis(title)
    for one in words.checks.matches(said if inside is None else inside):
        names = set(words.checks.phrases[one.group()])
        if AFTER & names:
            rest = f"{said[: one.start()]} {said[one.end() :]}" if inside is None else said
            is_whole = "test" in names and not rest.strip()
            return is_whole or _is_look(rest.strip(), words)
    return False


def _is_look(name: str, words: Vocabulary) -> bool:
    return _may_verify(name, words) or part_name(name, words) in LOOKS
