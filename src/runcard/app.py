"""The roof: everything is built and joined here, once; it starts, stops and serves tests."""

import tomllib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from runcard.adapters.http import OutboundHttp
from runcard.adapters.key_file import KeyFileOnDisk
from runcard.adapters.registry import configure, plugins
from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.db.spool import Spool
from runcard.domain.access.actions import install_secret
from runcard.domain.alerts.ports import Intake
from runcard.domain.paging.ports import Notifier
from runcard.domain.people.model import TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.actions import publish, version_of
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from
from runcard.engine.drain import Drain
from runcard.engine.recovery import recover
from runcard.engine.threads import EngineThreads
from runcard.engine.wakeup import Wakeup
from runcard.flows.database_is_away import Shelter
from runcard.flows.deck import Deck
from runcard.flows.doors_are_unlocked import Doorkeys, doors_are_unlocked
from runcard.flows.front_desk import FrontDesk
from runcard.flows.house import ENGINE, House
from runcard.flows.links import Links
from runcard.interfaces.api.app import PREFIX, api
from runcard.interfaces.api.health import health_routes
from runcard.interfaces.api.intake import Limits, StormDoor, intake_route
from runcard.interfaces.web.app import routes as web_routes
from runcard.kernel.clock import Clock
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret
from runcard.settings import Only, Settings, read_team_file


@dataclass(slots=True)
class App:
    """A house with its doors and its engine. `start` before the first request, `stop` after the
    last."""

    settings: Settings
    house: House
    asgi: ASGIApp
    keys: Doorkeys
    _threads: EngineThreads = field(init=False)
    _wakeup: Wakeup | None = None
    _drain: Drain = field(init=False)

    def __post_init__(self) -> None:
        self._drain = Drain(self.house)
        self._threads = EngineThreads(self.house, owner=f"node-{uuid4().hex[:12]}")

    def start(self) -> None:
        """Recover what was left half done, then let the engine run."""
        self.house.db.listeners.append(self.house.bell.ring)
        self._drain.start()
        if self.settings.only is not Only.DOORS:
            recover(self.house)
            self._threads.start()
        engines = self.house.db.engines
        if not engines.is_embedded:
            self._wakeup = Wakeup(engines.reading, self._another_node_changed_something)
            self._wakeup.start()

    def stop(self) -> None:
        """Decide nothing new, let what is in the air land, put the database down."""
        if self._wakeup is not None:
            self._wakeup.stop()
        if self.settings.only is not Only.DOORS:
            self._threads.stop()
        self._drain.stop()
        self.house.db.close()

    def admin_link(self) -> str:
        """Opens the web pages as the administrator."""
        return f"{self.settings.base_url}/enter?token={self.keys.token.reveal()}"

    def intake_urls(self) -> Mapping[str, str]:
        """Where each kind of monitoring posts."""
        return {
            kind: f"{self.settings.base_url}/in/{kind}/{key.reveal()}"
            for kind, key in self.keys.intakes.items()
        }

    def _another_node_changed_something(self) -> None:
        self._threads.wake()
        self.house.bell.ring_for_all()


def build(settings: Settings, clock: Clock | None = None) -> App:
    """Open the database, read the team's files, join everything. Raises one of the five families
    with a sentence for whoever started it; what was opened is closed again."""
    team_words = read_team_file(settings.team)
    sources = read_playbooks(decode(team_words), settings.team.parent)
    with ExitStack() as undo:
        engines = open_engines(settings.database)
        undo.callback(engines.close)
        upgrade(engines.writing)
        db = Database(engines, clock)
        db.start()
        app = joined(settings, db, team_words, sources)
        undo.pop_all()
        return app


def joined(settings: Settings, db: Database, team_words: object, sources: Mapping[str, str]) -> App:
    """The house over an open database."""
    deck = Deck(read_vocabulary())
    publish_all(db, deck, team_words, sources)
    secret = db.write(install_secret, ENGINE)
    links = Links(settings.base_url, Secret(secret.hex()))
    ways, http = notifiers(settings), OutboundHttp()
    shelter = Shelter(Spool(settings.data / "spool"), deck, ways, http, settings.base_url)
    house = House(db, deck, ways, http, settings.base_url, links, shelter=shelter)
    intakes = {kind: intake() for kind, intake in plugins("intake").items()}
    keys = doors_are_unlocked(db, KeyFileOnDisk(settings.data), tuple(intakes))
    return App(settings, house, doors(settings, house, intakes), keys)


def doors(settings: Settings, house: House, intakes: Mapping[str, Intake]) -> ASGIApp:
    """Every door behind one address."""
    limits = Limits(settings.max_body, settings.max_alerts)
    desk = FrontDesk(house)
    intake = intake_route(house, intakes, limits)
    others = [*health_routes(desk), Mount(PREFIX, api(desk)), *web_routes(house)]
    return StormDoor(intake, Starlette(routes=[intake, *others]))


def publish_all(db: Database, deck: Deck, team_words: object, sources: Mapping[str, str]) -> None:
    """Compile the documents of the team file and put them in force."""
    team = decode(team_words)
    cards = [
        Card(
            version_of(name, source, team_words),
            name,
            compile_playbook(source, deck.vocabulary),
            team,
        )
        for name, source in sources.items()
    ]
    db.write(lambda work: publish(work, cards, list(sources.values()), team_words), ENGINE)
    deck.put_in_force(cards)


def read_playbooks(team: TeamFile, folder: Path) -> dict[str, str]:
    """The documents by name, looked for beside the team file. Raises Invalid that names each file
    that is missing, empty or unreadable. A team without one is paged by our defaults."""
    found: dict[str, str] = {}
    faults = []
    for source in team.playbooks:
        path = folder / Path(source.path).expanduser()
        try:
            found[source.name] = read_playbook(path)
        except Invalid as fault:
            faults.append(f"playbook {source.name}: {fault.message}")
    if faults:
        unreadable = Invalid("; ".join(faults), where="playbooks")
        unreadable.add_note("Mend the document, or its path under playbooks in the team file")
        raise unreadable
    return found or {"none": ""}


def read_playbook(path: Path) -> str:
    """A document's words. Raises Invalid that says what was looked for and where."""
    try:
        words = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise Invalid(f"{path.absolute()} cannot be read: {fault.strerror}") from None
    except UnicodeDecodeError as fault:
        raise Invalid(
            f"{path.absolute()} is not UTF-8 at byte {fault.start}; save it as UTF-8"
        ) from None
    if not words.strip():
        raise Invalid(f"{path.absolute()} is empty; name a Markdown document with severities")
    return words


@cache
def read_vocabulary() -> Vocabulary:
    """The words of many languages that the compiler knows."""
    words = files("runcard.domain.playbooks").joinpath("vocabulary.toml").read_text("utf-8")
    return vocabulary_from(tomllib.loads(words))


def notifiers(settings: Settings) -> dict[str, Notifier]:
    """The ways a page leaves, as far as they are set up."""
    known = plugins("notify")
    asked: dict[str, dict[str, object]] = {}
    if settings.console:
        asked["console"] = {}
    if settings.dev_phone:
        asked["dev_phone"] = {}
    asked["webhook"] = (
        {} if settings.webhook_secret is None else {"secret": settings.webhook_secret}
    )
    if settings.smtp is not None:
        smtp = settings.smtp
        asked["email"] = {
            "host": smtp.host,
            "port": smtp.port,
            "sender": smtp.sender,
            "username": smtp.username,
            "password": smtp.password,
            "starttls": smtp.starttls,
        }
    return {kind: configure(known[kind], said) for kind, said in asked.items()}
