"""Documents on this machine, one by one or by the folder."""

from pathlib import Path

from runcard.adapters.playbook_disk import PlaybookDisk
from runcard.domain.people.model import PlaybookSource


def test_a_document_is_read_from_beside_the_team_file(tmp_path: Path) -> None:
    (tmp_path / "ovens.md").write_bytes("\ufeff# Ovens\r\n".encode())
    reading = PlaybookDisk(tmp_path).read(PlaybookSource("ovens", "ovens.md"))
    assert [(one.name, one.path, one.words) for one in reading.found] == [
        ("ovens", "ovens.md", "# Ovens\r\n")
    ]
    assert not reading.is_folder


def test_a_folder_is_every_markdown_file_below_it(tmp_path: Path) -> None:
    for name in ("a.md", "deep/b.markdown", ".git/c.md", "d.txt"):
        path = tmp_path / "books" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# x\n", encoding="utf-8")
    reading = PlaybookDisk(tmp_path).read(PlaybookSource("books", "books/"))
    assert [(one.name, one.path) for one in reading.found] == [
        ("a", "books/a.md"), ("b", "books/deep/b.markdown"),
    ]  # fmt: skip
    assert reading.is_folder


def test_one_bad_file_of_a_folder_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("# good\n", encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe")
    reading = PlaybookDisk(tmp_path).read(PlaybookSource("all", "."))
    assert [one.name for one in reading.found] == ["good"]
    assert "bad.md is not UTF-8 at byte 0" in reading.faults[0]
    assert reading.why is None


def test_what_is_not_there_is_said_and_never_raised(tmp_path: Path) -> None:
    disk = PlaybookDisk(tmp_path)
    assert "cannot be read: No such file" in str(disk.read(PlaybookSource("x", "x.md")).why)
    (tmp_path / "none").mkdir()
    assert "holds no Markdown document" in str(disk.read(PlaybookSource("x", "none")).why)
    (tmp_path / "empty.md").touch()
    assert "is empty" in str(disk.read(PlaybookSource("x", "empty.md")).why)
