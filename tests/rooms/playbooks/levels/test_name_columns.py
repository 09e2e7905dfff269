"""A column that names the levels beside one that tells what they mean."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LONG = ("No boat at all leaves the harbour.", "Some boats leave an hour too late.")


@pytest.mark.parametrize(
    ("keys", "heads", "short", "is_named"),
    [
        (("S1", "S2"), "Impact | Description", ("All moored", "Late boats"), True),
        (("P1", "P2"), "Auswirkung | Beschreibung", ("Stillstand", "Verspätung"), True),
        # The keys have names already, or both columns tell it at length.
        (("S1 - Storm", "S2 - Swell"), "Impact | Description", ("All moored", "Late"), False),
        (("S1", "S2"), "Impact | Description", LONG[::-1], False),
    ],
)
def test_short_words_beside_the_meaning_are_the_name(
    keys: tuple[str, str], heads: str, short: tuple[str, str], is_named: bool, words: Vocabulary
) -> None:
    told = zip(keys, short, LONG, strict=True)
    rows = "".join(f"| {key} | {name} | {meaning} |\n" for key, name, meaning in told)
    page = f"# Quay\n\n## Severity\n\n| Level | {heads} |\n|---|---|---|\n{rows}"
    levels = compile_playbook(page, words).severities
    said = tuple(level.definition and level.definition.text for level in levels)
    assert said == (LONG if is_named else short)
    assert (tuple(level.name for level in levels) == short) is is_named


@pytest.mark.parametrize(
    ("heads", "second", "names"),
    [
        ("Priority | Severity", ("Critical", "Low"), ["Critical", "Low"]),
        ("Priorität | Schweregrad", ("**Hoch**", "**Gering**"), ["Hoch", "Gering"]),
        ("Level | Severity", ("All moored", "Late boats"), ["All moored", "Late boats"]),
        ("Stufe | Schweregrad", ("Alles liegt", "Verspätung"), ["Alles liegt", "Verspätung"]),
        # An owner is no name, and neither is one step told twice.
        ("Priority | Owner", ("Miller", "Baker"), [None, None]),
        ("Priority | Severity", ("High", "High"), [None, None]),
    ],
)
def test_ranks_behind_bare_keys_are_their_names(
    heads: str, second: tuple[str, str], names: list[str | None], words: Vocabulary
) -> None:
    told = zip(("P1", "P2"), second, LONG, strict=True)
    rows = "".join(f"| {key} | {name} | {meaning} | 5 min |\n" for key, name, meaning in told)
    head = f"| {heads} | Description | Response time |\n|---|---|---|---|\n"
    page = f"# Quay\n\n## Severity\n\n{head}{rows}"
    levels = compile_playbook(page, words).severities
    assert [level.name for level in levels] == names
