"""The reference pages in docs/ are those that the plug-ins themselves write."""

import re
from pathlib import Path

import pytest

from runcard.adapters.notify.email import EXAMPLE
from runcard.adapters.reference import page, pages, write_pages
from runcard.adapters.registry import example_of, plugins
from runcard.kernel.secret import Secret

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "plug-ins"


@pytest.mark.parametrize(("place", "text"), list(pages()), ids=lambda part: str(part)[:40])
def test_every_page_is_up_to_date(place: Path, text: str) -> None:
    refresh = "run: python -m runcard.adapters.reference docs/reference/plug-ins"
    assert (DOCS / place).read_text(encoding="utf-8") == text, refresh


def test_a_page_lists_every_setting_and_no_secret() -> None:
    text = page("email", type(EXAMPLE))
    assert "| `host` | text | must be given |" in text
    assert "| `password` | secret | none |" in text
    assert isinstance(EXAMPLE.password, Secret)
    assert EXAMPLE.password.reveal() not in text


def test_pages_are_written_below_the_folder(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert (tmp_path / "notify" / "webhook.md").is_file()


@pytest.mark.parametrize("kind", ["alertmanager", "generic"])
def test_the_payloads_in_the_page_on_intake_are_read(kind: str) -> None:
    said = (DOCS.parent / "intake.md").read_text(encoding="utf-8")
    posts = re.findall(rf"/in/{kind}/KEY \\\n.*?<<'JSON'\n(.*?)\nJSON\n", said, re.DOTALL)
    intake = example_of(plugins("intake")[kind])
    assert posts
    assert all(len(intake.parse(post.encode(), {})) == 1 for post in posts)
