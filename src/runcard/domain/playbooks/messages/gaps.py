"""How the gaps of a message are written: between signs of their own, or as letters that stand for
something."""

import re

DELIMITED = re.compile(
    r"<<[^<>\n]{1,60}>>|\[\[[^\[\]\n]{1,60}\]\]"
    r"|\$\{[A-Za-z_][\w.]{0,40}\}|\{\{[^{}\n]{1,60}\}\}"
    r"|\{(?:[^{}\n\"':]|(?<=\w)'(?=\w)|(?<=[Hh]{2}):(?=[Mm]{2})|(?<=[Mm]{2}):(?=[Ss]{2})){1,60}\}"
    r"|\{[^{}\n\"':]{1,40}\s(?:or|oder|ou|o|of|lub|/|\|)\s[\"'][^{}\n\"':]{1,40}[\"']\}"
    # A whole sentence, whatever is quoted in it; `{cup: 4, "mm": 3}` and a piece of code are none.
    r"|\{[^\W\d_]{2,24}[.,;]?(?:[ \t]+[^\s{}$=<>()\\]{1,40}){3,40}\}"
    r"|\[(?!<[^<>\[\]]{0,80}>\])[^\[\]{}\n]{1,200}\](?!\()"
    r"|<(?![/!])[^<>\n]{1,80}>|【[^【】{}<\[\n]{1,60}】"
    r"|%%[^%\n]{1,40}%%|(?<![\d%])%[^\W\d_][\w ]{1,24}%(?![0-9A-F]{2})|_{3,}|＜[^＜＞\n]{1,60}＞"
    r"|｛[^｛｝\n]{1,60}｝|［[^［］\n]{1,200}］|〈[^〈〉\n]{1,60}〉|〔[^〔〕\n]{1,60}〕"
)
BARE = re.compile(
    r"YYYY-MM-DD|AAAA-MM-DD|YYYYMMDD|AAAAMMDD|HH:MM|HHhMM|XX:XX"
    r"|(?<![\w.])@(?!(?:channel|here|everyone|all)\b)[a-z]{3,16}(?:[.-][a-z]{2,16}){0,3}\d{0,2}\b"
    r"|(?<![\w.])@[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}"
    r"|(?<![\w$'’#])[XYN](?=[時分日小天시분일])"
    r"|\bP[XN]\b|(?<![A-Za-zÀ-ÿ\d_])(?:X{2,8}|N{2,8})(?![A-Za-zÀ-ÿ\d_])"
    r"|(?<![\w$'’#])[XYN](?=[\s%.,;)]|$)|XX(?=[時分])"
    # `$SERVICE is down`, `○○が停止`, `○月○日`.
    r"|(?<![\w$])\$[A-Za-z][A-Za-z_]{2,24}\b|[○〇●◯×]{2,8}|[○〇●◯](?=[年月日時分])"
)
# One of these is in each of them.
IN_ALL_BARE = re.compile(r"[@XYN$○〇●◯×]|HH|AAAA")
SHOUTED = re.compile(r"(?<![\w<\[{%$-])[A-ZÀ-Þ]{3,16}(?![\w>\]}%:-])")
# `Lines ... and ... are shut`, `Cause: …`: dots where a word must stand, none that end a thought.
DOTS = re.compile(
    r"(?<=[^\W\d_]\s)(?:\.{3,30}|…{1,9})(?=\s[^\W\d_])|(?<=[:：]\s)(?:\.{3,30}|…{1,9})(?=\s*$)"
)
# `«room» is cold`: a gap where it is a word for something that is asked; else a quotation.
GUILLEMETS = re.compile(r"«([^«»\s][^«»\n]{0,30})»")
STYLES = {
    "[": "square",
    "［": "square",
    "<": "angle",
    "＜": "angle",
    "{": "curly",
    "｛": "curly",
    "${": "curly",
    "〈": "angle",
    "〔": "square",
    "【": "black",
    "«": "angle",
}
