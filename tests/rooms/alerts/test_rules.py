"""One occurrence has one identity, a clear wins, and every signal finds a playbook."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from runcard.domain.alerts.model import START_UNSAID, AlertState, Fold, Signal
from runcard.domain.alerts.rules import LATE, fold, identity, route
from runcard.domain.playbooks.card import Card
from runcard.kernel.errors import NotFound
from tests.rooms.cards import NIGHT, a_card, a_team

FIRING, CLEARED = AlertState.FIRING, AlertState.CLEARED


def a_signal(state: AlertState = FIRING, **labels: str) -> Signal:
    return Signal("f1", state, NIGHT, "Disk full", "g1", labels, source="prometheus")


def test_the_identity_is_the_same_for_every_word_about_one_occurrence() -> None:
    one = a_signal()
    other = replace(one, state=CLEARED, title="other", labels={"a": "b"})
    elsewhere = replace(one, starts_at=NIGHT.astimezone(timezone(timedelta(hours=9))))
    assert identity(one) == identity(other) == identity(elsewhere)
    assert len(identity(one)) == 32


def test_the_identity_differs_by_source_fingerprint_and_moment() -> None:
    one = a_signal()
    others = [
        replace(one, source="other"), replace(one, fingerprint="f2"),
        replace(one, starts_at=NIGHT + timedelta(microseconds=1)),
        replace(one, source="prometheusf", fingerprint="1"),
    ]  # fmt: skip
    assert len({identity(signal) for signal in [one, *others]}) == 5


@pytest.mark.parametrize(
    ("known", "says", "did"),
    [
        (None, FIRING, Fold.NEW),
        (None, CLEARED, Fold.CLEARED),
        (FIRING, FIRING, Fold.AGAIN),
        (FIRING, CLEARED, Fold.CLEARED),
        (CLEARED, CLEARED, Fold.LATE),
    ],
)
def test_a_signal_changes_what_is_remembered(
    known: AlertState | None, says: AlertState, did: Fold
) -> None:
    assert fold(known, NIGHT, a_signal(says), NIGHT) is did


@pytest.mark.parametrize(
    ("cleared_at", "did"),
    [
        (NIGHT, Fold.LATE),
        (NIGHT - LATE, Fold.LATE),
        (NIGHT - LATE - timedelta(seconds=1), Fold.NEW),
        (None, Fold.NEW),
    ],
)
def test_a_firing_word_about_what_is_over_counts_again_after_five_minutes(
    cleared_at: datetime | None, did: Fold
) -> None:
    assert fold(CLEARED, cleared_at, a_signal(FIRING), NIGHT) is did


def test_a_source_that_does_not_say_when_it_began_is_believed_at_once() -> None:
    again = replace(a_signal(FIRING), starts_at=START_UNSAID)
    assert fold(CLEARED, NIGHT, again, NIGHT) is Fold.NEW


STOCK = {"name": "stock", "path": "stock.md"}
TILLS = {"name": "tills", "path": "tills.md"}


def cards(*playbooks: Mapping[str, object], default: str | None = None) -> list[Card]:
    more = {} if default is None else {"default_playbook": default}
    team = a_team(playbooks=list(playbooks), **more)
    return [replace(a_card(team=team), name=str(one["name"])) for one in playbooks]


def routed(found: list[Card], **labels: str) -> tuple[str, str]:
    card, why = route(a_signal(FIRING, **labels), found)
    return card.name, why


def test_labels_of_a_playbook_decide_first_and_more_labels_beat_fewer() -> None:
    found = cards(
        {**STOCK, "labels": {"team": "a"}, "sources": ["prometheus"]},
        {**TILLS, "labels": {"team": "a", "site": "x"}},
    )
    assert routed(found, team="a", site="x") == ("tills", "labels team=a, site=x")
    assert routed(found, team="a") == ("stock", "labels team=a")


def test_of_two_that_fit_alike_the_first_is_taken() -> None:
    found = cards({**STOCK, "services": ["till"]}, {**TILLS, "services": ["till"]})
    assert routed(found, service="till")[0] == "stock"


def test_services_of_a_playbook_are_found_in_the_usual_labels() -> None:
    found = cards(STOCK, {**TILLS, "services": ["Till"]})
    assert routed(found, job="till") == ("tills", "job till")


def test_the_sources_own_playbook_comes_next() -> None:
    found = cards(STOCK, {**TILLS, "sources": ["prometheus"]})
    assert routed(found, service="stock") == ("tills", "source prometheus")


@pytest.mark.parametrize("label", ["playbook", "service"])
def test_a_label_may_call_a_playbook_by_its_name(label: str) -> None:
    assert routed(cards(STOCK, TILLS), **{label: "TILLS"}) == ("tills", f"label {label}=TILLS")


def test_the_only_playbook_answers_everything() -> None:
    assert routed(cards(TILLS)) == ("tills", "the only playbook")


def test_the_default_answers_what_fits_nowhere() -> None:
    found = cards(STOCK, TILLS, default="tills")
    assert routed(found) == ("tills", "the default playbook of the team file")


def test_without_a_default_the_first_answers_and_says_so() -> None:
    assert routed(cards(STOCK, TILLS)) == (
        "stock", "nothing fits and no default is named: the first playbook"
    )  # fmt: skip


def test_a_card_the_team_file_does_not_list_still_answers() -> None:
    assert route(a_signal(), [a_card()])[1] == "the only playbook"


def test_without_any_playbook_it_is_said_what_to_do() -> None:
    with pytest.raises(NotFound, match="name one under playbooks"):
        route(a_signal(), [])
