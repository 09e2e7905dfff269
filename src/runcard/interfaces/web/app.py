"""The web door of a real house."""

from starlette.routing import BaseRoute

from runcard.flows.front_desk import FrontDesk
from runcard.flows.house import House
from runcard.interfaces.web.sitemap import pages_over


def routes(house: House) -> list[BaseRoute]:
    """Every page, ready to be mounted at the root."""
    return pages_over(FrontDesk(house))
