"""A run card as one self-contained page of HTML: no script, no picture, nothing fetched."""

from datetime import date
from functools import cache
from importlib.resources import files

import tomli
from jinja2 import Environment, StrictUndefined, Template

from runcard.domain.escalation.page import Sheet
from runcard.domain.playbooks.quick_commands import CommandWords

HERE = "runcard.interfaces.cli"


def html_of(sheet: Sheet, file: str, today: date) -> str:
    """The page. Words of the document are escaped, whatever they hold."""
    return template().render(sheet=sheet, file=file, today=today.isoformat()) + "\n"


@cache
def template() -> Template:
    engine = Environment(undefined=StrictUndefined, autoescape=True)
    return engine.from_string(files(HERE).joinpath("card.html.jinja").read_text("utf-8"))


@cache
def command_words() -> CommandWords:
    """By which commands for quick reference are known."""
    said = tomli.loads(files(HERE).joinpath("card_words.toml").read_text("utf-8"))
    return CommandWords(tuple(said["reference"]), tuple(said["trivial"]))
