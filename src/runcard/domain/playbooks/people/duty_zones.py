"""Clocks in the words of duty hours, and the time zone a section names."""

import re

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.vocabulary import Vocabulary

FIGURE = re.compile(r"\d")
CLOCK = re.compile(
    r"\d{1,2}\s?[:：.h]\s?\d{2}\b|\b\d{1,2}\s*(?:am|pm)\b|24\s?/\s?7|24\s?x\s?7"
    r"|\b\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:uhr|h)\b|\b\d{1,2}\s?uhr|\d{1,2}\s?[時时点](?![間间])",
    re.IGNORECASE,
)
# `from 18 h`, `18 h – 8 h`, `8h às 18h`: a full hour behind a word that leads to one, or two.
FULL_HOURS = re.compile(
    r"(?<!\w)(?:à|a|às|as|alle|dalle|at|ab|um|om|o|od|de|du|des|dès|das|from|until|bis|till)\s"
    r"\d{1,2}\s?h\b|\b\d{1,2}\s?h\b[^\d.]{1,12}\b\d{1,2}\s?h\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w+/-]+"
    r"|UTC(?:[+-]\d{1,2}(?::\d{2})?)?|GMT(?:[+-]\d{1,2})?|CES?T(?:/CES?T)?|MES?Z(?:/MES?Z)?"
    r"|[BW]ST|WES?T|EES?T"
    r"|[ECMP][SD]T|[ECMP]T|JST|KST|SGT|HKT|IST|AES?T|AEDT|NZST|BRT|ART|CLT|PHT|WIB)\b"
)
WORDED_ZONE = re.compile(
    r"((?:[Hh]eure|[Hh]ora|[Hh]orário|[Hh]orario|[Oo]ra|[Oo]re|[Cc]zas|Zeit)\s+"
    r"(?:de\s+l['’]\w+|(?:de|d[aeiou]|del)\s+[A-ZÀ-Þ][\w-]+"
    r"|[A-Z]{3,5}(?!\w)"
    r"|locale?\b(?:\s+d[eio]\s+[A-ZÀ-Þ][\w-]+)?"
    r"|peninsular|italiana|insular|polski\w*|urzędow\w*)"
    # `Horários de Lisboa.`; above a column or in front of a colon they are somebody's hours.
    r"|(?:[Hh]eures|[Hh]oras|[Hh]orários|[Hh]orarios)\s+d[aeou]l?\s+[A-ZÀ-Þ][\w-]+"
    r"(?=\s*(?:[().,;]|$))"
    r"|(?!(?:Response|Reaction|Resolution|Start|End|Lead|First|Any|All|Full|Same|Down|Every|This"
    r"|That|Your|Our|Übrige|Andere|Restliche|Gleiche|Ander|Overige)\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:e|er)?\s+(?:tijd|Zeit|[Tt]ime)\b"
    # `Ortszeit Graz` ends there; `Ortszeit Montag bis Freitag` goes on with a day.
    r"|(?:[A-ZÀ-Þ][a-zà-ÿ]+er\s+)?Ortszeit(?:\s+in\s+[A-ZÀ-Þ][\w-]+"
    r"|\s+[A-ZÀ-Þ][\w-]+(?=\s*(?:[()\],.;|]|$)))?"
    r"|[A-ZÀ-Þ][A-Za-zà-ÿ]+(?:\s+[A-Z][a-z]+)?\s+(?:local|standard|summer)\s+time\b"
    r"|[Ll]ocal time(?:\s+in\s+[A-Z][\w-]+)?\b"
    r"|(?:UK|US|EU)\s+time\b"
    r"|北京时间|中国标准时间|日本時間|日本標準時|한국\s?시간|한국 표준시|東京時間"
    r"|台[北灣]時間|香港時間|当地时间)"
)
# A stretch of the day at the head of a column: `00–08`, `8 - 16 h`, `16:00–24:00`.
STRETCH = re.compile(
    r"\d{1,2}(?:[:.h]\d{2})?\s?(?:h|uhr|am|pm)?\s?[-–—~〜]\s?\d{1,2}(?:[:.h]\d{2})?"
    r"\s?(?:h|uhr|am|pm|[A-Z]{2,4})?",
    re.IGNORECASE,
)
MOST_LINES = 60


def has_clock(text: str) -> bool:
    """Whether a time of the day stands in a text, or `24/7`; `takes 3 h` is none."""
    if FIGURE.search(text) is None:
        return False
    return CLOCK.search(text) is not None or FULL_HOURS.search(text) is not None


def zone_in(page: Outline, section: Section, words: Vocabulary) -> str | None:
    """The first zone that is named in the section, also in the words of a country for a part of
    it, `central time`; what is all of a heading names the section."""
    last = min(section.end, section.line + MOST_LINES)
    for text in page.lines[section.line - 1 : last]:
        for pattern in (ZONE, WORDED_ZONE):
            found = pattern.search(text)
            if found is not None and found.group(1) != text.lstrip("# ").rstrip():
                return found.group(1)
        for one in words.duty.matches(text):
            if "zone" in words.duty.phrases[one.group()]:
                return text[one.start() : one.end()]
    return None
