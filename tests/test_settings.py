"""Settings are read once, from three places, and refused whole."""

from pathlib import Path

import pytest

from runcard.kernel.errors import Invalid
from runcard.settings import Only, Settings, read_settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(toml: str = "", **environ: str) -> Settings:
    file = Path("runcard.toml")
    file.write_text(toml, encoding="utf-8")
    return read_settings(None, environ)


def test_with_nothing_said_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    settings = read_settings(None, {})
    assert (settings.host, settings.port) == ("127.0.0.1", 8420)
    assert settings.base_url == "http://127.0.0.1:8420"
    assert settings.database == f"sqlite:///{tmp_path}/runcard-data/runcard.db"
    assert settings.team == Path("team.yaml")
    assert (settings.console, settings.dev_phone, settings.smtp) == (True, False, None)
    assert (settings.max_body, settings.max_alerts, settings.only) == (4 * 1024**2, 5000, None)


def test_a_variable_wins_over_the_file() -> None:
    assert said("port = 9000", RUNCARD_PORT="9001").port == 9001


def test_the_command_line_wins_over_both() -> None:
    settings = read_settings(None, {"RUNCARD_PORT": "9001"}, {"port": 9002, "host": None})
    assert (settings.port, settings.host) == (9002, "127.0.0.1")


def test_every_fault_is_listed_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        said('prot = 1\nport = "many"\n[smtp]\nport = 25', RUNCARD_MAX_BODY="much")
    for part in (
        "prot is not a setting; did you mean port?",
        "port must be a whole number from 1 to 65535, not 'many'",
        "RUNCARD_MAX_BODY must be a size like 4 MiB or 4194304, not 'much'",
        "smtp.host is missing",
        "smtp.sender is missing",
    ):
        assert part in refused.value.message


def test_a_path_in_the_file_is_meant_from_where_the_file_stands(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    file = tmp_path / "etc" / "runcard.toml"
    file.write_text('team = "ops.yaml"\ndata = "/var/lib/runcard"', encoding="utf-8")
    settings = read_settings(file, {})
    assert settings.team == tmp_path / "etc" / "ops.yaml"
    assert settings.data == Path("/var/lib/runcard")


def test_a_named_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read: No such file"):
        read_settings(tmp_path / "absent.toml", {})


def test_a_file_that_is_not_toml_says_where() -> None:
    with pytest.raises(Invalid, match="line 1"):
        said("port = = 3")


def test_a_secret_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    kept = tmp_path / "secret"
    kept.write_text("hush\n", encoding="utf-8")
    secret = said(RUNCARD_WEBHOOK_SECRET_FILE=str(kept)).webhook_secret
    assert secret is not None
    assert secret.reveal() == "hush"


def test_a_secret_said_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="are both set"):
        said(RUNCARD_WEBHOOK_SECRET="a", RUNCARD_WEBHOOK_SECRET_FILE=str(tmp_path))


def test_a_secret_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"RUNCARD_SMTP_PASSWORD_FILE .* cannot be read"):
        said(RUNCARD_SMTP_PASSWORD_FILE=str(tmp_path / "absent"))


def test_mail_is_set_up_whole() -> None:
    settings = said(
        '[smtp]\nhost = "mail.example"\nsender = "runcard@fernway.example"\nstarttls = false',
        RUNCARD_SMTP_USERNAME="runcard",
        RUNCARD_SMTP_PASSWORD="hush",
    )
    assert settings.smtp is not None
    assert (settings.smtp.host, settings.smtp.port) == ("mail.example", 587)
    assert settings.smtp.starttls is False
    assert settings.smtp.password is not None


def test_a_name_without_a_password_is_refused() -> None:
    with pytest.raises(Invalid, match="go together"):
        said('[smtp]\nhost = "mail.example"\nsender = "a@b.example"\nusername = "x"')


def test_no_secret_is_ever_printed() -> None:
    settings = said(
        '[smtp]\nhost = "mail.example"\nsender = "a@b.example"\nusername = "x"\npassword = "hush"',
        RUNCARD_DATABASE="postgresql://runcard:hush@db.example/runcard",
        RUNCARD_WEBHOOK_SECRET="hush",
    )
    assert "hush" not in repr(settings)


def test_a_wrong_database_address_does_not_show_its_password() -> None:
    with pytest.raises(Invalid) as refused:
        said(RUNCARD_DATABASE="mysql://runcard:hush@db.example/runcard")
    assert "postgresql://user@host/name" in refused.value.message
    assert "hush" not in refused.value.message


def test_half_a_house_needs_a_database_that_can_be_shared() -> None:
    with pytest.raises(Invalid, match="only needs PostgreSQL"):
        said(RUNCARD_ONLY="engine")
    shared = said(RUNCARD_ONLY="engine", RUNCARD_DATABASE="postgresql://db.example/runcard")
    assert shared.only is Only.ENGINE


def test_a_cluster_s_own_variable_is_refused_in_words() -> None:
    with pytest.raises(Invalid, match="RUNCARD_PORT must be a whole number"):
        said(RUNCARD_PORT="tcp://10.0.0.7:8420")


@pytest.mark.parametrize(
    ("words", "size"), [("4 MiB", 4194304), ("1024", 1024), ("64KiB", 65536), (7, 7)]
)
def test_sizes_are_bytes_or_have_a_unit(words: object, size: int) -> None:
    assert read_settings(None, {}, {"max_body": words}).max_body == size


@pytest.mark.parametrize("words", ["0", "-1", "4 MB", "four", True])
def test_what_is_no_size_is_refused(words: object) -> None:
    with pytest.raises(Invalid, match="--max-body must be a size"):
        read_settings(None, {}, {"max_body": words})


def test_listening_everywhere_is_reached_as_localhost() -> None:
    assert said(RUNCARD_HOST="0.0.0.0").base_url == "http://localhost:8420"
    assert said(RUNCARD_HOST="::1").base_url == "http://[::1]:8420"


def test_a_heartbeat_goes_to_every_address_that_is_listed() -> None:
    there = ("https://watch.example/k1", "https://other.example/k2")
    assert said(f"heartbeat_urls = {list(there)}").heartbeat_urls == there
    settings = said(RUNCARD_HEARTBEAT_URLS=" ".join(there), RUNCARD_METRICS_TOKEN="hush")
    assert settings.heartbeat_urls == there
    assert "k1" not in repr(settings)
    assert "hush" not in repr(settings)
    assert (said().heartbeat_urls, said().metrics_token) == ((), None)


@pytest.mark.parametrize("words", ["heartbeat_urls = 5", 'heartbeat_urls = ["watch.example"]'])
def test_what_is_no_list_of_addresses_is_refused(words: str) -> None:
    with pytest.raises(Invalid, match="heartbeat_urls must be"):
        said(words)
