"""The reference follows from the source, and is up to date."""

from pathlib import Path

import pytest

from tools.write_reference import ROOT, out_of_date, pages

NOTIFIER = '''
@dataclass
class Pushpin:
    """Push pages to a board."""

    kind: ClassVar[str] = "pushpin"

    server: str
    topic: str | None = None

    def send(self): ...

class Part: ...

PLUGIN = Pushpin
'''
MODEL = '''
class Word(StrEnum):
    YES = "yes"

@dataclass
class Opened:
    """An incident began."""

    kind: ClassVar[str] = "opened"

    title: str
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A source with one plug-in and one timeline entry."""
    for path, text in {
        "adapters/notify/pushpin.py": NOTIFIER,
        "ledgers/timeline/model.py": MODEL,
    }.items():
        place = tmp_path / "src" / "runcard" / path
        place.parent.mkdir(parents=True)
        place.write_text(text)
    return tmp_path


def page(house: Path, name: str) -> str:
    return pages(house)[house / "docs" / "reference" / name]


def test_our_own_reference_is_up_to_date() -> None:
    assert out_of_date(ROOT) == [], "run `make docs`"


def test_a_plug_in_has_a_page_with_its_docstring_and_its_settings(house: Path) -> None:
    text = page(house, "plug-ins/notify/pushpin.md")
    assert "Push pages to a board." in text
    assert "| `server` | `str` | must be given |" in text
    assert "| `topic` | `str \\| None` | `None` |" in text


def test_plug_ins_are_listed_by_family(house: Path) -> None:
    assert "* [`pushpin`](notify/pushpin.md)" in page(house, "plug-ins/README.md")


def test_entries_have_a_heading_each_and_words_have_none(house: Path) -> None:
    text = page(house, "timeline-entries.md")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## `opened`"]
    assert "| `title` | `str` |" in text.splitlines()


def test_a_page_that_is_missing_or_left_over_is_found(house: Path) -> None:
    left = house / "docs" / "reference" / "plug-ins" / "notify" / "gone.md"
    left.parent.mkdir(parents=True)
    left.write_text("# gone\n")
    found = out_of_date(house)
    assert "docs/reference/timeline-entries.md" in found
    assert "docs/reference/plug-ins/notify/gone.md" in found
