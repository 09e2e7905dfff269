"""`runcard init`: an interview that writes a first playbook for a team that has none."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.first_playbook import first_playbook
from runcard.interfaces.cli.interview import Interview, Question, checked, read_interview
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Conflict, Invalid, Unavailable

app = typer.Typer(add_completion=False, rich_markup_mode=None)
DEFAULT = Path("INCIDENT_RESPONSE.md")
Ask = Callable[[str], str]


@app.command()
def init(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The document to write.")] = DEFAULT,
    answers: Annotated[
        Path | None, typer.Option("--answers", help="A YAML file of answers; the rest is default.")
    ] = None,
    defaults: Annotated[
        bool, typer.Option("--defaults", help="Ask nothing, answer everything as we would.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.")
    ] = False,
) -> None:
    """Ask how your team works, and write a first playbook that you can use and change."""
    out = output(invocation(ctx))
    is_asked = not defaults and answers is None
    if is_asked and not sys.stdin.isatty():
        raise advised(
            Invalid("There is no terminal to ask in"), "Use --answers FILE.yaml, or --defaults"
        )
    make_way(file, may_ask=is_asked, overwrite=overwrite)
    interview = read_interview()
    given = given_in(answers, interview) if answers is not None else {}
    if is_asked:
        out.note("Enter takes what stands in brackets. Everything can be changed later.")
    said = answered(interview, given, by_prompt if is_asked else None)
    words = first_playbook(interview, said, SystemClock().now().date())
    write(file, words)
    lines = [f"✓ Wrote {file}", f"  Next: runcard bind {file}"]
    output(invocation(ctx)).result({"file": str(file), "answers": said}, lines)


def make_way(file: Path, *, may_ask: bool, overwrite: bool) -> None:
    """Raises Conflict rather than replace somebody's work unasked."""
    if not file.exists() or overwrite:
        return
    if may_ask and file.is_file() and typer.confirm(f"{file} is there already. Replace it?"):
        return
    raise advised(Conflict(f"{file} is there already"), "Name another file, or add --overwrite")


def given_in(file: Path, interview: Interview) -> Mapping[str, str]:
    """Answers from a file. Raises Invalid for one that no question asks for."""
    try:
        tree = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as fault:
        raise Invalid(f"{file} cannot be read: {fault}") from None
    known = [question.key for question in interview.questions]
    if not isinstance(tree, dict):
        raise Invalid(f"{file} should hold `question: answer` lines; known are: {', '.join(known)}")
    for key in tree:
        if key not in known:
            raise Invalid(
                f"{file} answers {key}, which is not asked; known are: {', '.join(known)}"
            )
    return {str(key): str(value) for key, value in tree.items()}


def answered(interview: Interview, given: Mapping[str, str], ask: Ask | None) -> dict[str, str]:
    """An answer to every question: asked for, given, or the default."""
    said: dict[str, str] = {}
    for one in interview.questions:
        question = with_default(one, said)
        if ask is None:
            said[question.key] = taken(question, given.get(question.key, ""))
        else:
            said[question.key] = asked_until_good(question, ask)
    return said


def with_default(question: Question, said: Mapping[str, str]) -> Question:
    """A default may speak of what was answered before."""
    return replace(question, default=question.default.format(**said))


def taken(question: Question, words: str) -> str:
    try:
        return checked(question, words)
    except Invalid as fault:
        raise Invalid(f"{question.key}: {fault.message}", where=question.key) from None


def asked_until_good(question: Question, ask: Ask) -> str:
    """Asked again, with the reason, until the answer can be used."""
    words = f"{question.asks} [{question.default}]"
    while True:
        try:
            return checked(question, ask(words))
        except Invalid as fault:
            words = f"{fault.message} [{question.default}]"


def by_prompt(words: str) -> str:
    answer: str = typer.prompt(words, default="", show_default=False)
    return answer


def write(file: Path, words: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    except OSError as fault:
        raise Unavailable(f"{file} cannot be written: {fault.strerror}") from None
