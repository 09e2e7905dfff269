"""What stands inside a call: another command as words, or a text in some language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runcard.domain.commands.call import Call
from runcard.domain.commands.model import Feed, Word
from runcard.domain.commands.rulebook import Inner

ENDS = {";", "+", "\\;"}
# Forms whose inside is already split; the names stand before it, as the program it belongs to.
AS_WORDS: Mapping[str, tuple[str, ...]] = {
    "argv": (),
    "redis-words": ("redis:",),
    "python-script": (),
    "script": (),
}
ONE_WORD = {"shell-first": "shell", "code-first:awk": "code:awk", "code-first:ruby": "code:ruby"}
# What the shell on the other side would read as more than a word.
SPEAKS = re.compile(r"[;|&`$<>\n(){}#'\"]")
MODULE_ARGUMENTS = re.compile(r"\s*[\w-]+=")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Words:
    """A command that is already split into words."""

    words: tuple[Word, ...]
    feed: Feed | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language: shell, sql, a table of commands."""

    form: str
    text: str
    fixed: bool = True


Piece = Words | Text


def pieces(inner: Inner, call: Call, feed: Feed | None) -> Iterator[Piece]:
    """Everything the description finds in the call; nothing if it is not there."""
    if inner.lacks & call.names or (inner.has and not inner.has & call.names):
        return
    if inner.ends:
        yield from _until_the_end(inner, call)
        return
    if inner.flags:
        yield from _flag_values(inner, call)
        return
    if inner.stdin:
        if feed is not None and feed.text is not None:
            yield _as_text(inner.form, feed.text)
        return
    words = _rest(inner, call)
    if words and not (inner.form == "sql-last" and _is_only_a_name(words)):
        piece = _as_piece(inner, words)
        yield replace(piece, feed=feed) if isinstance(piece, Words) else piece


def _rest(inner: Inner, call: Call) -> Sequence[Word]:
    """The words behind the dashes, or behind so many plain words."""
    if inner.dashes:
        return () if call.dashes is None else _skipped(inner, call.words[call.dashes + 1 :])
    places = call.places[call.verb_length :]
    skipped = inner.after or 0
    if inner.skip is not None:
        while skipped < len(places) and inner.skip.match(call.words[places[skipped]].text):
            skipped += 1
    if len(places) <= skipped:
        return ()
    rest = list(call.words[places[skipped] :])
    return rest[1:] if rest[0].text == "--" else rest


def _skipped(inner: Inner, words: Sequence[Word]) -> Sequence[Word]:
    if inner.skip is None:
        return words
    at = 0
    while at < len(words) and inner.skip.match(words[at].text):
        at += 1
    return words[at:]


def _as_piece(inner: Inner, words: Sequence[Word]) -> Piece:
    """Words stay words where nothing has to be read again."""
    if inner.form == "shell" and len(words) > 1 and not _must_be_read_again(words):
        return Words(tuple(words))
    if inner.form == "argv" and " " in words[0].text.strip():
        return Text("shell", " ".join(word.text for word in words))
    if inner.form in AS_WORDS:
        before = AS_WORDS[inner.form]
        return Words((*(Word(name) for name in before), *words))
    if inner.form in ONE_WORD:
        return Text(ONE_WORD[inner.form], words[0].text)
    if inner.form == "sql-last":
        return Text("sql", words[-1].text)
    return _as_text(inner.form, " ".join(word.text for word in words))


def _must_be_read_again(words: Sequence[Word]) -> bool:
    """`ssh host "rm -rf" /x`: a command in quotes, or signs the other shell would act upon."""
    return " " in words[0].text.strip() or any(SPEAKS.search(word.text) for word in words)


def _is_only_a_name(words: Sequence[Word]) -> bool:
    """`sqlite3 app.db` names a file and no statement: that opens a session."""
    return len(words) == 1 and " " not in words[0].text.strip() and words[0].text[:1] != "."


def _as_text(form: str, text: str) -> Piece:
    if form == "commands-json":
        return Text("shell", "\n".join(_strings(text)))
    if form == "ansible":
        return Text("shell", text if MODULE_ARGUMENTS.match(text) is None else "")
    return Text("shell" if form in AS_WORDS else form, text)


def _strings(text: str) -> list[str]:
    """What stands in quotes in `commands=["df -h","ls"]`, or all of it."""
    found = QUOTED.findall(text)
    named = [one for one in found if one not in {"commands", "executionTimeout"}]
    return named or [text.partition("=")[2] or text]


def _flag_values(inner: Inner, call: Call) -> Iterator[Piece]:
    for flag in call.flags:
        if flag.name in inner.flags and flag.value is not None:
            text = flag.value
            if inner.joined:
                text = " ".join([text, *(word.text for word in call.words[flag.at + 2 :])])
            yield _as_flag(inner.form, text)


def _as_flag(form: str, text: str) -> Piece:
    if form == "python-module":
        return Words((Word("python-module:"), *(Word(part) for part in text.split())))
    return _as_text(form, text)


def _until_the_end(inner: Inner, call: Call) -> Iterator[Piece]:
    """`find … -exec rm {} \\;`"""
    words = call.words
    at = 0
    while at < len(words):
        if words[at].text in inner.flags:
            start = at + 1
            while at < len(words) and words[at].text not in ENDS:
                at += 1
            yield Words(tuple(words[start:at]))
        at += 1
