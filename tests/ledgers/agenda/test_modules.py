"""Whether this node may run a part of the engine."""

import pytest

from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.modules import VERSIONS, LeftToOthers, Module, check_version


@pytest.mark.parametrize("module", list(Module))
def test_its_own_version_is_run_and_every_other_is_left(module: Module) -> None:
    check_version(module, VERSIONS[module])
    for wanted in (VERSIONS[module] - 1, VERSIONS[module] + 1):
        with pytest.raises(LeftToOthers, match=module.value):
            check_version(module, wanted)


def test_while_the_schema_is_changed_nothing_is_run_and_it_can_be_tried_again() -> None:
    with pytest.raises(Unavailable, match="schema is being changed"):
        check_version(Module.FIRE, None)
