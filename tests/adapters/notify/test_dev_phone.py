"""The phone of a demonstration has every message already."""

from runcard.adapters.notify.dev_phone import EXAMPLE
from runcard.domain.paging.model import Delivered
from runcard.testing.contracts import A_PAGE, AnsweringHttp


def test_a_page_is_delivered_and_nothing_leaves_the_house() -> None:
    http = AnsweringHttp()
    assert EXAMPLE.send(A_PAGE, http) == Delivered(reference=A_PAGE.key)
    assert http.posted == []
