"""`runcard bind`: ask who or what the names of a document are here, and write it down."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from runcard.adapters.team_file import read_team_file
from runcard.domain.escalation.readiness import missing
from runcard.domain.people.model import TeamFile
from runcard.domain.people.names import fold_name
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.binding import Need, NeedKind, needs
from runcard.domain.playbooks.model import Playbook
from runcard.interfaces.cli.errors import ExitCode, advised
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.output import columns, output
from runcard.interfaces.cli.playbook_files import card_of, compiled
from runcard.interfaces.cli.team_edit import TeamEdit
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Invalid

app = typer.Typer(add_completion=False, rich_markup_mode=None)
FALLBACK = "fallback"
NOT_THERE = "The fallback list: who is paged when a name is bound to nobody?"
Ask = Callable[[str], str]


@app.command()
def bind(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The Markdown file.")],
    team: Annotated[
        Path | None, typer.Option(help="The team file; else that of the settings.")
    ] = None,
    said: Annotated[
        list[str] | None,
        typer.Option("--set", "--answers", help="NAME=WHO, or a YAML file of NAME: WHO."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the change only.")] = False,
) -> None:
    """Say who or what each name is here; asks only what is missing. Exit 7 while some are."""
    asked = invocation(ctx)
    playbook = compiled(file).playbook
    binding = Binding(file, playbook, TeamEdit(team or asked.settings().team))
    binding.use_answers(answers_of(said or []))
    if sys.stdin.isatty():
        binding.ask(by_prompt)
    report(asked, binding, is_dry=dry_run)


@dataclass(frozen=True, slots=True)
class Binding:
    """A document beside the team file it is being bound in."""

    file: Path
    playbook: Playbook
    edit: TeamEdit

    def missing(self) -> list[Need]:
        """What is bound to nobody, by the file as it would be written now."""
        card = card_of(self.file, self.playbook, self.team())
        return missing(card, SystemClock().now())

    def still(self) -> list[Need]:
        """The same, and the list of those who are paged instead of nobody."""
        nobody = [] if self.team().fallback else [Need(FALLBACK, NeedKind.TITLE, ())]
        return [*self.missing(), *nobody]

    def team(self) -> TeamFile:
        return decode(self.edit.plain())

    def use_answers(self, answers: Mapping[str, str]) -> None:
        """Answers by the name in any spelling; one that no name asks for is a fault."""
        self.edit.use(self.file)
        known = {fold_name(need.name): need for need in needs(self.playbook)}
        for name, who in answers.items():
            if name == FALLBACK:
                self.edit.fall_back_on(self.people_in(who))
            elif fold_name(name) in known:
                self.bind(known[fold_name(name)], who)
            else:
                raise advised(Invalid(f"The document has no name {name!r}"), names_of(known))

    def ask(self, ask: Ask) -> None:
        """One question a missing name; an empty answer leaves it."""
        for need in self.missing():
            self.ask_about(question(need, self.team()), ask, partial(self.bind, need))
        if not self.team().fallback:
            self.ask_about(NOT_THERE, ask, lambda who: self.edit.fall_back_on(self.people_in(who)))

    def ask_about(self, words: str, ask: Ask, use: Callable[[str], None]) -> None:
        """Again, until the answer can be used."""
        while who := ask(words).strip():
            try:
                return use(who)
            except Invalid as fault:
                words = f"{fault.message}. {words}"
        return None

    def bind(self, need: Need, who: str) -> None:
        """A name that is to be called takes people; any other takes words as well."""
        if need.is_a_person:
            self.edit.bind(need.name, self.callable_in(who))
        else:
            self.edit.bind(need.name, [who.strip()])

    def callable_in(self, who: str) -> list[str]:
        """People, schedules and groups; an address makes a person."""
        team = self.team()
        known = {*team.people, *team.schedules, *team.groups}
        return [self.one_of(part.strip(), known) for part in who.split(",") if part.strip()]

    def people_in(self, who: str) -> list[str]:
        known = set(self.team().people)
        return [self.one_of(part.strip(), known) for part in who.split(",") if part.strip()]

    def one_of(self, who: str, known: set[str]) -> str:
        if "@" in who:
            return self.edit.person_of(who)
        if who not in known:
            names = ", ".join(sorted(known)) or "nobody yet"
            raise advised(
                Invalid(f"{who!r} is not in the team file; known are: {names}"),
                "Name one of them, or give an e-mail address to add a person",
            )
        return who


def question(need: Need, team: TeamFile) -> str:
    """What is asked at the prompt."""
    lines = ", ".join(f"L{line}" for line in need.lines)
    known = ", ".join((*team.people, *team.schedules, *team.groups))
    choice = f" [{known}, or an e-mail address]" if need.is_a_person else ""
    return f"{need.name} ({need.kind.value}, {lines}){choice}"


def by_prompt(words: str) -> str:
    return str(typer.prompt(words, default="", show_default=False, err=True))


def names_of(known: Mapping[str, Need]) -> str:
    return f"Its names are: {', '.join(need.name for need in known.values())}"


def answers_of(said: Sequence[str]) -> dict[str, str]:
    """`NAME=WHO` as it is; anything else is a file of them."""
    answers: dict[str, str] = {}
    for one in said:
        name, sign, who = one.partition("=")
        answers |= {name.strip(): who.strip()} if sign else answers_in(Path(one))
    return answers


def answers_in(file: Path) -> dict[str, str]:
    tree = read_team_file(file)
    if not isinstance(tree, dict):
        raise Invalid(f"{file} holds no answers; write a line NAME: WHO for each")
    return {str(name): spoken(who) for name, who in tree.items()}


def spoken(who: object) -> str:
    return ", ".join(str(one) for one in who) if isinstance(who, list) else str(who)


def report(asked: Invocation, binding: Binding, *, is_dry: bool) -> None:
    """Write it, or show it; then what is still missing."""
    difference, still = binding.edit.difference(), binding.still()
    if difference and not is_dry:
        binding.edit.write()
    told = {"team": binding.edit.file, "changed": bool(difference), "missing": still}
    out = output(asked)
    out.result(told, [*(difference if is_dry else ()), *summary(binding, difference, still)])
    if still:
        raise typer.Exit(ExitCode.FINDINGS)


def summary(binding: Binding, difference: Sequence[str], still: Sequence[Need]) -> list[str]:
    file = binding.edit.file
    if not still:
        changed = "Everything is bound" if difference else "Nothing was missing"
        return [f"✓ {changed} in {file}. Next: runcard ready {binding.file} --team {file}"]
    rows = [
        (one.name, one.kind.value, ", ".join(f"L{line}" for line in one.lines)) for one in still
    ]
    return [
        f"▲ {len(still)} names are bound to nobody in {file}:",
        *columns(rows, indent="  "),
        f"  Next: runcard bind {binding.file} --set '{still[0].name}=WHO'",
    ]
