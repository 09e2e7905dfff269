"""Every code has a page that says what it means, why it hurts and how to mend it."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.explain import known_codes, page_of

KINDS = read_vocabulary().kinds


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_page_has_all_its_parts(code: str) -> None:
    kind, page = KINDS[code], page_of(KINDS[code])
    for words in (kind.says, kind.flaw.value, kind.why, kind.fix, kind.bad, kind.good):
        assert words.strip() in page
    assert f"ignore {code} because" in page


def test_codes_are_listed_by_their_beginning() -> None:
    assert known_codes(KINDS, "rc10")[:2] == ("RC101", "RC102")
    assert known_codes(KINDS, "XY") == ()
