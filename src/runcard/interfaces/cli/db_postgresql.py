"""What is left to PostgreSQL's own tools, and how they are called."""

from sqlalchemy import URL, make_url

from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid, RuncardError


def by_its_own_tool(address: str, command: str) -> RuncardError:
    """The whole command, without the password, which belongs in ~/.pgpass or PGPASSWORD."""
    said = make_url(address)
    place = (said.host, said.port, said.database, said.query)
    url = URL.create("postgresql", said.username, None, *place)
    return advised(
        Invalid("The database is PostgreSQL, whose own tools back up and restore it"),
        f"{command} --dbname='{url.render_as_string()}'",
    )
