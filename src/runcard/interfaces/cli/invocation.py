"""What holds for a whole call of the command line: its form of output, its server, its settings."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from runcard.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Invocation:
    """The options that every command understands."""

    as_json: bool = False
    quiet: bool = False
    server: str | None = None
    config: Path | None = None

    def settings(self, spoken: Mapping[str, Any] | None = None) -> Settings:
        """The tree of settings, with what this command's own options say on top."""
        return read_settings(self.config, os.environ, spoken)


def invocation(ctx: typer.Context) -> Invocation:
    """What the root of the command tree was told."""
    asked = ctx.obj
    return asked if isinstance(asked, Invocation) else Invocation()
