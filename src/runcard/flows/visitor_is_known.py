"""Who comes in with a token: the database says so; while it is away, whoever came in by the same
token since the start is known still."""

from runcard.domain.access.queries import still_let_in, visitor_of
from runcard.domain.access.rules import digest_of
from runcard.flows.house import House
from runcard.kernel.actor import Actor, Anonymous
from runcard.kernel.errors import Forbidden, Unavailable

NOBODY = Anonymous()
NOT_SEEN = (
    "The database is away, and this token has not come in since Runcard started; answer by the "
    "link of your page, which needs no token"
)


def visitor_is_known(house: House, words: str) -> Actor:
    """Raises Forbidden for a token that lets nobody in, Unavailable for one that nobody can look
    up."""
    digest, age = digest_of(words), house.visitors.age
    try:
        visitor = house.db.read(lambda work: visitor_of(work, words), NOBODY)
    except Forbidden:
        house.visitors.drop(digest)
        raise
    except Unavailable:
        return visitor_from_memory(house, words)
    house.visitors.keep(digest, visitor, age=age)
    return visitor.actor


def visitor_from_memory(house: House, words: str) -> Actor:
    """For while the database is away. Raises Unavailable for a token that never came in."""
    visitor = house.visitors.last(digest_of(words), house.clock.now())
    if visitor is None:
        raise Unavailable(NOT_SEEN)
    return visitor.actor


def visitors_are_looked_up_again(house: House) -> None:
    """While the database is there, nobody is remembered whose token was revoked or has ended,
    wherever that was said. Raises Unavailable when it is away."""
    asked = house.visitors.digests
    if asked:
        good = house.read(lambda work: still_let_in(work, asked))
        house.visitors.confirm(asked, good)
