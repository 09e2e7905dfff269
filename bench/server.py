"""Starts a Runcard in a folder, and whatever else a measurement needs a door for."""

import json
import os
import socket
import subprocess
import sys
import time

WITHIN_S = 60
LOOK_AGAIN_S = 0.01


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def start(folder, *settings):
    """With these lines of runcard.toml: the process, its note (addresses and token), and the
    seconds until it was there."""
    lines = [f"port = {free_port()}", "console = false", *settings]
    (folder / "runcard.toml").write_text("\n".join(lines))
    note = folder / "runcard-data" / "server.json"
    note.unlink(missing_ok=True)
    log = (folder / "log").open("a")
    command = [sys.executable, "-m", "runcard", "serve"]
    # As installed: the second start finds its modules compiled.
    env = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=env)
    while not note.exists():
        if process.poll() is not None or time.monotonic() - begun > WITHIN_S:
            sys.exit((folder / "log").read_text() or f"Runcard did not start within {WITHIN_S} s")
        time.sleep(LOOK_AGAIN_S)
    return process, json.loads(note.read_text()), time.monotonic() - begun


def stop(*processes):
    for process in processes:
        process.terminate()
        process.wait(60)
