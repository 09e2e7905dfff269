"""Headings among runbooks that name no case: a rule for evidence, signs, where they come from."""

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.words import plain, untitled

NO_CASE = {"keeps", "kept_here", "of_signs"}


def names_no_case(title: str, facts: Facts) -> bool:
    """`Collect evidence`, `Alert channels`, `Indicators of theft`, `Contents`, `Restart script`."""
    if facts.speaks("setting", title) & NO_CASE:
        return True
    bare = untitled(plain(title)).strip()
    tool = facts.word("chapters", "script", bare)
    if tool is not None and bare.endswith(tool):
        return True
    known = facts.words.lint
    return (
        known["documents"].exactly(bare) == "contents" or known["chapters"].exactly(bare) == "annex"
    )
