"""How often people are told: in tables, lists and messages, with the levels they are for."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "## Severity levels\n\n- **P1**: no tea\n- **P2**: weak tea\n\n"


def cadences(body: str, words: Vocabulary) -> list[tuple[int | None, tuple[str, ...]]]:
    found = compile_playbook(f"# Tea\n\n{LEVELS}{body}", words).cadences
    return [(one.every.seconds, one.keys) for one in found]


def test_a_table_of_audiences_says_how_often(words: Vocabulary) -> None:
    table = (
        "| Who | By | How often |\n|---|---|---|\n| Guests | board | every 25 minutes |\n"
        "| Owner | phone | hourly |\n| Press | mail | as required |\n"
    )
    assert cadences(f"## Communication\n\n{table}", words) == [(1500, ()), (3600, ())]
    assert cadences(f"## Watering the plants\n\n{table}", words) == []


def test_a_list_under_a_heading_about_telling_people(words: Vocabulary) -> None:
    found = cadences("## Keep everyone informed\n\n- P1: every 10 min\n- P2: every 50 min\n", words)
    assert found == [(600, ("P1",)), (3000, ("P2",))]


def test_labels_under_each_level_may_have_any_wording(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Severity levels\n\n### High\n\n- no tea\n\n**Sitreps:** every 40 minutes\n\n"
        "### Low\n\n- weak tea\n\n**Briefings:** daily\n"
    )
    high, low = compile_playbook(text, words).severities
    assert (high.cadence and high.cadence.seconds, low.cadence and low.cadence.seconds) == (
        2400,
        86400,
    )
