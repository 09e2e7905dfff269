"""Many texts, of which each of many lexicons is asked at once which hold a phrase of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.telltales import Openings


@dataclass(frozen=True, eq=False)
class Texts:
    """Some texts; the words of each are looked up once."""

    texts: Sequence[str]

    def speaking(self, known: Lexicon, concept: str = "") -> list[int]:
        """The places of those that speak of a concept, or of any."""
        return [at for at, spoken in self._spoken(known) if not concept or concept in spoken]

    def _spoken(self, known: Lexicon) -> Sequence[tuple[int, frozenset[str]]]:
        if known not in self._concepts:
            self._concepts[known] = [
                (at, spoken)
                for at, bits in enumerate(self._bits_of(known.known))
                if bits & known.tried and (spoken := known.all(self.texts[at]))
            ]
        return self._concepts[known]

    def _bits_of(self, known: Openings) -> Sequence[int]:
        if known not in self._bits:
            self._bits[known] = [known.looked_up[text].bits for text in self.texts]
        return self._bits[known]

    @cached_property
    def _bits(self) -> dict[Openings, Sequence[int]]:
        return {}

    @cached_property
    def _concepts(self) -> dict[Lexicon, Sequence[tuple[int, frozenset[str]]]]:
        return {}
