"""From a document to the questions it raises about the world, and from answers to findings."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address

from runcard.domain.commands.shell_lines import shell_commands
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.binding import bound
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.raising import (
    BAD_ANSWER,
    NO_ANSWER,
    NO_SUCH_HOST,
    NO_SUCH_PROGRAM,
    NOBODY_BOUND,
    NOT_ASKED,
    raised,
)
from runcard.domain.playbooks.reality import (
    Answers,
    Asks,
    Fails,
    Holds,
    Missing,
    Question,
    Unasked,
)

BLANK = re.compile(r"[<>{}\[\]$%*\s…]|\bX{2,}\b|x{3,}")
ADDRESS = re.compile(
    r"^https?://(?:[^/?#@]{0,200}@)?([^/?#:@]{1,253})(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE
)
HOST = re.compile(r"^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?$")
RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test|localhost)\.?$")
"""Names that stand for others, by RFC 2606: nobody is meant to ask them."""
PROGRAM = re.compile(r"^[A-Za-z][\w.+-]{0,60}$")
SETTING = re.compile(r"^\w{1,60}=\S*$")
BEFORE = frozenset({"sudo", "time", "nohup", "exec", "command", "env", "then", "do", "!"})
OF_THE_SHELL = frozenset({
    "alias", "bg", "break", "case", "cd", "continue", "declare", "done", "echo", "elif", "else",
    "esac", "eval", "exit", "export", "false", "fg", "fi", "for", "function", "hash", "if", "jobs",
    "kill", "local", "printf", "pwd", "read", "return", "select", "set", "shift", "source", "test",
    "trap", "true", "type", "ulimit", "umask", "unset", "until", "wait", "while",
})  # fmt: skip


def questions(playbook: Playbook) -> tuple[Question, ...]:
    """Everything that can be asked, each once, in the order of its first line."""
    found: dict[tuple[Asks, str], Question] = {}
    for one in _raised(playbook):
        key = (one.asks, one.subject)
        if key not in found or one.line < found[key].line:
            found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (one.line, one.asks.value, one.subject)))


def _raised(playbook: Playbook) -> Iterator[Question]:
    for link in playbook.links:
        host = host_of(link.target)
        if host is not None:
            yield Question(Asks.ADDRESS, link.target, link.line)
            if not is_number(host):
                yield Question(Asks.HOST, host, link.line)
    yield from _programs(playbook)
    for chain in playbook.chains:
        yield from (Question(Asks.PERSON, step.who, step.line) for step in chain.steps)
    for level in playbook.severities:
        yield from (Question(Asks.PERSON, one.text, one.line) for one in level.escalation)


def host_of(url: str) -> str | None:
    """The host of a web address that can be asked: whole, without blanks, and no example."""
    found = None if BLANK.search(url) else ADDRESS.match(url)
    if found is None:
        return None
    host = found.group(1).lower()
    is_a_name = HOST.match(host) is not None and RESERVED.search(host) is None
    return host if is_a_name or is_number(host) else None


def is_number(host: str) -> bool:
    """Whether it is an address of the network already."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _programs(playbook: Playbook) -> Iterator[Question]:
    for fence in playbook.fences:
        if fence.kind is FenceKind.COMMANDS:
            inside = playbook.lines[fence.line : fence.end - 1]
            for command in shell_commands(inside, fence.line + 1, fence.lang):
                name = program_of(command.text)
                if name is not None:
                    yield Question(Asks.PROGRAM, name, command.line)


def program_of(command: str) -> str | None:
    """The first word that names a program; None for words of the shell, paths and blanks."""
    for word in command.removeprefix("$ ").split(None, 12)[:12]:
        if word in BEFORE or SETTING.match(word) or word == "-E":
            continue
        is_program = PROGRAM.match(word) is not None and word not in OF_THE_SHELL
        return word if is_program else None
    return None


def people_answer(team: TeamFile) -> Callable[[Question], Holds | Fails]:
    """Whether somebody stands behind a name in the team file."""

    def answer(question: Question) -> Holds | Fails:
        return Holds() if bound(team, question.subject) else Fails("nobody in the team file")

    return answer


FAILED = {
    Asks.HOST: NO_SUCH_HOST,
    Asks.ADDRESS: NO_ANSWER,
    Asks.PROGRAM: NO_SUCH_PROGRAM,
    Asks.PERSON: NOBODY_BOUND,
}


def findings_from(answers: Answers) -> tuple[Finding, ...]:
    """What is not as the document says, by line; what was not asked is one finding a reason."""
    found: list[Finding] = []
    unasked: dict[str, list[Question]] = {}
    for question, answer in answers:
        match answer:
            case Holds():
                continue
            case Missing(why=why):
                found.append(raised(BAD_ANSWER, question.line, f"{question.subject}: {why}"))
            case Fails(why=why):
                about = f"{question.subject}: {why}"
                found.append(raised(FAILED[question.asks], question.line, about, question.subject))
            case Unasked(why=why):
                unasked.setdefault(why, []).append(question)
    found += [_left(why, questions) for why, questions in unasked.items()]
    return tuple(sorted(found, key=lambda one: (one.line, one.code)))


def _left(why: str, left: list[Question]) -> Finding:
    first = min(left, key=lambda one: one.line)
    others = f" and {len(left) - 1} more" if len(left) > 1 else ""
    return raised(NOT_ASKED, first.line, f"{first.subject}{others}: {why}")
