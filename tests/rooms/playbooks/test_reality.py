"""What the facts file allows to be asked."""

from datetime import timedelta

import pytest

from runcard.domain.playbooks.reality import Allowed, Asks, decode_allowed
from runcard.kernel.errors import Invalid


def test_nothing_is_asked_unless_it_is_said() -> None:
    assert decode_allowed(None) == Allowed()
    assert decode_allowed({"resolve": False}).asks == frozenset()


def test_each_kind_of_question_is_allowed_by_its_key() -> None:
    said = {"resolve": True, "http": True, "programs": True, "team": "team.yaml", "each": "1s",
            "within": "2m", "private": True}  # fmt: skip
    allowed = decode_allowed(said)
    assert allowed.asks == frozenset(Asks)
    assert (allowed.team, allowed.private, allowed.private_redirects) == ("team.yaml", True, False)
    assert (allowed.each, allowed.within) == (timedelta(seconds=1), timedelta(minutes=2))


@pytest.mark.parametrize(
    "said", [[], "resolve", {"resolve": "maybe"}, {"htpt": True}, {"each": "soon"}, {"team": []}]
)
def test_what_is_wrong_is_refused_with_its_place(said: object) -> None:
    with pytest.raises(Invalid, match="The facts"):
        decode_allowed(said)
