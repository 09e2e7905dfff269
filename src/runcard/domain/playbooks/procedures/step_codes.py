"""The marks by which a heading or label counts itself among its neighbours: `Step 2`, `4.1`."""

import re

from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, without_emoji

# `1. Look`, `4.1 Look`, `2 Look`, `3 · Look`, `b) Look`, `① Look`.
NUMBERED = re.compile(
    r"^\s*(?:\d+[.)]|\d+(?:\.\d+)+|\d{1,2}(?=\s+(?:[·•]\s+)?[^\W\d_]{3})|[a-h]\)|[①-⑳❶-❿])\s*\S"
)
# The word that counts may be of two pieces, as `giai đoạn 2` is. `第` may count anything, as in
# `第三方服务`; what it counts stands behind the number.
CODED = re.compile(
    r"^([^\W\d_]+?(?:\s[^\W\d_]+?)?)(?:\s*\d+|\s+(?:[A-H]|[IVX]{1,4})\b|\s*[一二三四五六七八九十]+)"
)
# `第二步：…`, `第3段階 …`, `제1단계`: the number stands inside; `第二章` counts chapters.
INSIDE = re.compile(
    r"^[第제]\s?[一二三四五六七八九十\d]{1,3}\s?"
    r"(?:步|歩|阶段|階段|段階|ステップ|フェーズ|단계)(?=\s*[:：、.(（–—-]|\s|$)"
)
# `1단계: …`, `2. Phase – …`, `3ª fase: …`, `1st step: …`.
NUMBER_FIRST = re.compile(
    r"^\d{1,2}(?:[.ªº°]|st|nd|rd|th|ère|er|ème|eme|e)?\s?([^\W\d_]{1,12})\s*(?=[:：.–—(（-]|$)"
)
FIGURE = re.compile(r"\d{1,3}")
OF_A_CHAPTER = re.compile(
    r"^\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+(?=\S)"
    r"|\d{1,3}[.)]\s+(?=[^\W\d_]{1,16}\s*\d{1,3}\s*[:：.–—-]))"
)
# `WI-IAM-01: `, `RB-3 `, `Runbook 2 – `, `B. `, `4a. `: what counts a title, in front of its words.
SEPARATOR = r"(?:\s*[:：.–—]\s*|\s+-\s+)"
COUNTED = re.compile(
    rf"^(?:[A-Z]{{1,8}}(?:-[A-Z]{{1,8}}){{0,3}}-\d{{1,4}}(?:{SEPARATOR}|\s+)"
    rf"|\d{{1,2}}[a-h][.)]\s+"
    rf"|(?:[^\W\d_]{{1,16}}[ -]?\d{{1,4}}|[A-Z]){SEPARATOR})(?=\S)"
)


def is_coded(title: str, words: Vocabulary) -> bool:
    """`Phase 1: …`, `Stage A`, `步骤 3`, `Étape 1 — …`."""
    return "numbered" in _said_by(title, words)


def is_chapter(title: str, words: Vocabulary) -> bool:
    """`Part B: …`, which may count what happens or what is written."""
    return "chapter" in _said_by(title, words)


@remembered
def _said_by(title: str, words: Vocabulary) -> tuple[str, ...]:
    bare = without_number(without_emoji(plain(title)))
    first = NUMBER_FIRST.match(bare)
    if first is not None:
        return words.process.phrases.get(folded(first.group(1)), ())
    if INSIDE.match(bare) is not None:
        return ("numbered",)
    found = CODED.match(bare)
    if found is None or found.group(1) == "第":
        return ()
    return words.process.phrases.get(folded(found.group(1)), ())


def number_in(title: str) -> int | None:
    """The 2 of `Step 2 – Look`."""
    found = FIGURE.search(without_number(without_emoji(plain(title))))
    return None if found is None else int(found.group())


def without_number(title: str) -> str:
    """`3.2 Phase 2: Analysis` and `5. Phase 2: Analysis` count themselves twice: as a heading, and
    by a word of their own."""
    return OF_A_CHAPTER.sub("", title)


def without_code(title: str) -> str:
    """`RB-3 Disk full` and `Scenario 2: Disk full` are `Disk full`."""
    return COUNTED.sub("", title)
