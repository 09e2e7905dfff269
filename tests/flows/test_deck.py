"""What readers of a published playbook are told is wrong with it is what the command line says."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from runcard.interfaces.cli.checked import one_checked
from runcard.interfaces.cli.documents import Document
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

DAY = date(2026, 11, 25)
PAGE = f"""{PLAYBOOK}
## Runbook: bookings stand still

Last reviewed: 2024-02-01

**Fix**

```bash
rm -rf /srv/ferries/queue
systemctl restart bookings
tail -f /var/log/bookings.log
```
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[HouseForTests]:
    with a_house(f"sqlite:///{tmp_path}/house.db", {"ferries": PAGE}, TEAM) as house:
        yield house


def test_a_published_playbook_is_judged_as_by_check(house: HouseForTests) -> None:
    deck = house.house.deck
    card = deck.default()
    shown = deck.judged(card, DAY).playbook.findings
    assert shown == one_checked(Document("ferries.md", PAGE), DAY).findings
    assert set(shown) - set(card.playbook.findings), "some rules ask what a command does"


def test_it_is_judged_once_a_day(house: HouseForTests) -> None:
    deck = house.house.deck
    first = deck.judged(deck.default(), DAY)
    assert deck.judged(deck.default(), DAY) is first
    assert deck.judged(deck.default(), DAY + timedelta(days=1)) is not first
