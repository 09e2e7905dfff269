"""Plug-ins are found in our folder and in installed packages, and configured by their fields."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from runcard.adapters.notify.email import Email
from runcard.adapters.notify.webhook import Webhook
from runcard.adapters.registry import configure, example_of, plugins
from runcard.kernel.errors import Conflict, Invalid, Unavailable

STRANGER = '''
from dataclasses import dataclass
from typing import ClassVar
@dataclass(frozen=True)
class Pushpin:
    """A stranger."""
    kind: ClassVar[str] = "{kind}"
PLUGIN = Pushpin
EXAMPLE = Pushpin()
'''
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lays a package with an entry point where Python finds it."""

    def lay(name: str, text: str, offers: str = ":PLUGIN") -> None:
        (tmp_path / f"{name}.py").write_text(text)
        about = tmp_path / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[runcard.notify]\n{name} = {name}{offers}\n")
        monkeypatch.delitem(sys.modules, name, raising=False)

    monkeypatch.syspath_prepend(str(tmp_path))
    return lay


def test_our_own_are_found_by_their_kind() -> None:
    assert {"console", "dev_phone", "email", "webhook"} <= set(plugins("notify"))
    assert {"alertmanager", "generic"} <= set(plugins("intake"))
    assert plugins("notify")["email"] is Email


def test_a_family_without_plug_ins_is_empty() -> None:
    assert plugins("divination") == {}


def test_a_stranger_is_found_by_its_entry_point(install: Install) -> None:
    install("pushpin_a", STRANGER.format(kind="pushpin"))
    assert plugins("notify")["pushpin"].__name__ == "Pushpin"


def test_an_entry_point_may_name_the_module(install: Install) -> None:
    install("pushpin_b", STRANGER.format(kind="pushpin"), offers="")
    assert "pushpin" in plugins("notify")


def test_two_of_one_kind_stop_the_start(install: Install) -> None:
    install("pushpin_c", STRANGER.format(kind="email"))
    with pytest.raises(Conflict, match=r"'email'.*notify\.email\.Email and pushpin_c\.Pushpin"):
        plugins("notify")


def test_a_stranger_that_cannot_be_loaded_stops_the_start(install: Install) -> None:
    install("pushpin_d", "import a_library_that_is_not_here\n")
    with pytest.raises(Unavailable, match=r"pushpin_d.*a_library_that_is_not_here"):
        plugins("notify")


def test_a_stranger_without_a_kind_stops_the_start(install: Install) -> None:
    install("pushpin_e", "class PLUGIN:\n    pass\n")
    with pytest.raises(Conflict, match="a dataclass with a `kind`"):
        plugins("notify")


def test_a_plug_in_is_configured_by_its_fields() -> None:
    said = {"host": "mail.example", "sender": "a@b.example", "port": "25", "starttls": "false"}
    assert configure(Email, said) == Email("mail.example", "a@b.example", 25, starttls=False)


def test_every_fault_is_listed_at_once_and_no_secret_is_told() -> None:
    with pytest.raises(Invalid) as fault:
        configure(Email, {"hots": "x", "port": "many", "password": ["hush"]}, where="notify.email")
    message = fault.value.message
    assert message.startswith("notify.email: ")
    for words in ("hots is no setting of it; did you mean host?", "port: it must be int",
                  "password: it must be text", "host is missing", "sender is missing"):  # fmt: skip
        assert words in message
    assert "hush" not in message


def test_a_fault_that_only_the_whole_shows_is_named_too() -> None:
    with pytest.raises(Invalid, match=r"notify\.webhook: secret: what follows whsec_"):
        configure(Webhook, {"secret": "whsec_?"}, where="notify.webhook")


def test_every_plug_in_has_an_example_that_is_one_of_it() -> None:
    for family in ("intake", "notify"):
        for plugin in plugins(family).values():
            assert isinstance(example_of(plugin), plugin)


@dataclass(frozen=True, slots=True)
class Bare:
    """Stands in no plug-in's file."""

    kind: ClassVar[str] = "bare"


def test_a_plug_in_without_an_example_is_told_so() -> None:
    with pytest.raises(Conflict, match="has no EXAMPLE"):
        example_of(Bare)
