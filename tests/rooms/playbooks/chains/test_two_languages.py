"""Entries that say the same in two languages, and slashes that mean something else."""

from runcard.domain.playbooks.chains.two_languages import in_one_language
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary


def kept(entries: list[str], words: Vocabulary) -> list[str]:
    return [one.text for one in in_one_language([Text(text, 1) for text in entries], words)]


def test_the_first_half_is_enough_where_both_wait_alike(words: Vocabulary) -> None:
    entries = ["Wache / guet", "Maat nach 9 Min. (P1) / second après 9 min (P1)"]
    assert kept(entries, words) == ["Wache", "Maat nach 9 Min. (P1)"]


def test_slashes_between_names_or_other_waits_stay(words: Vocabulary) -> None:
    for entries in (
        ["Cook / baker", "Mate / bosun"],
        ["Cook / baker", "Mate", "Captain 9 min / owner 9 min"],
        ["Cook 5 min / 10 min", "Mate 10 min / 20 min"],
        ["Cook / baker"] * 200,
    ):
        assert kept(entries, words) == entries


def test_a_chain_in_two_languages(words: Vocabulary) -> None:
    body = (
        "# Hof\n\n## Eskalation / Escalation\n\n1. Stall / stable\n"
        "2. Verwalter nach 20 Min. (P1), 2 Std. (P2) / steward after 20 min (P1), 2 h (P2)\n"
    )
    (chain,) = compile_playbook(body, words).chains
    assert [(one.who, one.condition) for one in chain.steps] == [
        ("Stall", None),
        ("Verwalter", "nach 20 Min. (P1), 2 Std. (P2)"),
    ]
