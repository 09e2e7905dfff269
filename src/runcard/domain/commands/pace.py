"""How much shell is read of one page: a page that asks for more gets an answer all the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from runcard.domain.commands.ports import Parsed, ShellParser, Unparsable

# The longest runbooks have some hundreds of commands. A text that is read alone costs a process.
MOST_TEXTS = 1_200
MOST_ALONE = 200
TOO_MANY = Unparsable("the page holds more commands than are read of one page", tried=False)


@dataclass(slots=True)
class Paced:
    """A shell parser for one page; what comes after its measure is full is told to be unread."""

    parser: ShellParser
    most_texts: int = MOST_TEXTS
    most_alone: int = MOST_ALONE
    _read: dict[str, Parsed] = field(default_factory=dict)
    _alone: int = 0

    def parse_all(self, texts: Sequence[str]) -> list[Parsed]:
        """The trees in the order asked; a text that was read before costs nothing."""
        wanted = [text for text in dict.fromkeys(texts) if text not in self._read]
        if wanted:
            taken = wanted[: self._room(len(wanted))]
            self._read |= dict(zip(taken, self.parser.parse_all(taken), strict=True))
        return [self._read.get(text, TOO_MANY) for text in texts]

    def _room(self, asked: int) -> int:
        room = max(0, self.most_texts - len(self._read))
        if asked > 1:
            return room
        self._alone += 1
        return room if self._alone <= self.most_alone else 0
