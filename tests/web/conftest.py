"""The pages over a pretend house, and somebody who has signed in to them."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from runcard.interfaces.web.sitemap import pages_over
from tests.web.pretend_house import TOKEN, PretendDesk

OUR_PAGE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def desk() -> PretendDesk:
    return PretendDesk()


@pytest.fixture
def stranger(desk: PretendDesk) -> Iterator[TestClient]:
    """Nobody we know."""
    site = Starlette(routes=pages_over(desk))
    with TestClient(site, "http://rc.example", follow_redirects=False) as client:
        yield client


@pytest.fixture
def ada(stranger: TestClient) -> TestClient:
    """Ada, signed in, whose forms come from our own pages."""
    stranger.cookies.set("runcard_token", TOKEN)
    stranger.headers.update(OUR_PAGE)
    return stranger
