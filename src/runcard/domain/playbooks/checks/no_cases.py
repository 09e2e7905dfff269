"""Headings among runbooks that name no case: a rule for evidence, signs, where they come from."""

from runcard.domain.playbooks.facts import Facts

NO_CASE = {"keeps", "kept_here", "of_signs"}


def names_no_case(title: str, facts: Facts) -> bool:
    """`Collect evidence`, `Alert channels`, `Indicators of theft`."""
    return bool(facts.speaks("setting", title) & NO_CASE)
