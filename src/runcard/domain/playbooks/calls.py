"""The programs a line of shell starts, word by word, as far as a linter must know.

It is no judge of safety: what a command would do is judged by the room `commands`. It only tells
which program stands where with which words, also inside sudo, ssh, docker exec and the like.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from runcard.domain.commands.shell_words import tokens_of

ASSIGNED = re.compile(r"^[A-Za-z_]\w*\+?=")
ENDS = {"|", "||", "&&", ";", "&", "\n", "(", ")", "{", "}", "|&"}
KEYWORDS = {"do", "then", "else", "if", "while", "until", "!", "time", "elif"}
LONGEST = 8000
DIGITS = "0123456789"
MOST_TOGETHER = 5  # flags behind one dash
DEEPEST = 4
Simple = tuple[list[str], str, bool]
# Wrappers: options that take a value, and how many plain words stand before the inner command.
PLAIN = {
    "sudo": ({"-u", "-g", "-h", "-p"}, 0), "env": ({"-u"}, 0), "nohup": (set(), 0),
    "timeout": ({"-s", "-k"}, 1), "nice": ({"-n"}, 0), "xargs": ({"-n", "-I", "-P", "-L", "-d"}, 0),
    "watch": ({"-n"}, 0), "time": (set(), 0), "exec": (set(), 0), "ionice": ({"-c", "-n"}, 0),
}  # fmt: skip
CONTAINERS = {"docker", "podman", "docker-compose", "kubectl", "oc", "lxc"}
EXEC_VALUES = {"-e", "-u", "-w", "--user", "--env", "--workdir", "--index", "-c", "--container"}
SSH_VALUES = {"-i", "-p", "-l", "-o", "-F", "-J"}
GLOBAL_VALUES = {"-f", "--file", "-p", "--project-name", "-n", "--namespace", "--context", "-H"}


# Behind other verbs `-f` means to follow.
READS_FILES = {"apply", "create", "delete", "replace", "diff", "rollout"}


@dataclass(frozen=True)
class Call:
    """One program with its words; `inside` says through what it is started, `fed` whether it reads
    from the program before it, `reads` the file it is given, `target` the container or host."""

    program: str
    words: tuple[str, ...]
    inside: tuple[str, ...] = ()
    target: str = ""
    fed: str = ""
    reads: str = ""
    writes: str = ""
    background: bool = False

    def has(self, *flags: str) -> bool:
        """Whether one of the flags is set; `-it` has `-i` and `-t`, and so has `-it5`."""
        return not self._flags.isdisjoint(flags)

    @cached_property
    def _flags(self) -> frozenset[str]:
        return frozenset(_flags_of(self.words))

    def value(self, *flags: str) -> str | None:
        """The value of the first of these flags."""
        for at, word in enumerate(self.words):
            for flag in flags if word.startswith(flags) else ():
                if word == flag and at + 1 < len(self.words):
                    return self.words[at + 1]
                if word.startswith(f"{flag}="):
                    return word[len(flag) + 1 :]
        return None

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words that are no flags and no values of the flags that many tools share."""
        found: list[str] = []
        skip = False
        for word in self.words:
            if skip:
                skip = False
            elif word in GLOBAL_VALUES and (word != "-f" or _names_a_file(found)):
                skip = True
            elif not word.startswith("-"):
                found.append(word)
        return tuple(found)

    @cached_property
    def verb(self) -> str:
        """The first plain word, of compose the one behind it."""
        plain = self.plain
        if self.program == "docker" and plain[:1] == ("compose",):
            return f"compose {plain[1]}" if len(plain) > 1 else "compose"
        if self.program == "docker-compose":
            return f"compose {plain[0]}" if plain else "compose"
        return plain[0] if plain else ""

    @property
    def after(self) -> tuple[str, ...]:
        """All words behind the verb, flags too: `-f` of `logs -f` is not the `-f` of compose."""
        last = self.verb.rpartition(" ")[2]
        if last not in self.words:
            return self.words
        return self.words[self.words.index(last) + 1 :]

    def follows(self, *flags: str) -> bool:
        """Whether a flag is set behind the verb."""
        return not frozenset(_flags_of(self.after)).isdisjoint(flags)

    @property
    def objects(self) -> tuple[str, ...]:
        """The plain words behind the verb."""
        two = self.program == "docker" and self.plain[:1] == ("compose",)
        return self.plain[2:] if two else self.plain[1:]


def _names_a_file(before: list[str]) -> bool:
    """What `-f` means behind these words: a file, of `compose -f` too, and not to follow."""
    return not before or before == ["compose"] or before[0] in READS_FILES


def _flags_of(words: Iterable[str]) -> Iterator[str]:
    """Every word, what stands in front of its `=`, and each letter behind one dash."""
    for word in words:
        yield word
        if "=" in word:
            yield word.partition("=")[0]
        letters = word[1:].rstrip(DIGITS) if word[:1] == "-" else ""
        if letters.isalpha() and len(letters) <= MOST_TOGETHER:
            yield from (f"-{letter}" for letter in letters)


@lru_cache(maxsize=4096)
def calls_in(text: str) -> tuple[Call, ...]:
    """Every call of a text, also those inside quotes that another program runs."""
    return tuple(_calls(text[:LONGEST], (), "", 0))


def _calls(text: str, inside: tuple[str, ...], target: str, depth: int) -> Iterator[Call]:
    if depth > DEEPEST:
        return
    before = ""
    for words, end, piped in _commands(tokens_of(text), 0):
        call = _call(words, inside, target, before if piped else "", end == "&")
        if call is None:
            before = ""
            continue
        before = call.program
        for one in _with_inner(call, depth):
            before = one.program
            yield one


def _call(
    words: Sequence[str], inside: tuple[str, ...], target: str, fed: str, background: bool
) -> Call | None:
    kept: list[str] = []
    reads = writes = ""
    skip = ""
    for word in words:
        if skip:
            reads, writes = (word, writes) if skip == "<" else (reads, word)
            skip = ""
        elif word in {"<", ">", ">>"}:
            skip = word
        elif kept or not (ASSIGNED.match(word) or word in KEYWORDS):
            kept.append(word)
    if not kept:
        return None
    name = kept[0].rpartition("/")[2] if not kept[0].startswith("./") else kept[0]
    return Call(name, tuple(kept[1:]), inside, target, fed, reads, writes, background)


def _with_inner(call: Call, depth: int) -> Iterator[Call]:
    """The call itself, or what a wrapper starts; a shell or a client inside is reported too."""
    if call.program in PLAIN:
        values, skipped = PLAIN[call.program]
        rest = after_flags(call.words, values)[skipped:]
        yield from _inner(call, rest, call.target, depth) if rest else iter([call])
        return
    yield call
    place = _container_command(call)
    if place is not None:
        target, rest = place
        yield from _inner(call, rest, target, depth)
    elif call.program == "ssh":
        rest = after_flags(call.words, SSH_VALUES)
        text = " ".join(rest[1:])
        if text:
            yield from _calls(text, (*call.inside, "ssh"), rest[0], depth + 1)
    elif call.program in {"bash", "sh", "zsh"} and call.value("-c", "-lc"):
        text = call.value("-c", "-lc") or ""
        yield from _calls(text, (*call.inside, call.program), call.target, depth + 1)
    elif call.program == "ansible" and call.value("-a"):
        host = call.plain[0] if call.plain else ""
        yield from _calls(call.value("-a") or "", (*call.inside, "ansible"), host, depth + 1)


def _inner(call: Call, rest: Sequence[str], target: str, depth: int) -> Iterator[Call]:
    through = (*call.inside, call.program)
    made = _call(rest, through, target, call.fed, call.background)
    if made is None or depth >= DEEPEST:
        return
    made = Call(
        made.program, made.words, through, target, call.fed, call.reads or made.reads,
        call.writes or made.writes, call.background,
    )  # fmt: skip
    yield from _with_inner(made, depth + 1)


def _container_command(call: Call) -> tuple[str, Sequence[str]] | None:
    """`docker exec -i db psql …` runs psql in db; `kubectl exec pod -- psql` too."""
    if call.program not in CONTAINERS or "exec" not in call.verb.split():
        return None
    at = call.words.index("exec") + 1
    rest = after_flags(call.words[at:], EXEC_VALUES)
    if not rest:
        return None
    inner = list(rest[1:])
    if inner[:1] == ["--"]:
        inner = inner[1:]
    elif "--" in inner:
        inner = inner[inner.index("--") + 1 :]
    return (rest[0], inner) if inner else None


def after_flags(words: Sequence[str], values: set[str]) -> Sequence[str]:
    """The words from the first on that is neither a flag nor the value of one."""
    at = 0
    while at < len(words) and (words[at].startswith("-") or ASSIGNED.match(words[at])):
        if words[at] == "--":
            return words[at + 1 :]
        at += 2 if words[at] in values else 1
    return words[at:]


def _commands(tokens: Iterator[str], depth: int) -> Iterator[Simple]:
    """Simple commands with the sign that ends them, and whether a pipe leads into them; what `$(…)`
    runs comes behind the command of which it is a word."""
    words: list[str] = []
    asked: list[Simple] = []
    piped = False
    for token in tokens:
        if token == "(" and words and words[-1].endswith("$") and depth < DEEPEST:
            words[-1] += "()"
            asked += _commands(tokens, depth + 1)
        elif token in ENDS:
            yield from _in_turn(words, token, piped, asked)
            if token == ")" and depth:
                return
            piped = token in {"|", "|&"}
            words, asked = [], []
        else:
            words.append(token)
    yield from _in_turn(words, "", piped, asked)


def _in_turn(words: list[str], end: str, piped: bool, asked: Sequence[Simple]) -> Iterator[Simple]:
    if words:
        yield words, end, piped
    yield from asked
