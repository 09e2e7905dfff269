"""Units that stand in the key and not behind the number: `response_minutes: 15`."""

from runcard.domain.playbooks.vocabulary import Vocabulary


def with_unit_of_key(key: str, value: str, words: Vocabulary) -> tuple[str, str]:
    """`response time minutes` and `15` are `response time` and `15 minutes`; anything else stays.
    `minutes` alone names nothing else."""
    name, _, unit = key.rpartition(" ")
    if not value.isdecimal() or words.units.exactly(unit) is None:
        return key, value
    return name.removesuffix(" in") or key, f"{value} {unit}"
