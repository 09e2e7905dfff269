"""`python -m tests.peers.durable_postgres COMMAND ...`: runs it with the URL of a new database as
its last word, on a PostgreSQL that waits for the disk; for measurements."""

import subprocess
import sys

from tests.peers.postgres import DURABLE_OPTIONS, find_binaries, own_server

if __name__ == "__main__":
    binaries = find_binaries()
    if binaries is None:
        sys.exit("there is no PostgreSQL here; make test installs one in .venv")
    with own_server(binaries, DURABLE_OPTIONS) as server:
        sys.exit(subprocess.run([*sys.argv[1:], server.create_database()], check=False).returncode)
