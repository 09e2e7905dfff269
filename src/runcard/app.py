"""The roof: everything is built and joined here, once; it starts, stops and serves tests."""

import os
import platform
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from uuid import uuid4

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from runcard import __version__
from runcard.adapters.git_repository import GitRepository
from runcard.adapters.http import OutboundHttp
from runcard.adapters.key_file import KeyFileOnDisk
from runcard.adapters.playbook_disk import PlaybookDisk
from runcard.adapters.reference_works import read_linter
from runcard.adapters.registry import configure, plugins
from runcard.adapters.team_file import read_team_file
from runcard.db.database import Database
from runcard.db.room import Reserve
from runcard.db.spool import Spool
from runcard.db.timing import time_transactions
from runcard.domain.access.actions import install_secret
from runcard.domain.access.pushes import PUSHED
from runcard.domain.alerts.ports import Intake
from runcard.domain.paging.ports import Notifier
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.repository import Library
from runcard.engine.deck_watch import DeckWatch
from runcard.engine.drain import Drain
from runcard.engine.heartbeat import Heartbeat
from runcard.engine.opening import Opening
from runcard.engine.presence import Presence
from runcard.engine.recovery import recover
from runcard.engine.room_watch import RoomWatch
from runcard.engine.threads import EngineThreads
from runcard.engine.wakeup import Wakeup
from runcard.flows.cards_at_hand import cards_at_hand
from runcard.flows.database_is_away import Shelter
from runcard.flows.database_is_recognised import database_is_opened
from runcard.flows.deck import Deck
from runcard.flows.doors_are_unlocked import AtHand, Doorkeys, doors_are_unlocked, keys_at_hand
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
from runcard.kernel.errors import Unavailable
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
    _opening: Opening = field(init=False)

    def __post_init__(self) -> None:
        self.house.visitors.expect(*self.keys.administrator)
        self._drain = Drain(self.house)
        self._room = RoomWatch(self.house)
        self._opening = Opening(self._come_to_life)
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
        """Recover what was left half done, then let the engine run; without a database, as soon as
        there is one."""
        self.house.db.listeners.append(self.house.bell.ring)
        self._drain.start()
        self._room.loop.start()
        if self.house.db.is_open:
            self._run()
        else:
            self._opening.start()

    def _come_to_life(self) -> None:
        """The database was away at the start. Raises Unavailable while it still is."""
        if not self.house.db.is_open:
            db = self.house.db
            db.open(database_is_opened(self.settings.database, db.clock))
        self.keys = moved_in(self.settings, self.house)
        self._run()

    def _run(self) -> None:
        self._presence.start()
        if self.settings.only is not Only.DOORS:
            recover(self.house)
            self._threads.start()
            if self.settings.heartbeat_urls:
                self._heartbeat.loop.start()
        engines = self.house.db.engines
        if not engines.is_embedded:
            another = self._another_node_changed_something
            self._wakeup = Wakeup(engines.reading, another, self.house.db.node)
            self._wakeup.start()
            self._watch.start()

    def stop(self) -> None:
        """Decide nothing new, let what is in the air land, put the database down."""
        self._opening.stop()
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
    reserve = Reserve(settings.data)
    db = Database(clock=clock, make_room=reserve.give_up)
    with ExitStack() as undo:
        undo.callback(db.close)
        at_hand = None
        try:
            db.open(database_is_opened(settings.database, clock))
        except Unavailable:
            at_hand = keys_at_hand(KeyFileOnDisk(settings.data))
            if at_hand is None:
                raise
        app = joined(settings, db, library, reserve, at_hand)
        undo.pop_all()
        return app


def library_of(settings: Settings) -> Library:
    """Where the team file says that the documents stand."""
    team_words = read_team_file(settings.team)
    git = GitRepository(settings.data / "repositories", dict(os.environ))
    disk = PlaybookDisk(settings.team.parent)
    return Library(team_words, decode(team_words).playbooks, disk, git)


def joined(
    settings: Settings, db: Database, library: Library, reserve: Reserve, at_hand: AtHand | None
) -> App:
    """The house over an open database, or over what is at hand while it is away."""
    deck = Deck(read_linter())
    if at_hand is None:
        secret = Secret(db.write(install_secret, ENGINE).hex())
    else:
        secret = at_hand.links
        cards_at_hand(deck, library)
    links = Links(settings.base_url, secret)
    ways, http = ways_out(settings), OutboundHttp()
    spool = Spool(settings.data / "spool", make_room=reserve.give_up)
    house = House(
        db, deck, ways, http, settings.base_url, links,
        library=library, shelter=Shelter(spool, deck, ways, http, links), reserve=reserve,
        throttles_pages=settings.throttle_pages,
    )  # fmt: skip
    keys = moved_in(settings, house) if at_hand is None else at_hand.keys
    return App(settings, house, doors(settings, house, keys), keys)


def moved_in(settings: Settings, house: House) -> Doorkeys:
    """What the documents say is in force, and the doors open."""
    assert house.library is not None
    house.read(house.quarantine.look_again)
    library_opens(house.db, house.deck, house.library)
    house.write(lambda work: library_is_watched(work, house))
    time_transactions(house.db.engines.writing, house.tally.commit_took)
    kinds = [*plugins("intake"), *([PUSHED] if house.library.has_repository else [])]
    return doors_are_unlocked(house.db, KeyFileOnDisk(settings.data), kinds, house.links.key)


def doors(settings: Settings, house: House, keys: Doorkeys) -> ASGIApp:
    """Every door behind one address."""
    intakes: dict[str, Intake] = {kind: intake() for kind, intake in plugins("intake").items()}
    limits = Limits(settings.max_body, settings.max_alerts)
    desk = FrontDesk(house)
    intake = intake_route(house, intakes, limits, keys.sources)
    push = push_route(house, limits.bytes)
    metrics = metrics_route(desk, house.tally, settings.metrics_token)
    others = [*health_routes(desk), metrics, Mount(PREFIX, api(desk)), *web_routes(house)]
    return StormDoor(intake, Starlette(routes=[push, intake, *others]))


def ways_out(settings: Settings) -> dict[str, Notifier]:
    """The ways a page leaves, by kind, as far as they are set up."""
    secret, smtp = settings.webhook_secret, settings.smtp
    asked = {
        "console": {} if settings.console else None,
        "dev_phone": {} if settings.dev_phone else None,
        "webhook": {} if secret is None else {"secret": secret},
        "email": None if smtp is None else smtp.said,
    }
    known = plugins("notify")
    return {kind: configure(known[kind], said) for kind, said in asked.items() if said is not None}
