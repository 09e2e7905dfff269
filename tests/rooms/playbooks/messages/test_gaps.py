"""How the gaps of a message are written."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "tokens", "style"),
    [
        ("The 〈oven〉 is cold since 〈time〉.", ["〈oven〉", "〈time〉"], "angle"),
        ("〔場所〕のかまどが冷えています。", ["〔場所〕"], "square"),
        ("The $OVEN is cold since $TIME.", ["$OVEN", "$TIME"], "bare"),
        ("The ${oven} is cold.", ["${oven}"], "curly"),
        ("The %oven% is cold since %start time%.", ["%oven%", "%start time%"], "bare"),
        ("自XX起，XX停用。", ["XX"], "bare"),
        ("○○のかまどが○月○日から冷えています。", ["○○", "○"], "bare"),
        ("Der Ofen in …… ist kalt.", ["……"], "bare"),
        ("The oven in ____ is cold since ____ today.", ["____"], "bare"),
    ],
)
def test_gaps_are_marked_in_many_ways(
    text: str, tokens: list[str], style: str, words: Vocabulary
) -> None:
    (found,) = compile_playbook(f"# Bakery\n\n## Message templates\n\n> {text}\n", words).templates
    assert list(dict.fromkeys(one.token for one in found.placeholders)) == tokens
    assert found.style == style


@pytest.mark.parametrize(
    "text",
    ["We lost 20% of the dough and 30% of the buns.", "A tray costs $5 and $7.", "MAXX is on."],
)
def test_shares_prices_and_names_are_no_gaps(text: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Bakery\n\n## Message templates\n\n```\n{text}\n```\n", words)
    assert [one.placeholders for one in found.templates] == [()]
