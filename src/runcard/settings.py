"""One tree of settings, read once: a TOML file, RUNCARD_* variables, and *_FILE for secrets."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli

from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret

DEFAULT_CONFIG = Path("runcard.toml")
PREFIX = "RUNCARD_"
SIZE = re.compile(r"(?P<count>\d+)\s*(?P<unit>B|KiB|MiB)?")
SWITCH = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
ANYWHERE = {"0.0.0.0", "::", ""}
DATABASES_LIKE = "sqlite:///path/runcard.db or postgresql://user@host/name"
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


class Only(StrEnum):
    """Which half of the house this process runs."""

    ENGINE = "engine"
    DOORS = "doors"


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that carries e-mail, and as whom it is sent."""

    host: str
    port: int
    sender: str
    username: str | None
    password: Secret | None
    starttls: bool

    @property
    def said(self) -> dict[str, object]:
        """By the names of its fields."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator decides; `docs/reference/settings.md` explains each."""

    data: Path
    database: str = field(repr=False)
    """It may hold a password, so it is not printed."""
    host: str
    port: int
    base_url: str
    team: Path
    smtp: Smtp | None
    webhook_secret: Secret | None
    console: bool
    dev_phone: bool
    throttle_pages: bool
    max_body: int
    max_alerts: int
    only: Only | None
    heartbeat_urls: tuple[str, ...] = field(repr=False)
    """They often hold a key, so they are not printed."""
    metrics_token: Secret | None


Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: where it stands in the file, how it is read, and what it is when unsaid."""

    name: str
    read: Reader
    default: Any = None
    is_path: bool = False
    is_secret: bool = False

    @property
    def variable(self) -> str:
        """`smtp.port` is RUNCARD_SMTP_PORT."""
        return PREFIX + self.name.upper().replace(".", "_")


@dataclass(slots=True)
class Said:
    """Values as they were said, and every fault met on the way."""

    values: dict[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def take(self, option: Option, raw: Any, place: str) -> None:
        """Read one value, or note why it cannot be read."""
        try:
            self.values[option.name] = option.read(raw)
        except ValueError as fault:
            self.faults.append(f"{place} {fault}")


def text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError("must be text that is not empty")
    return raw.strip()


def whole(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(raw: Any) -> int:
        if not str(raw).strip().isdecimal() or not least <= int(raw) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {raw!r}")
        return int(raw)

    return read


def size(raw: Any) -> int:
    """Bytes, or a number with a unit: `4 MiB`."""
    said = SIZE.fullmatch(str(raw).strip())
    if said is None or int(said["count"]) == 0:
        raise ValueError(f"must be a size like 4 MiB or 4194304, not {raw!r}")
    return int(said["count"]) << 10 * "BKM".index((said["unit"] or "B")[0])


def one_of(words: Mapping[str, Any]) -> Reader:
    """A word of a short list, whose first two are named when it is none of them."""

    def read(raw: Any) -> Any:
        word = str(raw).strip().lower()
        if word not in words:
            raise ValueError(f"must be {' or '.join(list(words)[:2])}, not {raw!r}")
        return words[word]

    return read


def address(starts: tuple[str, ...], like: str) -> Reader:
    """An address of a kind that we know by its beginning. It may hold a password: never shown."""

    def read(raw: Any) -> str:
        if not text(raw).startswith(starts):
            raise ValueError(f"must be like {like}")
        return text(raw).rstrip("/")

    return read


def addresses(raw: Any) -> tuple[str, ...]:
    """A list in the file, words with spaces between in a variable."""
    said = raw.split() if isinstance(raw, str) else raw
    if not isinstance(said, list):
        raise ValueError("must be a list of addresses")
    return tuple(address(("http://", "https://"), "https://watch.example/KEY")(one) for one in said)


OPTIONS = (
    Option("data", text, "runcard-data", is_path=True),
    Option("database", address(DATABASES, DATABASES_LIKE), is_secret=True),
    Option("host", text, "127.0.0.1"),
    Option("port", whole(1, 65535), 8420),
    Option("base_url", address(("http://", "https://"), "https://runcard.example")),
    Option("team", text, "team.yaml", is_path=True),
    Option("console", one_of(SWITCH), True),
    Option("dev_phone", one_of(SWITCH), False),
    Option("throttle_pages", one_of(SWITCH), True),
    Option("max_body", size, size("4 MiB")),
    Option("max_alerts", whole(1, 1_000_000), 5000),
    Option("only", one_of({half.value: half for half in Only})),
    Option("webhook_secret", text, is_secret=True),
    Option("heartbeat_urls", addresses, (), is_secret=True),
    Option("metrics_token", text, is_secret=True),
    Option("smtp.host", text),
    Option("smtp.port", whole(1, 65535), 587),
    Option("smtp.sender", text),
    Option("smtp.username", text),
    Option("smtp.password", text, is_secret=True),
    Option("smtp.starttls", one_of(SWITCH), True),
)
BY_NAME = {option.name: option for option in OPTIONS}


def read_settings(
    config: Path | None, environ: Mapping[str, str], spoken: Mapping[str, Any] | None = None
) -> Settings:
    """File first, variables over it, what was said on the command line over both.
    Raises one Invalid that lists every fault."""
    said = Said()
    chosen = config_file(config, environ)
    if chosen is not None:
        take_file(said, chosen)
    take_environment(said, environ)
    for name, raw in (spoken or {}).items():
        if raw is not None:
            said.take(BY_NAME[name], raw, f"--{name.replace('_', '-')}")
    said.faults.extend(misfits(said.values))
    if said.faults:
        listed = "\n".join(f"  {fault}" for fault in said.faults)
        raise Invalid(f"The settings cannot be used:\n{listed}", where=str(chosen or "environment"))
    return settle(said.values)


def config_file(config: Path | None, environ: Mapping[str, str]) -> Path | None:
    """The file that was named, or runcard.toml here if there is one."""
    if config is None and environ.get(f"{PREFIX}CONFIG"):
        return Path(environ[f"{PREFIX}CONFIG"])
    return config or (DEFAULT_CONFIG if DEFAULT_CONFIG.is_file() else None)


def take_file(said: Said, config: Path) -> None:
    try:
        tree = tomli.loads(words_of(config))
    except ValueError as fault:
        said.faults.append(f"{config} {fault}")
        return
    for name, raw in leaves(tree):
        if name not in BY_NAME:
            said.faults.append(f"{config}: {name} is not a setting{did_you_mean(name, BY_NAME)}")
            continue
        option = BY_NAME[name]
        said.take(option, raw, f"{config}: {name}")
        # A path in the file is meant from where the file stands, wherever the server is started.
        if option.is_path and name in said.values:
            said.values[name] = str(config.parent / Path(said.values[name]).expanduser())


def leaves(tree: Mapping[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{under}{key}.")
        else:
            yield f"{under}{key}", value


def take_environment(said: Said, environ: Mapping[str, str]) -> None:
    for option in OPTIONS:
        in_file = f"{option.variable}_FILE"
        if option.is_secret and in_file in environ and option.variable in environ:
            said.faults.append(f"{option.variable} and {in_file} are both set; keep one")
        elif option.variable in environ:
            said.take(option, environ[option.variable], option.variable)
        elif option.is_secret and in_file in environ:
            said.take(kept_in_file(option), environ[in_file], f"{in_file} ({environ[in_file]})")


def kept_in_file(option: Option) -> Option:
    return replace(option, read=lambda name: option.read(words_of(Path(name))))


def words_of(file: Path) -> str:
    """The text of a file. Raises ValueError with a reason a person can act on."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8 text"
        raise ValueError(f"cannot be read: {why}") from None


def did_you_mean(name: str, known: Mapping[str, Any]) -> str:
    return "".join(f"; did you mean {near}?" for near in get_close_matches(name, known, n=1))


def misfits(values: Mapping[str, Any]) -> Iterator[str]:
    """Settings that can each be read, and do not go together."""
    if any(name.startswith("smtp.") for name in values):
        missing = {"smtp.host", "smtp.sender"} - values.keys()
        yield from (f"{needed} is missing; e-mail needs it" for needed in sorted(missing))
    if ("smtp.username" in values) != ("smtp.password" in values):
        yield "smtp.username and smtp.password go together; set both or neither"
    if "only" in values and not values.get("database", "").startswith("postgresql"):
        yield "only needs PostgreSQL; a SQLite file belongs to one process that runs everything"


def settle(said: Mapping[str, Any]) -> Settings:
    """Fill in what was not said."""
    values = {option.name: option.default for option in OPTIONS} | dict(said)
    for name in ("webhook_secret", "metrics_token", "smtp.password"):
        values[name] = Secret(values[name]) if values[name] else None
    smtp = {name.removeprefix("smtp."): values.pop(name) for name in BY_NAME if "." in name}
    data = Path(values["data"]).expanduser().absolute()
    values |= {
        "data": data,
        "team": Path(values["team"]).expanduser(),
        "smtp": Smtp(**smtp) if smtp["host"] else None,
        "database": values["database"] or f"sqlite:///{data / 'runcard.db'}",
        "base_url": values["base_url"] or reachable(values["host"], values["port"]),
    }
    return Settings(**values)


def reachable(host: str, port: int) -> str:
    """An address for a browser on this machine, where the server listens everywhere."""
    name = "localhost" if host in ANYWHERE else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
