"""Write what is understood now beside every document of ours: `python -m tests.golden.refresh`.

The difference is then read by a person before it is kept.
"""

import json
from pathlib import Path

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from tests.golden.summary import summary_of


def refresh() -> None:
    """Compile every document and write its summary."""
    vocabulary = read_vocabulary()
    for kept in sorted((Path(__file__).parent / "playbooks").glob("*.json")):
        document = kept.with_suffix(".md")
        summary = summary_of(compile_playbook(document.read_text("utf-8"), vocabulary))
        text = json.dumps(summary, ensure_ascii=False, indent=1)
        kept.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    refresh()
