"""`runcard lsp`: answers an editor over stdin and stdout."""

import typer

from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.main import loaded_file
from runcard.kernel.errors import Unavailable

app = typer.Typer(add_completion=False, rich_markup_mode=None)
LIBRARIES = {"pygls", "lsprotocol"}


@app.command()
def lsp() -> None:
    """Answer an editor: findings, hover, fixes and layout. It speaks the language server protocol
    on stdin and stdout, and reads and writes no file."""
    try:
        language_server = loaded_file("language_server")
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in LIBRARIES:
            raise
        raise advised(
            Unavailable("The language server is not installed"), "pip install 'runcard[lsp]'"
        ) from None
    language_server.serve()
