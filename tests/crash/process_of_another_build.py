"""`python -m tests.crash.process_of_another_build --version 2 serve`: the Runcard of a later build,
whose engine's parts all bear that number. What else a later build would change is not ours to say.
"""

import sys
from typing import cast

from runcard.interfaces.cli.main import main
from runcard.ledgers.agenda.modules import VERSIONS, Module

if __name__ == "__main__":
    flag, version, *words = sys.argv[1:]
    assert flag == "--version", "say which"
    cast(dict[Module, int], VERSIONS).update(dict.fromkeys(Module, int(version)))
    sys.argv = ["runcard", *words]
    main()
