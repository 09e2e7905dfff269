"""A small house in which every wall stands, to be broken one wall at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import SRC, House, Rule

# A path that starts with tests/ or docs/ is kept as it is; any other lies below src/runcard.
# None takes a file away.
Tree = Mapping[str, str | None]
Changed = Callable[[Tree], House]

ROOM = {
    "model": "from runcard.domain.people.model import Person\n",
    "rules": "from runcard.domain.escalation.model import Level\n",
    "store": "import sqlalchemy\n\nfrom runcard.db.work import Work\n",
    "actions": """from runcard.db.work import Work
from runcard.domain.escalation import store
from runcard.domain.escalation.rules import next_level
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda import store as agenda


def begin(work: Work) -> None:
    \"\"\"Arm the first level.\"\"\"
    require(work.actor, Permission.RESPOND)
    agenda.arm(work)
""",
    "queries": """from runcard.db.work import Work
from runcard.domain.people.store import people
from runcard.kernel.permission import open_to_everyone


@open_to_everyone
def policies(work: Work) -> list[str]:
    return []
""",
}

SOUND: dict[str, str] = {
    "__init__.py": '"""Runcard."""\n\n__version__ = "1"\n',
    "kernel/permission.py": "from enum import Enum\n",
    "kernel/clock.py": "from datetime import UTC, datetime\n",
    "db/work.py": "import sqlalchemy\n\nfrom runcard.kernel.clock import Clock\n",
    "db/writer.py": "try:\n    pass\nexcept Exception:\n    pass\n",
    "ledgers/agenda/store.py": "from runcard.db.work import Work\n",
    "ledgers/timeline/model.py": 'class Entry:\n    pass\n\n\nclass Paged:\n    kind = "paged"\n',
    "domain/people/model.py": "from dataclasses import dataclass\n",
    "domain/people/store.py": "import sqlalchemy\n",
    **{f"domain/escalation/{name}.py": text for name, text in ROOM.items()},
    "domain/paging/ports.py": "from typing import Protocol\n",
    "domain/paging/markdown.py": "from pathlib import PurePath\n\nimport markdown_it\n",
    "flows/escalation_is_due.py": "from runcard.domain.escalation import actions\n",
    "adapters/registry.py": "import importlib\n\nload = importlib.import_module\n",
    "adapters/notify/ntfy.py": """from runcard.domain.paging.ports import Notifier


class Ntfy:
    kind = "ntfy"


PLUGIN = Ntfy
""",
    "adapters/plots/figures.py": "import matplotlib\n",
    "engine/fire.py": "from runcard.flows.escalation_is_due import escalation_is_due\n",
    "interfaces/api/app.py": "from runcard.interfaces.api.escalation import routes\n",
    "interfaces/api/escalation.py": "from runcard.domain.escalation import queries\n",
    "interfaces/web/escalation.py": "from runcard.flows import escalation_is_due\n",
    "interfaces/cli/main.py": "from importlib import import_module\n",
    "interfaces/cli/serve.py": "from runcard.app import build\nfrom runcard.settings import read\n",
    "settings.py": 'import os\n\n\ndef read() -> str:\n    return os.environ["RUNCARD_X"]\n',
    "app.py": "from runcard.interfaces.api.app import api\nfrom runcard.settings import Settings\n",
    "__main__.py": "from runcard.interfaces.cli.main import main\n",
    "tests/rooms/escalation/test_rules.py": "def test_a_level_follows_a_level() -> None: ...\n",
    "docs/reference/plug-ins/notify/ntfy.md": "# ntfy\n",
    "docs/reference/timeline-entries.md": "# Timeline entries\n\n## `paged`\n",
}


@dataclass(frozen=True)
class BrokenWall:
    """A change to the sound house, said as a sentence, and the words its rule must answer with."""

    sentence: str
    rule: Rule
    change: Tree
    says: str

    def __str__(self) -> str:
        return self.sentence.replace(" ", "_")


def build(root: Path, change: Tree, under: House | None = None) -> House:
    """Write the change, and a sign for every folder it opens; lay it over the house below it."""
    tree = {rooted(name): text for name, text in change.items()}
    known = under.texts if under else {}
    files = {sign: '"""A sign."""\n' for sign in signs(tree) if sign not in known} | tree
    for name, text in files.items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(opened(name, text), encoding="utf-8")
    return House(root, under, frozenset(name for name, text in files.items() if text is None))


def rooted(name: str) -> str:
    return name if name.startswith(("tests/", "docs/")) else SRC + name


def signs(tree: Tree) -> set[str]:
    """One for every folder below src/runcard that leads to a file."""
    inside = [name for name in tree if name.startswith(SRC)]
    above = {folder.as_posix() for name in inside for folder in Path(name).parents}
    return {f"{folder}/__init__.py" for folder in above if folder.startswith(SRC)}


def opened(name: str, text: str) -> str:
    """Python opens with a docstring, unless the text brings its own or asks for none with `#`."""
    if not name.endswith(".py") or text.startswith(('"""', "#")):
        return text
    return f'"""A file."""\n\n{text}'
