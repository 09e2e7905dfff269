"""One key for the many ways people write the same name."""

import re
import unicodedata
from functools import lru_cache

ASIDE = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
BREAK = re.compile(r"[\W_]+")
ARTICLES = frozenset({
    "the", "a", "an", "our", "of", "der", "die", "das", "le", "la", "les", "el", "los", "las",
    "l", "d", "de", "du", "des", "o", "os", "as", "do", "da",
})  # fmt: skip
SHORTEST_PLURAL = 4


@lru_cache(maxsize=8192)
def fold_name(text: str) -> str:
    """`The On-Call Engineers (Primary)` is `on call engineer`; never empty for a name of signs."""
    bare = ASIDE.sub(" ", text)
    words = [word for word in words_of(bare) if word not in ARTICLES]
    folded = " ".join(singular(word) for word in words)
    return folded or " ".join(words_of(text)) or text.strip().casefold()


def words_of(text: str) -> list[str]:
    """Lower case words without accents and punctuation; `oncall` is two words."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = unicodedata.normalize("NFC", plain).casefold()
    spaced = BREAK.sub(" ", plain).replace("oncall", "on call")
    return spaced.split()


def singular(word: str) -> str:
    """`engineers` is `engineer`; `ops`, `status` and `business` stay what they are."""
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural and len(word) >= SHORTEST_PLURAL else word
