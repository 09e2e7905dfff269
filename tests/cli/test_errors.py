"""Every family of error has its exit code and its next step."""

import pytest

from runcard.interfaces.cli.errors import (
    ExitCode,
    TookTooLong,
    advised,
    exit_code,
    next_step,
    show,
    show_unforeseen,
)
from runcard.kernel.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RuncardError,
    Unavailable,
)


@pytest.mark.parametrize(
    ("family", "code"),
    [(RuncardError, 1), (Invalid, 2), (Forbidden, 3), (NotFound, 4), (Conflict, 5),
     (Unavailable, 6), (TookTooLong, 8)],
)  # fmt: skip
def test_a_script_can_tell_families_apart(family: type[RuncardError], code: int) -> None:
    assert exit_code(family("It is so")) == code


@pytest.mark.parametrize("family", RuncardError.__subclasses__())
def test_every_family_has_a_next_step(family: type[RuncardError]) -> None:
    assert next_step(family("It is so"))


def test_codes_for_findings_and_interruption_are_promised() -> None:
    assert (ExitCode.FINDINGS, ExitCode.INTERRUPTED) == (7, 130)


def test_advice_of_the_place_wins_over_that_of_the_family() -> None:
    assert next_step(advised(Invalid("It is so"), "Do this")) == "Do this"


def test_a_place_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    show(Invalid("team.yaml:3 is wrong", where="team.yaml:3"))
    show(Invalid("It is wrong", where="/title"))
    first, _, second, _ = capsys.readouterr().err.splitlines()
    assert first == "✕ team.yaml:3 is wrong"
    assert second == "✕ It is wrong (/title)"


def test_what_was_not_foreseen_is_one_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    show_unforeseen(KeyError("severity"))
    said = capsys.readouterr().err
    assert "KeyError: 'severity'" in said
    assert "RUNCARD_DEBUG=1" in said
