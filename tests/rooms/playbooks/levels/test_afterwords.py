"""What follows the last level belongs to no level."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

BOLD = (
    "# Oven\n\n## Severity\n\n**P1** - no bread at all.\nAnswer in 5 min, mended in 2 h.\n\n"
    "**P2** - one oven cold.\nAnswer in 30 min.\n\n**P3** - crumbs.\n\n"
)
HEADED = (
    "# Oven\n\n## Severity\n\n### P1\nNo bread.\n- Response: 5 min\n\n"
    "### P2\nCrumbs.\n- Response: 1 day\n\n"
)
AFTER = "Contracts of hotels: mended in 4 h, answered in 2 min.\n"


@pytest.mark.parametrize("page", [BOLD, HEADED])
def test_a_paragraph_behind_the_last_level_promises_nothing_for_it(
    page: str, words: Vocabulary
) -> None:
    plain, followed = (compile_playbook(text, words).severities for text in (page, page + AFTER))
    assert plain == followed
    assert followed[0].response is not None


def test_a_level_keeps_as_many_paragraphs_as_the_others(words: Vocabulary) -> None:
    page = (
        "# Oven\n\n## Severity\n\n**P1** - no bread.\n\nResponse: 5 min\n\n"
        "**P2** - crumbs.\n\nResponse: 30 min\n\nResolution: 1 min\n"
    )
    last = compile_playbook(page, words).severities[-1]
    assert last.response is not None
    assert (last.response.seconds, last.resolution) == (1800, None)


@pytest.mark.parametrize(
    ("behind", "meaning"),
    [("On a feast day a P2 is a P1.", None), ("**Meaning:** crumbs.", "crumbs.")],
)
def test_where_levels_end_in_their_lists_a_paragraph_behind_the_last_is_no_meaning(
    behind: str, meaning: str | None, words: Vocabulary
) -> None:
    page = (
        "# Oven\n\n## Severity\n\n### P1\n\nNo bread.\n\n- Response: 5 min\n\n"
        f"### P2\n\n- Response: 1 day\n\n{behind}\n"
    )
    first, last = compile_playbook(page, words).severities
    assert first.definition is not None
    assert (last.definition.text if last.definition else None) == meaning
