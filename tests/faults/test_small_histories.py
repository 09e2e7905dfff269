"""R-06 for small histories: hypothesis looks for the shortest story that breaks a promise."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.faults.invariants import dead_ends, faults_of
from tests.faults.simulation import Simulation, a_simulation


class SmallHistory(RuleBasedStateMachine):
    """The acts of the simulated world, in an order that hypothesis chooses and shortens."""

    def __init__(self) -> None:
        super().__init__()
        self.end = ExitStack()
        folder = self.end.enter_context(tempfile.TemporaryDirectory())
        self.world: Simulation = self.end.enter_context(
            a_simulation(f"sqlite:///{Path(folder)}/world.db", seed=0)
        )

    @rule()
    def an_alert_comes(self) -> None:
        self.world.post()

    @precondition(lambda self: self.world.fired)
    @rule()
    def it_is_repeated(self) -> None:
        self.world.repeat()

    @precondition(lambda self: self.world.fired)
    @rule()
    def it_clears(self) -> None:
        self.world.clear()

    @precondition(lambda self: self.world.accepted)
    @rule(deed=st.sampled_from(["answer", "resolve", "say"]))
    def somebody_acts(self, deed: str) -> None:
        getattr(self.world, deed)()

    @rule(deed=st.sampled_from(["fire", "deliver"]))
    def the_engine_works(self, deed: str) -> None:
        getattr(self.world, deed)()

    @rule(deed=st.sampled_from(["wait", "jump", "sleep"]))
    def time_goes_on(self, deed: str) -> None:
        getattr(self.world, deed)()

    @rule(deed=st.sampled_from(["die", "die_deciding", "die_with_pages_in_the_air"]))
    def the_process_dies(self, deed: str) -> None:
        getattr(self.world, deed)()

    @rule()
    def providers_change_their_mood(self) -> None:
        self.world.change_moods()

    @invariant()
    def something_is_always_planned(self) -> None:
        assert list(dead_ends(self.world)) == []

    def teardown(self) -> None:
        with self.end:
            self.world.come_to_rest()
            assert list(faults_of(self.world)) == []


SmallHistory.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=15,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestSmallHistories = SmallHistory.TestCase
