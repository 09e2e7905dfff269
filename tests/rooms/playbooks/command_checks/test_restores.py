"""A backup laid over what is there: saved above, put beside, or simply lost."""

from datetime import date

import pytest

from runcard.adapters.reference_works import read_linter

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["BACKUP DATABASE Gate TO DISK = 'E:\\\\now.bak';"], False),
        (["SELECT count(*) FROM Gate;"], True),
    ],
)
def test_what_was_saved_in_the_block_above_is_saved(lines: list[str], is_found: bool) -> None:
    restore = "RESTORE DATABASE Gate FROM DISK = 'E:\\\\full.bak' WITH REPLACE;"
    blocks = "\n\nThen:\n\n".join(
        "\n".join(["```sql", *some, "```"]) for some in (lines, [restore])
    )
    found = read_linter().judged(f"# Gates\n\n{blocks}\n", DAY).findings
    assert ("RC731" in {one.code for one in found}) is is_found


def test_a_database_that_is_made_on_the_same_line_is_new() -> None:
    made = "ssh db 'createdb tides_check && pg_restore -d tides_check /backup/tides.dump'"
    over = "ssh db 'pg_restore -d tides /backup/tides.dump'"
    codes = [
        {one.code for one in read_linter().judged(f"# G\n\n```bash\n{line}\n```\n", DAY).findings}
        for line in (made, over)
    ]
    assert ["RC731" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("pg_dump -Fc tides > /backup/before.dump", False),
        ("sudo zfs snapshot tank/tides@before", False),
        ("ls -l /backup", True),
    ],
)
def test_a_dump_or_a_snapshot_in_the_block_above_saves(above: str, is_found: bool) -> None:
    over = "pg_restore --clean -d tides /backup/tides.dump"
    text = f"# Gates\n\n```bash\n{above}\n```\n\nNow:\n\n```bash\n{over}\n```\n"
    found = read_linter().judged(text, DAY).findings
    assert ("RC731" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(("place", "is_found"), [("### Look", False), ("## Hall", True)])
def test_a_dump_in_another_part_of_the_chapter_saves(place: str, is_found: bool) -> None:
    dump = "```bash\npg_dump gate > now.sql\n```\n"
    restore = "```bash\npg_restore --clean -d gate old.dump\n```\n"
    text = f"# Gates\n\n## Gate broken\n\n{place}\n\n{dump}\n## Gate lost\n\n### Mend\n\n{restore}"
    text = text.replace("## Gate lost\n\n", "" if place.startswith("###") else "## Gate lost\n\n")
    found = read_linter().judged(text, DAY).findings
    assert ("RC731" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("path", "is_found"),
    [
        ("db/migrations/0042_add_tide.sql", False),
        ("sql/migration_0042.sql", False),
        ("/backups/pre-migration.sql", True),
        ("tides.sql", True),
        ("/backups/tides_2026.sql", True),
    ],
)
def test_a_migration_is_no_backup(path: str, is_found: bool) -> None:
    text = f"# Gates\n\n```bash\npsql -d tides < {path}\n```\n"
    found = read_linter().judged(text, DAY).findings
    assert ("RC731" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("flag", "is_found"), [(" --dry-run", False), (" --simulate", False), ("", True)]
)
def test_a_restore_that_only_shows_what_it_would_do_writes_nothing(
    flag: str, is_found: bool
) -> None:
    text = f"# Gates\n\n```bash\n./bin/tariff-restore.sh --from 2026-05{flag}\n```\n"
    found = read_linter().judged(text, DAY).findings
    assert ("RC731" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("qmrestore /copies/gate.vma 204 --force", True),
     ("pct restore 204 /copies/gate.tar --force", False)],
)  # fmt: skip
def test_whoever_was_warned_of_a_restore_knows_what_it_asks(line: str, is_found: bool) -> None:
    text = f"# Gates\n\nThe bookings since midnight are lost.\n\n```bash\n{line}\n```\n"
    found = {one.code for one in read_linter().judged(text, DAY).findings}
    assert ("RC756" in found) is is_found


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('openssl enc -aes-256-cbc -d -in "$COPY" | gunzip | mysql -h quay tides', "RC731"),
        ("gpg --decrypt tides.gpg | psql tides", "RC731"),
        ('openssl enc -aes-256-cbc -in "$COPY" | gzip > tides.enc', ""),
        ("gpg --decrypt tides.gpg | less", ""),
    ],
)
def test_a_copy_that_is_deciphered_into_a_database_is_a_restore(line: str, code: str) -> None:
    found = read_linter().judged(f"# Gates\n\n```bash\n{line}\n```\n", DAY).findings
    assert {one.code for one in found} & {"RC725", "RC731"} == ({code} if code else set())
