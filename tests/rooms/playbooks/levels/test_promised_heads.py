"""What stands behind the key of a level and promises something."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.promised_heads import is_only_promise, promises_of
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "\n\n### {}\n\n1. Stop the wheel.\n2. Call the miller.\n\n"


@pytest.mark.parametrize(
    ("said", "is_promise"),
    [
        ("Respond within 10 minutes", True),
        ("innerhalb von 3 Stunden bearbeiten", True),
        ("20分钟内响应", True),
        ("Flour late by 2 hours", False),
        ("Immediate", False),
        ("Backlog", False),
    ],
)
def test_a_time_and_a_word_for_beginning(said: str, *, is_promise: bool, words: Vocabulary) -> None:
    assert is_only_promise(said, words) is is_promise


def test_each_promise_has_its_name(words: Vocabulary) -> None:
    assert promises_of("Act the same day", words) == [("response", "the same day")]
    both = dict(promises_of("respond within 10 min, fix within 3 hours", words))
    assert list(both) == ["response", "resolution"]


@pytest.mark.parametrize(
    ("heads", "seconds"),
    [
        (("🔴 CRITICAL — Drop everything", "🟡 LOW — Handle within 3 hours"), [0, 10800]),
        (("Hoch: innerhalb von 2 Stunden", "Niedrig: innerhalb von 3 Tagen"), [7200, 259200]),
        (("CRÍTICO (actuar en 5 minutos)", "AVISO (actuar en 2 horas)"), [300, 7200]),
        (("P1 - Respond within 5 minutes", "P2 - Respond within 1 hour"), [300, 3600]),
    ],
)
def test_headings_that_group_troubles_are_levels(
    heads: tuple[str, str], seconds: list[int], words: Vocabulary
) -> None:
    first, second = heads
    said = f"# Mill\n\n## {first}{STEPS.format('Wheel stands')}## {second}{STEPS.format('Sieve')}"
    levels = compile_playbook(said, words).severities
    assert [one.response and one.response.seconds for one in levels] == seconds
    assert [(one.name, one.definition, one.examples) for one in levels] == [(None, None, ())] * 2


@pytest.mark.parametrize(
    "heads", [("Critical parts", "Low stock"), ("High - the upper sieve", "Low - the lower sieve")]
)
def test_other_headings_are_none(heads: tuple[str, str], words: Vocabulary) -> None:
    said = "".join(f"## {head}{STEPS.format('Sieve')}" for head in heads)
    assert compile_playbook(f"# Mill\n\n{said}", words).severities == ()
