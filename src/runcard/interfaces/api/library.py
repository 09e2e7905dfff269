"""The versions of a playbook over HTTP: publish, look back, compare, go back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from fastapi import APIRouter
from pydantic import AfterValidator, StringConstraints

from runcard.flows.playbook_is_published import Asked, Difference, Outcome, Volume
from runcard.interfaces.api.asked import REFUSE_UNKNOWN, Line, storable
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.wire import Listing

MOST_SOURCE = 4_000_000
routes = APIRouter(tags=["playbooks"])
Source = Annotated[
    str, StringConstraints(min_length=1, max_length=MOST_SOURCE), AfterValidator(storable)
]


@dataclass(frozen=True, slots=True)
class Publish:
    """A document in its own words; `confirm` where what it loses shall be lost."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    source: Source
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class RollBack:
    """A version by its number or its id."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    version: Line
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """A document to be held against what is in force; nothing is changed."""

    __pydantic_config__: ClassVar = REFUSE_UNKNOWN

    source: Source


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version, without its words."""

    number: int
    id: str
    published_at: datetime
    in_force: bool
    changes: tuple[str, ...]


@routes.get("/playbooks/{name}/versions")
async def list_versions(desk: Asks, by: By, name: str) -> Listing[VersionShown]:
    """Every version, the oldest first, each with what it changed."""
    return Listing(tuple(map(version_shown, await desk.volumes(by, name))))


@routes.post("/playbooks/{name}/versions", status_code=201)
async def publish_version(desk: Asks, by: By, name: str, body: Publish) -> Outcome:
    """Put a document in force; refused where it loses something and nobody confirmed that."""
    asked = Asked(body.source, body.confirm)
    return await desk.publish(by, name, asked)


@routes.post("/playbooks/{name}/rollback")
async def roll_back(desk: Asks, by: By, name: str, body: RollBack) -> Outcome:
    """Publish an older version again, beside the team file of today."""
    return await desk.roll_back(by, name, body.version, confirmed=body.confirm)


@routes.get("/playbooks/{name}/changes")
async def show_changes(
    desk: Asks, by: By, name: str, old: str = "now", new: str = "now"
) -> Difference:
    """What goes differently from one version to another; `now` is the one in force."""
    return await desk.difference(by, name, old, new)


@routes.post("/playbooks/{name}/changes")
async def compare(desk: Asks, by: By, name: str, body: Compare) -> Difference:
    """What a document would change, were it published."""
    return await desk.compare(by, name, body.source)


@routes.post("/playbooks/{name}/retire", status_code=204)
async def retire(desk: Asks, by: By, name: str) -> None:
    """Take a playbook out of force; the last one stays."""
    await desk.retire(by, name)


def version_shown(one: Volume) -> VersionShown:
    version = one.version
    return VersionShown(
        one.number, version.id, version.published_at, version.is_in_force, one.changes
    )
