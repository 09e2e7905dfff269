"""The roof: everything is built and joined here, once; it starts, stops and serves tests."""

import os
import platform
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

from runcard import __version__
from runcard.adapters.git_repository import GitRepository
from runcard.adapters.http import OutboundHttp
from runcard.adapters.key_file import KeyFileOnDisk
from runcard.adapters.playbook_disk import PlaybookDisk
from runcard.adapters.registry import configure, plugins
from runcard.adapters.team_file import read_team_file
from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.db.room import Reserve
from runcard.db.spool import Spool
from runcard.db.timing import time_transactions
from runcard.domain.access.actions import install_secret
from runcard.domain.access.pushes import PUSHED
from runcard.domain.alerts.ports import Intake
from runcard.domain.commands.rulebook import Tables
from runcard.domain.commands.rulebook_file import tables_from
from runcard.domain.paging.ports import Notifier
from runcard.domain.people.model import TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.actions import Edition, publish
from runcard.domain.playbooks.findings import kinds_from
from runcard.domain.playbooks.raising import REALITY
from runcard.domain.playbooks.repository import Library
from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from
from runcard.engine.deck_watch import DeckWatch
from runcard.engine.drain import Drain
from runcard.engine.heartbeat import Heartbeat
from runcard.engine.presence import Presence
from runcard.engine.recovery import recover
from runcard.engine.room_watch import RoomWatch
from runcard.engine.threads import EngineThreads
from runcard.engine.wakeup import Wakeup
from runcard.flows.database_is_away import Shelter
from runcard.flows.deck import Deck
from runcard.flows.doors_are_unlocked import Doorkeys, doors_are_unlocked
from runcard.flows.front_desk import FrontDesk
from runcard.flows.house import ENGINE, House
from runcard.flows.library_is_read import library_is_watched, library_opens
from runcard.flows.links import Links
from runcard.interfaces.api.app import PREFIX, api
from runcard.interfaces.api.health import health_routes
from runcard.interfaces.api.intake import Limits, StormDoor, intake_route
from runcard.interfaces.api.metrics import metrics_route
from runcard.interfaces.api.pushes import push_route
from runcard.interfaces.web.app import routes as web_routes
from runcard.kernel.clock import Clock
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret
from runcard.ledgers.agenda.nodes import Half
from runcard.settings import Only, Settings

HALVES = {
    None: (Half.ENGINE, Half.DOORS),
    Only.ENGINE: (Half.ENGINE,),
    Only.DOORS: (Half.DOORS,),
}


@dataclass(slots=True)
class App:
    """A house with its doors and its engine. `start` before the first request, `stop` after the
    last."""

    settings: Settings
    house: House
    asgi: ASGIApp
    keys: Doorkeys
    _threads: EngineThreads = field(init=False)
    _watch: DeckWatch = field(init=False)
    _presence: Presence = field(init=False)
    _heartbeat: Heartbeat = field(init=False)
    _wakeup: Wakeup | None = None
    _drain: Drain = field(init=False)
    _room: RoomWatch = field(init=False)

    def __post_init__(self) -> None:
        self._drain = Drain(self.house)
        self._room = RoomWatch(self.house)
        self._watch = DeckWatch(self.house)
        me = f"node-{uuid4().hex[:12]}"
        self._threads = EngineThreads(self.house, owner=me)
        name = f"{platform.node()}:{self.settings.port}"
        halves = HALVES[self.settings.only]
        self._presence = Presence(self.house, me, name, __version__, halves)
        loops = (*self._threads.loops, self._presence.beat)
        hands = self._threads.deliverer.answers
        urls = self.settings.heartbeat_urls
        self._heartbeat = Heartbeat(self.house, me, urls, loops, hands)

    def start(self) -> None:
        """Recover what was left half done, then let the engine run."""
        self.house.db.listeners.append(self.house.bell.ring)
        self._drain.start()
        self._room.loop.start()
        self._presence.start()
        if self.settings.only is not Only.DOORS:
            recover(self.house)
            self._threads.start()
            if self.settings.heartbeat_urls:
                self._heartbeat.loop.start()
        engines = self.house.db.engines
        if not engines.is_embedded:
            self._wakeup = Wakeup(engines.reading, self._another_node_changed_something)
            self._wakeup.start()
            self._watch.start()

    def stop(self) -> None:
        """Decide nothing new, let what is in the air land, put the database down."""
        if self._wakeup is not None:
            self._wakeup.stop()
            self._watch.stop()
        if self.settings.only is not Only.DOORS:
            self._heartbeat.loop.stop()
            self._threads.stop()
        self._room.loop.stop()
        self._drain.stop()
        self._presence.stop()
        self.house.db.close()

    def admin_link(self) -> str:
        """Opens the web pages as the administrator."""
        return f"{self.settings.base_url}/enter?token={self.keys.token.reveal()}"

    def intake_urls(self) -> Mapping[str, str]:
        """Where each kind of monitoring posts."""
        return {
            kind: f"{self.settings.base_url}/in/{kind}/{key.reveal()}"
            for kind, key in self.keys.intakes.items()
            if kind != PUSHED
        }

    def push_hook(self) -> tuple[str, Secret] | None:
        """Where a git server says that something was pushed, and the secret it signs with; None
        where no playbook is kept in a repository."""
        key = self.keys.intakes.get(PUSHED)
        if key is None:
            return None
        return f"{self.settings.base_url}/in/{PUSHED}/{key.reveal()}", self.house.links.push_secret

    def _another_node_changed_something(self) -> None:
        self._threads.wake()
        self._watch.wake()
        self.house.bell.ring_for_all()


def build(settings: Settings, clock: Clock | None = None) -> App:
    """Open the database, read the team's files, join everything. Raises one of the five families
    with a sentence for whoever started it; what was opened is closed again."""
    library = library_of(settings)
    with ExitStack() as undo:
        engines = open_engines(settings.database)
        undo.callback(engines.close)
        upgrade(engines.writing)
        reserve = Reserve(settings.data)
        db = Database(engines, clock, make_room=reserve.give_up)
        db.start()
        app = joined(settings, db, library, reserve)
        undo.pop_all()
        return app


def library_of(settings: Settings) -> Library:
    """Where the team file says that the documents stand."""
    team_words = read_team_file(settings.team)
    git = GitRepository(settings.data / "repositories", dict(os.environ))
    disk = PlaybookDisk(settings.team.parent)
    return Library(team_words, decode(team_words).playbooks, disk, git)


def joined(settings: Settings, db: Database, library: Library, reserve: Reserve) -> App:
    """The house over an open database."""
    deck = Deck(read_vocabulary())
    library_opens(db, deck, library)
    secret = db.write(install_secret, ENGINE)
    links = Links(settings.base_url, Secret(secret.hex()))
    ways, http = notifiers(settings), OutboundHttp()
    spool = Spool(settings.data / "spool", make_room=reserve.give_up)
    shelter = Shelter(spool, deck, ways, http, links)
    house = House(
        db, deck, ways, http, settings.base_url, links,
        library=library, shelter=shelter, reserve=reserve,
    )  # fmt: skip
    house.write(lambda work: library_is_watched(work, house))
    time_transactions(db.engines.writing, house.tally.commit_took)
    intakes = {kind: intake() for kind, intake in plugins("intake").items()}
    kinds = [*intakes, *([PUSHED] if library.has_repository else [])]
    keys = doors_are_unlocked(db, KeyFileOnDisk(settings.data), kinds)
    return App(settings, house, doors(settings, house, intakes), keys)


def doors(settings: Settings, house: House, intakes: Mapping[str, Intake]) -> ASGIApp:
    """Every door behind one address."""
    limits = Limits(settings.max_body, settings.max_alerts)
    desk = FrontDesk(house)
    intake = intake_route(house, intakes, limits)
    push = push_route(house, limits.bytes)
    metrics = metrics_route(desk, house.tally, settings.metrics_token)
    others = [*health_routes(desk), metrics, Mount(PREFIX, api(desk)), *web_routes(house)]
    return StormDoor(intake, Starlette(routes=[push, intake, *others]))


def publish_all(db: Database, deck: Deck, team_words: object, sources: Mapping[str, str]) -> None:
    """Put exactly these documents in force, whatever was before."""
    team = decode(team_words)
    editions = [
        Edition(deck.card_of(name, source, team_words, team), source)
        for name, source in sources.items()
    ]
    db.write(lambda work: publish(work, editions, team_words), ENGINE)
    deck.put_in_force([one.card for one in editions])


def read_playbooks(team: TeamFile, folder: Path) -> dict[str, str]:
    """The documents on this disk by name, looked for beside the team file. Raises Invalid that
    names each file that is missing, empty or unreadable. A team without one is paged by our
    defaults."""
    disk = PlaybookDisk(folder)
    readings = [disk.read(one) for one in team.playbooks if one.repository is None]
    faults = [
        f"playbook {one.entry.name}: {why}"
        for one in readings
        for why in ([one.why] if one.why is not None else one.faults)
    ]
    if faults:
        unreadable = Invalid("; ".join(faults), where="playbooks")
        unreadable.add_note("Mend the document, or its path under playbooks in the team file")
        raise unreadable
    return {found.name: found.words for one in readings for found in one.found} or {"none": ""}


@cache
def read_vocabulary() -> Vocabulary:
    """The words of many languages that the compiler and the linter know, and its codes."""
    room = files("runcard.domain.playbooks")
    words, lint = (
        tomllib.loads(room.joinpath(name).read_text("utf-8"))
        for name in ("vocabulary.toml", "lint.toml")
    )
    codes: dict[str, dict[str, str]] = {}
    for file in room.joinpath("codes").iterdir():
        if file.name.endswith(".toml"):
            codes |= tomllib.loads(file.read_text("utf-8"))
    return vocabulary_from(words, lint, kinds_from(codes) | REALITY)


@cache
def read_tables() -> Tables:
    """What is known about the tools of operations, one file a tool."""
    folder = files("runcard.domain.commands").joinpath("tables")
    tables = {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    return tables_from(tables)


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
