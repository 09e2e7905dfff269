"""The machine under an installation: Python, variables, disk, mail server and port."""

import os
import platform
import shutil
import smtplib
import socket
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from runcard.interfaces.cli.checkup import Line, Lines, bad, doubtful, good
from runcard.settings import OPTIONS, PREFIX, Settings

OLDEST = (3, 11)
GIB = 1024**3
LITTLE, TOO_LITTLE = 1 * GIB, GIB // 10
PATIENCE = 5.0
OURS = frozenset({"CONFIG", "SERVER", "TOKEN", "DEBUG", "REFERENCE"})
"""Variables of the command line and of the tests, beside those of the settings."""


def python() -> Lines:
    version = platform.python_version()
    if sys.version_info[:2] < OLDEST:
        yield bad("Python", f"{version} is too old", "Install Python 3.11 or newer")
    else:
        yield good("Python", f"{version} on {platform.system()}")


def variables(environ: Mapping[str, str]) -> Lines:
    """A cluster invents RUNCARD_* names for a service of that name, so strangers are no fault."""
    known = [option.variable for option in OPTIONS]
    secret_files = [f"{option.variable}_FILE" for option in OPTIONS if option.is_secret]
    ours = {*known, *secret_files, *(PREFIX + name for name in OURS)}
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in ours:
            near = get_close_matches(name, known, n=1)
            step = f"Rename it to {near[0]}" if near else "Unset it if it is yours"
            yield doubtful("Environment", f"{name} is not a setting and is not read", step)


def disk(settings: Settings) -> Lines:
    """Alerts are on disk before they are accepted: no room means no intake."""
    folder = nearest_existing(settings.data)
    if not os.access(folder, os.W_OK):
        yield bad("Data", f"{folder} cannot be written", "Choose another folder: data = …")
        return
    free = shutil.disk_usage(folder).free
    says = f"{settings.data}, {free / GIB:.1f} GiB free"
    if free < TOO_LITTLE:
        yield bad("Data", says, "Free the disk, or choose another folder: data = …")
    elif free < LITTLE:
        yield doubtful("Data", says, "Free the disk before it is full")
    else:
        yield good("Data", says)


def nearest_existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def mail(settings: Settings) -> Lines:
    smtp = settings.smtp
    if smtp is None:
        step = "Set smtp.host and smtp.sender"
        yield doubtful("E-mail", "not set up; nobody is paged by e-mail", step)
        return
    place = f"{smtp.host}:{smtp.port}"
    try:
        with smtplib.SMTP(smtp.host, smtp.port, timeout=PATIENCE) as server:
            server.ehlo()
            offers_tls = server.has_extn("starttls")
    except (OSError, smtplib.SMTPException) as fault:
        yield bad("E-mail", f"{place} does not answer: {fault}", "Mend smtp.host and smtp.port")
        return
    if smtp.starttls and not offers_tls:
        yield bad("E-mail", f"{place} offers no STARTTLS", "Set smtp.starttls = false, or mend it")
    else:
        yield good("E-mail", f"{place} answers")


def port(settings: Settings, running: str | None) -> Lines:
    """Taken by our own server is how it should be."""
    place = f"{settings.host}:{settings.port}"
    if running is not None:
        yield good("Port", f"{place}, a server runs here at {running}")
        return
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        yield tried_port(door, settings, place)


def tried_port(door: socket.socket, settings: Settings, place: str) -> Line:
    try:
        door.bind((settings.host, settings.port))
    except OSError as fault:
        says = f"{place} cannot be used: {fault.strerror}"
        return bad("Port", says, "Stop what uses it, or choose another: port = …")
    return good("Port", f"{place} is free")
