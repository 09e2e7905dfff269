"""Writing is judged by where it goes, and at some places by what is written."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.places import is_restored
from tests.rooms.commands.saying import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("echo b > /proc/sysrq-trigger", "destructive perishable"),
        ("echo o | sudo tee /proc/sysrq-trigger", "destructive perishable"),
        ("echo $order > /proc/sysrq-trigger", "destructive perishable"),
        ("cat orders > /proc/sysrq-trigger", "destructive perishable"),
        ("echo w > /proc/sysrq-trigger", "mutating perishable"),
        ("echo s | sudo tee /proc/sysrq-trigger", "mutating perishable"),
        ("echo 1 > /sys/block/sdb/device/delete", "destructive perishable"),
        ("echo 1 > /proc/sys/vm/drop_caches", "mutating"),
    ],
)
def test_an_order_to_the_kernel_is_judged_by_its_letter(
    text: str, expected: str, bench: Bench
) -> None:
    assert said(text, bench) == expected


@pytest.mark.parametrize(
    ("source", "target", "restored"),
    [
        ("/srv/backups/berths.db", "berths.db", True),
        ("vault:/backup/pgdata/", "/var/lib/postgresql/15/main/", True),
        ("ferry.conf.bak", "ferry.conf", False),
        ("/srv/berths.db", "/srv/backups/berths.db", False),
    ],
)
def test_data_in_use_under_a_copy_of_it_is_restored(
    source: str, target: str, restored: bool, bench: Bench
) -> None:
    assert is_restored([source], target, bench.tables.places) is restored
