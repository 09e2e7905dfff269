"""The many ways to write one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.people.names import fold_name


@pytest.mark.parametrize(
    "said",
    ["On-Call Engineer", "on call engineers", "The On-Call Engineer (Primary)", "ONCALL ENGINEER",
     "On‑Call Engineer [rota]", "oncall_engineer"],
)  # fmt: skip
def test_spellings_of_one_name_fold_to_one_key(said: str) -> None:
    assert fold_name(said) == "on call engineer"


@pytest.mark.parametrize(
    ("said", "folded"),
    [("VP of Engineering", "vp engineering"), ("Líder técnico", "lider tecnico"), ("Ops", "ops"),
     ("Status", "status"), ("当番（夜間）", "当番"), ("#incidents", "incident"), ("(IC)", "ic"),
     ("The", "the"), ("§§", "§§"), ("[domain]", "domain")],
)  # fmt: skip
def test_what_tells_names_apart_is_kept(said: str, folded: str) -> None:
    assert fold_name(said) == folded


@given(st.text(min_size=1).filter(str.strip))
def test_a_name_never_folds_to_nothing(said: str) -> None:
    assert fold_name(said)
