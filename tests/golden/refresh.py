"""Write what is understood now beside every document of ours: `python -m tests.golden.refresh`.

The difference is then read by a person before it is kept.
"""

import json
import tomllib
from importlib.resources import files
from pathlib import Path

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import vocabulary_from
from tests.golden.summary import summary_of


def refresh() -> None:
    """Compile every document and write its summary."""
    words = files("runcard.domain.playbooks").joinpath("vocabulary.toml").read_text("utf-8")
    vocabulary = vocabulary_from(tomllib.loads(words))
    for kept in sorted((Path(__file__).parent / "playbooks").glob("*.json")):
        document = kept.with_suffix(".md")
        summary = summary_of(compile_playbook(document.read_text("utf-8"), vocabulary))
        text = json.dumps(summary, ensure_ascii=False, indent=1)
        kept.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    refresh()
