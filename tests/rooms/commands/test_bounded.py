"""The advice of the rules: the form that ends by itself, the way back, what to save before."""

from runcard.domain.commands.bounded import hints_for
from runcard.domain.commands.classify import Bench


def test_a_stream_has_a_form_that_ends(bench: Bench) -> None:
    assert hints_for("docker stats web", bench).bounded_form == "docker stats --no-stream"
    assert "--nostream" in hints_for("pm2 logs web", bench).bounded_form


def test_advice_comes_through_wrappers(bench: Bench) -> None:
    hints = hints_for("sudo tail -f /var/log/x", bench)
    assert hints.bounded_form == "tail -n 200"
    assert hints.non_interactive == "sudo -n"


def test_a_restart_says_what_to_save_before_it(bench: Bench) -> None:
    assert "docker logs" in hints_for("docker restart web", bench).capture


def test_what_cannot_be_read_gets_no_advice(bench: Bench) -> None:
    assert hints_for("if then", bench).bounded_form == ""
