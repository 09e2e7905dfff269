"""What a fence writes into a file is text; what it tells a program is not."""

import pytest

from runcard.domain.playbooks.page.written_files import written_files


def written(text: str) -> list[list[str]]:
    return [[one.text for one in lines] for lines in written_files(text.split("\n"), 1)]


@pytest.mark.parametrize(
    ("fence", "files"),
    [
        ("cat > log.md <<EOF\n# [lock]\n\nWater: \nEOF\nls", [["# [lock]", "", "Water: "]]),
        ("cat <<'END' >> log.md\nWater\nEND", [["Water"]]),
        ("sudo tee log.md <<EOF\nWater\nEOF", [["Water"]]),
        ('echo "Water" > a.txt\necho "Wind" >> a.txt', [["Water", "Wind"]]),
        ("echo 'Water' > a.txt\necho 'Wind' > b.txt", [["Water"], ["Wind"]]),
    ],
)  # fmt: skip
def test_text_for_a_file(fence: str, files: list[list[str]]) -> None:
    assert written(fence) == files


@pytest.mark.parametrize(
    "fence",
    ["psql <<EOF\nSELECT 1;\nEOF", "cat <<EOF\nWater\nEOF", 'echo "Water"', "echo Water | tee a",
     "cat <<EOF 2>&1\nWater\nEOF", "cat > log.md <<EOF\nno end"],
)  # fmt: skip
def test_what_is_run_or_shown_is_no_file(fence: str) -> None:
    assert written(fence) == []
