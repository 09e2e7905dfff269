"""What a block holds that was given no language, told by its lines."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from runcard.domain.commands.classify import Bench, language_of
from runcard.domain.commands.parameters import marked
from runcard.domain.commands.ports import Tree
from runcard.domain.commands.rulebook import Tables
from runcard.domain.commands.spelling import spelled_plainly, without_prompt

SENTENCE = re.compile(r"\s*[A-Z][a-z]+(?: [\w'/()-]+){2,}[.:!]?\s*\Z")
# A program that nobody knows, with a flag or a path: `gatectl -t /etc/gate.conf`.
LIKE_A_COMMAND = re.compile(r"\s*(?:sudo )?[a-z][\w.-]*(?: [\w.:=-]+){0,3} (?:-{1,2}\w|/\w)[^:]*\Z")
NUMBER_MARK = re.compile(r"\s*\d{1,2}[.)]\s")
# `[ ] Tell the mate`: a box to tick; `[ -f gate ]` is a command.
CHECK_BOX = re.compile(r"\s*(?:[-*+•]\s*)?\[[ xX]?\]\s")
# The colon behind a word; behind a single letter it names a drive: `Format D:`.
COLON = r"(?<!\s[A-Za-z]):"
# `Boards → Ovens → Log`, `Look for: a red oven`: done on a screen, wherever it stands.
ON_A_SCREEN = re.compile(
    r"\s*(?:[A-Z][\w'()-]*(?: [\w'()&/-]+){0,5}" + COLON + r"\s+\S"
    r"|[^\"'`|]{2,120}\s[→⇒➜]\s)"
)
# `"The ovens are cold. We are on it."`: words to send, in the place of a program.
SAYING = re.compile(r"\s*[\"“«]\W{0,4}\w[\w',:.!-]* [\w',:.!-]+ ")
# `Write to the desk:`, above the words themselves.
INTRODUCING = re.compile(r"\s*[A-Z][a-z]+(?: [\w#@'()-]+){1,6}" + COLON + r"[ \t]*(?:\n|\Z)")
# `> {"op": "ping"}`: behind the prompt of a client, where no file is called so.
TYPED = re.compile(r"\s*>\s+[{\[]")
# A drawing of folders and files.
OF_A_TREE = re.compile(r"\s*[├└│]")
COMMENT = re.compile(r"\s*(?:#|REM\b|rem\b|::|//|--(?= ))")
# The name of a machine or a user in front of what is typed: `edge-1> show version`.
NAMED_PROMPT = re.compile(
    r"\s*[a-z][\w.-]{0,39}(?:@[\w.-]+)?(?:[:~/][^\s#>$]{0,60})?"
    r"[#>$][ \t]+\w"
)
# What holds commands together and is none by itself; only a shell has it in this order.
FRAME = re.compile(
    r"\s*(?:(?:for|while|until|if|elif|case)\s.*"
    r"|(?:do|done|then|else|fi|esac|\{|\})(?:\s.*|;.*)?)\Z"
)
SAID = (ON_A_SCREEN, SAYING, INTRODUCING, TYPED, OF_A_TREE)


class Form(Enum):
    """How a block without a language is read."""

    PROSE = auto()
    SHELL = auto()
    TRANSCRIPT = auto()
    """Lines with a prompt were typed."""
    SESSION = auto()
    """Every line was typed, on the console of a device."""
    OTHER = auto()


def is_an_entry(line: str) -> bool:
    """`1. Tell the mate`, `[ ] Tell the mate`: of a list for people, wherever it stands."""
    return NUMBER_MARK.match(line) is not None or CHECK_BOX.match(line) is not None


def is_for_people(line: str) -> bool:
    """An entry of a list, what is looked up on a screen, words to send, a drawing of folders; a
    comment speaks for itself."""
    if COMMENT.match(line):
        return is_an_entry(line)
    return is_an_entry(line) or any(one.match(line) for one in SAID)


def form_of(block: Sequence[str], bench: Bench) -> Form:
    """Commands only if every line is one, or most are and the others look alike; numbered sentences
    and boxes to tick are prose."""
    said = [line for line in block if line.strip()]
    if said and all(is_an_entry(line) for line in said):
        return Form.PROSE
    if said and NAMED_PROMPT.match(said[0]):
        return Form.TRANSCRIPT
    lines = [line for line in said if not COMMENT.match(line) or line.lstrip().startswith("--")]
    strange = [line for line in lines if not is_command(line, bench)]
    inside = [line for line in strange if not FRAME.match(line)]
    is_framed = len(inside) < len(strange) and can_be_read("\n".join(block), bench)
    strange = inside if is_framed else strange
    if lines and 3 * len(strange) <= len(lines) and all(map(LIKE_A_COMMAND.match, strange)):
        return Form.SHELL
    return (
        Form.SESSION
        if is_device_session(_behind_the_login(lines, bench), bench.tables)
        else Form.OTHER
    )


def _behind_the_login(lines: Sequence[str], bench: Bench) -> Sequence[str]:
    """Without the programs by which somebody gets on the device."""
    first = next((at for at, line in enumerate(lines) if not is_command(line, bench)), len(lines))
    return lines[first:]


def is_device_session(lines: Sequence[str], tables: Tables) -> bool:
    """Lines typed on a router or a switch: each begins as they do there, and one asks for
    something or brings a change into force. By themselves the words are everyday ones."""
    firsts = [line.split()[0] for line in lines if line.strip()]
    is_sentence = any(line.rstrip().endswith((".", ":", "?")) for line in lines)
    return (
        not is_sentence
        and bool(tables.device_signs.intersection(firsts))
        and tables.device_lines.issuperset(firsts)
    )


def is_command(line: str, bench: Bench) -> bool:
    """A line that begins with a program that has a table, and has more to it than a word."""
    plain = spelled_plainly(line).strip()
    bare = without_prompt(plain) or plain
    if language_of(bare, bench.tables) != "shell":
        return True
    words = bare.split()
    if not words:
        return False
    name = words[0] if words[0] in bench.tables.tools else words[0].rpartition("/")[2]
    tool, _ = bench.tables.find(name, words[1] if len(words) > 1 else "")
    script = words[0].startswith("./") and len(words[0]) > 3
    if script or tool is None or name in bench.tables.everyday:
        return script
    return SENTENCE.match(line) is None and can_be_read(bare, bench)


def can_be_read(piece: str, bench: Bench) -> bool:
    """A piece that nobody had the time to read gets the benefit of the doubt."""
    parsed = bench.parse(marked(spelled_plainly(piece)).text)
    return isinstance(parsed, Tree) or not parsed.tried
