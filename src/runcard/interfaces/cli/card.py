"""`runcard card`: a playbook on one printable page."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from runcard.adapters.reference_works import read_linter, read_vocabulary
from runcard.adapters.team_file import read_team_file
from runcard.domain.escalation.page import Sheet
from runcard.domain.escalation.sheet import sheet_of
from runcard.domain.people.model import TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.instructions import instructions
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.quick_commands import QuickCommand, quick_commands
from runcard.interfaces.cli.card_html import command_words, html_of
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import Invocation, invocation
from runcard.interfaces.cli.main import loaded_file
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.playbook_files import card_of, compiled
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Conflict, Unavailable

app = typer.Typer(add_completion=False, rich_markup_mode=None)
STDOUT = Path("-")
MADE_BY = b"Runcard run card"
"""Stands in the head of every page we write."""
INSTALL = "pip install 'runcard[pdf]'"


@app.command()
def card(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The Markdown file.")],
    to: Annotated[
        Path | None,
        typer.Option("--to", "-o", help="Where to write it; - is stdout."),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="A PDF instead of HTML.")] = False,
    team: Annotated[
        Path | None, typer.Option(help="The team file, for who is behind a title.")
    ] = None,
) -> None:
    """Print a playbook on one page: levels and times, who is called, first steps, commands."""
    asked = invocation(ctx)
    one = compiled(file)
    card = card_of(file, one.playbook, team_of(asked, team))
    sheet = sheet_of(card, commands_of(one.playbook))
    page = page_of(sheet, file.name, is_pdf=pdf)
    place = to or Path(f"{file.stem}-card.{'pdf' if pdf else 'html'}")
    if place == STDOUT:
        sys.stdout.buffer.write(page)
        return
    write(place, page)
    lines = [f"✓ Wrote {place}", *(f"▲ Not on the page: {one}" for one in sheet.left_out)]
    lines.append(f"  Next: open {place} and print it at 100 %")
    output(asked).result({"file": str(place), "left_out": sheet.left_out}, lines)


def commands_of(playbook: Playbook) -> tuple[QuickCommand, ...]:
    """The commands of a document, judged."""
    tools = read_linter().bench().of_a_page()
    found = instructions(outline("\n".join(playbook.lines)), tools, read_vocabulary().orders)
    return quick_commands(found, command_words(), tools, playbook.runbooks)


def team_of(asked: Invocation, team: Path | None) -> TeamFile:
    """The one that was named, else the one of the settings if it is there."""
    file = team or asked.settings().team
    if team is None and not file.exists():
        return TeamFile()
    return decode(read_team_file(file))


def page_of(sheet: Sheet, name: str, *, is_pdf: bool) -> bytes:
    today = SystemClock().now().date()
    if not is_pdf:
        return html_of(sheet, name, today).encode("utf-8", "replace")
    try:
        page: bytes = loaded_file("card_pdf").pdf_of(sheet, name, today)
    except ModuleNotFoundError as fault:
        if not (fault.name or "").startswith("reportlab"):
            raise
        raise advised(
            Unavailable("A PDF needs the extra `pdf`, which is not installed"), INSTALL
        ) from None
    return page


def write(place: Path, page: bytes) -> None:
    """A card is made from its document, so an older card may go; any other file may not."""
    try:
        if place.exists() and not is_card(place):
            raise advised(
                Conflict(f"{place} is there already, and is no run card"), "Name another with --to"
            )
        place.write_bytes(page)
    except OSError as fault:
        raise Unavailable(f"{place} cannot be written: {fault.strerror}") from None


def is_card(place: Path) -> bool:
    """Whether we wrote it."""
    return MADE_BY in place.read_bytes()
