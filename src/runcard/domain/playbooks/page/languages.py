"""In which language a document is written: by its script, else by its small words."""

from collections import Counter
from collections.abc import Sequence

from runcard.domain.playbooks.vocabulary import Vocabulary

SCRIPTS = (
    ("ja", ((0x3040, 0x30FF),)),
    ("ko", ((0xAC00, 0xD7AF), (0x1100, 0x11FF))),
    ("zh", ((0x4E00, 0x9FFF),)),
    ("ru", ((0x0400, 0x04FF),)),
    ("el", ((0x0370, 0x03FF),)),
    ("ar", ((0x0600, 0x06FF),)),
    ("he", ((0x0590, 0x05FF),)),
    ("hi", ((0x0900, 0x097F),)),
    ("th", ((0x0E00, 0x0E7F),)),
)
FIRST_OF_SCRIPTS = min(first for _, ranges in SCRIPTS for first, _ in ranges)
LONGEST_LINE = 400
MOST_LINES = 2000
ENGLISH = "en"
WEIGHT = 60


def language_of(lines: Sequence[str], words: Vocabulary) -> str:
    """Two letters; English where nothing tells."""
    prose = _prose(lines)
    return _by_script(prose) or _by_words(prose, words)


def _prose(lines: Sequence[str]) -> list[str]:
    """Lines outside fences; commands speak no language."""
    kept: list[str] = []
    fenced = False
    for line in lines[:MOST_LINES]:
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and line.strip():
            kept.append(line[:LONGEST_LINE])
    return kept or [line[:LONGEST_LINE] for line in lines[:MOST_LINES]]


def _by_script(prose: Sequence[str]) -> str | None:
    """A tenth of all letters decides: names and commands stay Latin everywhere."""
    signs = Counter("".join(prose))
    letters = {ord(sign): count for sign, count in signs.items() if sign.isalpha()}
    if max(letters, default=0) < FIRST_OF_SCRIPTS:
        return None
    total = sum(letters.values())
    for language, ranges in SCRIPTS:
        share = sum(
            count for code, count in letters.items()
            if any(low <= code <= high for low, high in ranges)
        )  # fmt: skip
        if share and share * (25 if language == "ja" else 10) >= total:
            return language
    return None


def _by_words(prose: Sequence[str], words: Vocabulary) -> str:
    counted: Counter[str] = Counter()
    for line in prose:
        for found in words.languages.matches(line):
            known = words.languages.phrases[found.group()]
            # A word that only one language has says more than one that five have.
            for language in known:
                counted[language] += WEIGHT // len(known)
    if not counted:
        return ENGLISH
    best = max(counted.values())
    return ENGLISH if counted[ENGLISH] == best else counted.most_common(1)[0][0]
