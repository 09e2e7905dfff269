"""What is there is kept: packed, put beside, or ordered by a box to tick."""

from datetime import date

import pytest

from runcard.adapters.reference_works import read_linter

DAY = date(2026, 11, 25)
HEAD = "# Mill\n\n## Stones\n\n### Stone cracked\n\n"


def codes_in(text: str) -> set[str]:
    return {one.code for one in read_linter().judged(text, DAY).findings}


def shell(*lines: str) -> str:
    return "\n".join(["```bash", *lines, "```", ""])


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("# Back up what is there\ntar -czf stones-now.tgz /srv/mill", False),
        ("# Unpack the tools\ntar -xzf tools.tgz /srv/mill", True),
        ("cp grain.log grain.log.cracked", False),
        ("cp grain.log /srv/mill", True),
    ],
)
def test_what_was_packed_or_put_beside_is_kept(above: str, is_found: bool) -> None:
    restore = shell(above, "./restore_stones.sh --latest")
    assert ("RC731" in codes_in(HEAD + restore)) is is_found


def test_what_was_put_beside_is_no_copy_of_a_database() -> None:
    lines = ("cp mill.conf mill.conf.old", "pg_restore --clean -d mill /backup/mill.dump")
    assert "RC731" in codes_in(HEAD + shell(*lines))


@pytest.mark.parametrize(
    ("item", "is_found"),
    [
        ("- [ ] Snapshot of the cracked stones", False),
        ("- [ ] Take the last backup", True),
        ("- Snapshot of the cracked stones", True),
    ],
)
def test_a_box_to_tick_orders_the_copy(item: str, is_found: bool) -> None:
    text = f"# Mill\n\n## Stones\n\n### List\n\n{item}\n\n### Restore\n\n"
    assert ("RC731" in codes_in(text + shell("./restore_stones.sh --latest"))) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [("If both mills are lost, on new servers:", False), ("If both mills are slow:", True)],
)
def test_what_is_built_anew_holds_nothing_to_keep(label: str, is_found: bool) -> None:
    restore = shell("mysql mill < /backup/mill.sql")
    assert ("RC731" in codes_in(f"{HEAD}{label}\n\n{restore}")) is is_found


@pytest.mark.parametrize(
    ("packed", "is_found"), [("/srv/mill", False), ("/srv/mill-2", True), ("/etc/mill", True)]
)
def test_a_folder_is_removed_in_peace_once_it_is_packed(packed: str, is_found: bool) -> None:
    lines = (f"tar -cf mill.tar {packed}", "rm -rf /srv/mill/stones")
    assert ("RC725" in codes_in(HEAD + shell(*lines))) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (('echo "Taking $STONE"', "read -p 'Sure? ' yes", '[ "$yes" = y ] || exit 1'), False),
        (('echo "Taking $STONE"', "read -p 'Sure? ' yes"), True),
        (('echo "Taking $SACK"', "read -p 'Sure? ' yes", '[ "$yes" = y ] || exit 1'), True),
    ],
)
def test_a_question_that_names_what_goes_is_a_warning(
    lines: tuple[str, ...], is_found: bool
) -> None:
    text = HEAD + shell(*lines, 'rm -rf "/srv/mill/$STONE"')
    assert ("RC725" in codes_in(text)) is is_found


@pytest.mark.parametrize(("folder", "is_found"), [("/srv/mill/logs", False), ("/srv/mill", True)])
def test_old_files_of_a_folder_for_logs_are_small(folder: str, is_found: bool) -> None:
    lines = ("# Clear what is old", f"find {folder} -mtime +7 -delete")
    assert ("RC725" in codes_in(HEAD + shell(*lines))) is is_found


@pytest.mark.parametrize(
    ("dump", "is_found"),
    [("pg_dump quay > /safe/quay.sql", False), ("mongodump --out /safe", True)],
)
def test_only_a_dump_of_the_same_database_keeps_its_rows(dump: str, is_found: bool) -> None:
    rows = "psql -d quay -c 'DELETE FROM pilots WHERE id = 7'"
    text = f"# Quay\n\n## Security breach\n\n{shell(dump, rows)}"
    assert ("RC728" in codes_in(text)) is is_found


@pytest.mark.parametrize(
    ("above", "gone", "is_found"),
    [
        ("redis-cli LRANGE moorings 0 -1 > moorings.json", "redis-cli DEL moorings", False),
        ("redis-cli -n 2 hgetall berths > berths.txt", "redis-cli -n 2 UNLINK berths", False),
        ("redis-cli LRANGE moorings 0 9 > moorings.json", "redis-cli DEL moorings", True),
        ("redis-cli LRANGE moorings 0 -1", "redis-cli DEL moorings", True),
        ("redis-cli LRANGE berths 0 -1 > berths.json", "redis-cli DEL moorings", True),
        ("redis-cli LRANGE moorings 0 -1 > moorings.json", "redis-cli FLUSHALL", True),
    ],
)
def test_a_key_that_was_written_into_a_file_may_go(above: str, gone: str, is_found: bool) -> None:
    found = codes_in(HEAD + shell(above, gone))
    assert ("RC725" in found) is is_found


@pytest.mark.parametrize(
    ("first", "line", "is_found"),
    [
        ("pg_dump gates > /safe/gates.sql", 'psql gates -c "DELETE FROM sessions"', False),
        ("mysqldump gates > /safe/gates.sql", 'mysql gates -e "DELETE FROM sessions"', False),
        ("mysqldump gates > /safe/gates.sql", 'psql gates -c "DELETE FROM sessions"', True),
        ("uptime", 'psql gates -c "DELETE FROM sessions"', True),
    ],
)
def test_a_dump_in_a_block_above_keeps_what_a_database_loses(
    first: str, line: str, is_found: bool
) -> None:
    blocks = f"#### Contain\n\n```bash\n{first}\n```\n\n#### Mend\n\n```bash\n{line}\n```\n"
    text = f"# Gates\n\n## Runbooks\n\n### Security breach\n\n{blocks}"
    found = read_linter().judged(text, DAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found
