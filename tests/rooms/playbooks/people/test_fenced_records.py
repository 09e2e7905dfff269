"""Contacts as records in YAML, JSON and TOML."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ADA, BO = ("Ada", "01632 960 733", "phone"), ("Bo", "@bo-mill", "chat")


def contacts(lang: str, body: str, words: Vocabulary) -> list[tuple[str, str, str]]:
    text = f"# Mill\n\n## Contacts\n\n```{lang}\n{body}```\n"
    return [(one.label, one.value, one.kind) for one in compile_playbook(text, words).contacts]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("yaml", '- role: "Ada"\n  phone: "01632 960 733"\n- role: "Bo"\n  slack: "@bo-mill"\n'),
        ("", "- name: Ada\n  phone: 01632 960 733\n- name: Bo\n  chat: '@bo-mill'\n"),
        ("yaml", "Ada:\n  telefon: 01632 960 733\nBo:\n  chat: '@bo-mill'\n"),
        ("toml", '[Ada]\nphone = "01632 960 733"\n\n[Bo]\nchat = "@bo-mill"\n'),
        (
            "toml",
            (
                '[[hands]]\nname = "Ada"\nphone = "01632 960 733"\n\n'
                '[[hands]]\nname = "Bo"\nchat = "@bo-mill"\n'
            ),
        ),
        ("toml", '[hands]\nAda = "01632 960 733"\nBo = "@bo-mill"\n'),
        ("json", '{\n  "Ada": "01632 960 733",\n  "Bo": "@bo-mill"\n}\n'),
        (
            "json",
            (
                '[\n  {\n    "name": "Ada",\n    "phone": "01632 960 733"\n  },\n'
                '  { "name": "Bo", "chat": "@bo-mill" }\n]\n'
            ),
        ),
    ],
)
def test_each_way_is_named_after_its_record(lang: str, body: str, words: Vocabulary) -> None:
    assert contacts(lang, body, words) == [ADA, BO]


def test_the_key_tells_what_a_value_is(words: Vocabulary) -> None:
    body = "- service: Dam office\n  pager: dam-7\n  hours: 09:00-18:00\n- service: Fire\n"
    assert contacts("yaml", body, words) == [("Dam office", "dam-7", "pointer")]


def test_a_long_line_is_read_in_time(words: Vocabulary) -> None:
    assert contacts("yaml", "{" + " " * 20_000 + "x\n", words) == []


def test_keys_above_addresses_are_those_who_are_reached(words: Vocabulary) -> None:
    body = (
        "grain:\n  carter: post@cart.example | 01632 960 733\n  store: store@grain.example\n"
        "  bakers_guild: the guild hall\n"
    )
    assert contacts("yaml", body, words) == [
        ("carter", "post@cart.example | 01632 960 733", "email"),
        ("store", "store@grain.example", "email"),
        ("bakers_guild", "the guild hall", "none"),
    ]


def test_what_stands_further_out_is_somebody_else(words: Vocabulary) -> None:
    body = (
        "Miller: Ada Moor (01632 960 733)\n- Mail: ada@mill.org\n- Role: grinds\n\n"
        "Carter: Bo Reed (01632 960 734)\n- Mail: bo@mill.org\n- Role: drives\n"
    )
    found = [f"{label} {kind}" for label, _, kind in contacts("", body, words)]
    assert found == ["Miller phone", "Miller email", "Carter phone", "Carter email"]


def test_below_a_rung_a_way_leads_to_whoever_stands_on_it(words: Vocabulary) -> None:
    body = "Level 1: Miller\n  - Phone: [number]\n\nLevel 2: Owner\n  - Phone: [number]\n"
    assert [label for label, _, _ in contacts("", body, words)] == ["Miller", "Owner"]


@pytest.mark.parametrize(
    "body",
    [
        '[stones]\nweight = "40"\nmail_sacks = "12"\n\n[store]\nfloor = "2"\n',
        '[tool.mill]\nname = "mill"\nversion = "1.4.0"\n\n[[tool.gears]]\nteeth = "40"\n',
    ],
)
def test_settings_in_tables_reach_nobody(body: str, words: Vocabulary) -> None:
    assert contacts("toml", body, words) == []
