"""The verb of a call is found among the verbs of its table, also where they are patterns."""

from fnmatch import fnmatchcase

import pytest

from runcard.domain.commands.call import best_rule, read_call
from runcard.domain.commands.model import Word
from runcard.domain.commands.rulebook import Outcome, Rule, Tool


def fits(verb: str, word: str) -> bool:
    """Whether a table with this verb alone has a rule for the word."""
    tool = Tool("ovenctl", (Rule(Outcome(), verbs=((verb,),)),), Outcome())
    return best_rule(tool, read_call(tool, [Word(word)]))[0] is not None


@pytest.mark.parametrize(
    "verb", ["heat-*", "*-loaves", "count*loaves", "*", "h?at-*", "[a-h]*", "*e*"]
)
@pytest.mark.parametrize("word", ["heat-oven", "heat-", "heat", "count-loaves", "countloaves", "*"])
def test_a_verb_with_stars_fits_as_a_name_of_a_file_would(verb: str, word: str) -> None:
    assert fits(verb, word) == fnmatchcase(word, verb)


def test_the_two_ends_of_a_pattern_do_not_overlap() -> None:
    assert fits("bake*ake", "bakeake")
    assert not fits("bake*ake", "bake")
