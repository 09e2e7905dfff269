"""The ways a page leaves, as far as the settings set them up."""

from runcard.adapters.registry import configure, plugins
from runcard.domain.paging.ports import Notifier
from runcard.settings import Settings


def ways_out(settings: Settings) -> dict[str, Notifier]:
    """By kind."""
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
