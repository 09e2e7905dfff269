"""Lists of addresses are neither chains nor roles, whatever stands above them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

NUMBERS = "- Bosun: +47 555 01 234\n- Mate: mate@ship.test\n- Owner: see the wall\n"


def test_addresses_below_a_heading_about_people_make_no_roles(words: Vocabulary) -> None:
    found = compile_playbook(f"# Ship\n\n## People\n\n{NUMBERS}", words)
    assert found.roles == ()
    assert [one.label for one in found.contacts] == ["Bosun", "Mate", "Owner"]


def test_addresses_below_a_heading_about_escalation_make_no_chain(words: Vocabulary) -> None:
    assert compile_playbook(f"# Ship\n\n## Escalation\n\n{NUMBERS}", words).chains == ()


def test_addresses_behind_waits_do(words: Vocabulary) -> None:
    text = "# Ship\n\n## Escalation\n\n- 0 min: @bosun\n- 10 min: @mate\n"
    assert [step.who for step in compile_playbook(text, words).chains[0].steps] == [
        "@bosun",
        "@mate",
    ]


def test_gaps_for_addresses_are_no_chain_unless_they_are_numbered(words: Vocabulary) -> None:
    gaps = "- **Bosun**: <name> - <phone>\n- **Mate**: [name] - [email]\n"
    text = f"# Ship\n\n## Escalation contacts\n\n{gaps}"
    assert compile_playbook(text, words).chains == ()
    names = "1. **Bosun**: [name]\n2. **Mate**: [name]\n"
    (chain,) = compile_playbook(f"# Ship\n\n## Escalation\n\n{names}", words).chains
    assert [step.who for step in chain.steps] == ["Bosun", "Mate"]


@pytest.mark.parametrize("gap", ["[name + contact]", "[number]", "[contacto]"])
def test_gaps_and_nothing_else_are_for_reaching_people(gap: str, words: Vocabulary) -> None:
    """A gap for a name asks who is called, and stays a rung."""
    entries = "- Yard: {}\n- Crane firm: [page]\n- Tide office (storms): [link]\n"
    text = "# Ship\n\n## Contact / escalation\n\n"
    found = compile_playbook(text + entries.format(gap), words)
    assert (len(found.contacts), found.chains) == (3, ())
    named = entries.format("[name]").replace("[page]", "[name]").replace("[link]", "[name]")
    (chain,) = compile_playbook(text + named, words).chains
    assert len(chain.steps) == 3


@pytest.mark.parametrize(
    ("value", "steps"),
    [("(add phone)", 0), ("[phone]", 0), ("(Telefon eintragen)", 0), ("flooded cellars", 3)],
)
def test_a_gap_for_a_way_tells_what_stands_behind_the_other_names(
    value: str, steps: int, words: Vocabulary
) -> None:
    """Without one, it may as well be the case somebody is called for."""
    listed = f"- Warden: Ask at the gate\n- Stoker: {value}\n- Boiler maker: Marsh & Sons\n"
    found = compile_playbook(f"# Baths\n\n### Escalation contacts\n\n{listed}", words)
    assert [len(one.steps) for one in found.chains] == ([steps] if steps else [])
    assert [one.label for one in found.contacts] == ["Warden", "Stoker", "Boiler maker"]


def test_a_gap_beside_waits_leaves_them_a_chain(words: Vocabulary) -> None:
    listed = "- Warden: at once\n- Stoker: after 10 minutes\n- Owner: (add phone)\n"
    (chain,) = compile_playbook(f"# Baths\n\n## Escalation\n\n{listed}", words).chains
    assert [one.who for one in chain.steps][:2] == ["Warden", "Stoker"]
