"""Ways out in a simulated world: seeded moods, and a memory of everything that left."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import ClassVar

from runcard.domain.paging.model import Delivered, Message, Receipt, Refused, Retry
from runcard.domain.paging.ports import Http


class Mood(Enum):
    """What a provider does with a message."""

    SOUND = "takes it"
    BUSY = "takes nothing now"
    REFUSING = "takes nothing ever"
    BROKEN = "raises, which it must not"
    ANSWER_IS_LOST = "takes it, and the answer is lost"


LEFT = frozenset({Mood.SOUND, Mood.ANSWER_IS_LOST})


@dataclass(slots=True)
class SimulatedWay:
    """One provider. Each message meets the mood of the moment; `sound` is the share that is taken
    as it should be."""

    kind: ClassVar[str] = "simulated"

    chance: random.Random
    sound: float = 1.0
    tried: set[str] = field(default_factory=set)
    arrived: list[Message] = field(default_factory=list)

    def send(self, message: Message, http: Http) -> Receipt:
        self.tried.add(message.key)
        mood = Mood.SOUND if self.chance.random() < self.sound else self.chance.choice(list(Mood))
        if mood in LEFT:
            self.arrived.append(message)
        match mood:
            case Mood.SOUND:
                return Delivered(message.key)
            case Mood.BUSY | Mood.ANSWER_IS_LOST:
                return Retry(mood.value, timedelta(seconds=self.chance.randint(1, 40)))
            case Mood.REFUSING:
                return Refused(mood.value)
            case Mood.BROKEN:
                raise RuntimeError(mood.value)
