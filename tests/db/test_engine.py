"""A wrong address, a busy file, a missing folder: one clear sentence each."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from runcard.db.engine import open_engines, open_to_read
from runcard.kernel.errors import Conflict, Invalid, Unavailable


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://root@localhost/x", "sqlite://"])
def test_an_address_we_cannot_read_says_what_to_write(address: str) -> None:
    with pytest.raises(Invalid, match=r"SQLite|sqlite"):
        open_engines(address)


def test_a_second_process_is_refused(tmp_path: Path) -> None:
    first = open_engines(f"sqlite:///{tmp_path}/runcard.db")
    with pytest.raises(Conflict, match="in use by another Runcard"):
        open_engines(f"sqlite:///{tmp_path}/runcard.db")
    first.close()
    open_engines(f"sqlite:///{tmp_path}/runcard.db").close()


def test_what_is_opened_to_read_is_seen_beside_its_server_and_cannot_be_changed(
    tmp_path: Path,
) -> None:
    server = open_engines(f"sqlite:///{tmp_path}/runcard.db")
    with server.writing.begin() as tx:
        tx.exec_driver_sql("create table things (n)")
    looking = open_to_read(tmp_path / "runcard.db")
    with looking.reading.connect() as tx:
        assert tx.exec_driver_sql("select count(*) from things").scalar() == 0
        with pytest.raises(OperationalError, match="readonly"):
            tx.exec_driver_sql("insert into things values (1)")
    looking.close()
    server.close()


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("a file")
    with pytest.raises(Unavailable, match="choose a folder"):
        open_engines(f"sqlite:///{tmp_path}/here/runcard.db")


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "runcard.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(Unavailable, match="cannot be opened as a database"):
        open_engines(f"sqlite:///{tmp_path}/runcard.db")


def test_a_server_that_is_away_is_said() -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        open_engines("postgresql://nobody:hidden@127.0.0.1:1/runcard")


def test_a_password_is_never_in_the_sentence() -> None:
    with pytest.raises(Unavailable) as told:
        open_engines("postgresql://nobody:hidden@127.0.0.1:1/runcard")
    assert "hidden" not in str(told.value)


def test_a_file_is_opened_again_with_its_write_ahead_log(tmp_path: Path) -> None:
    for _ in range(2):
        engines = open_engines(f"sqlite:///{tmp_path}/runcard.db")
        with engines.writing.connect() as tx:
            modes = [
                tx.exec_driver_sql(f"pragma {name}").scalar()
                for name in ("journal_mode", "synchronous")
            ]
        assert modes == ["wal", 2], "2 is FULL"
        engines.close()
