"""The ways to whoever stands on a rung, in the list below him."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def found(text: str, words: Vocabulary) -> list[tuple[str, str, str]]:
    book = compile_playbook(f"# Mill\n\n## Escalation\n\n{text}", words)
    return [(one.label, one.kind, one.value) for one in book.contacts]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (("**Level 1 - Duty miller**\n- Name: [name]\n- Phone: [phone]\n- Availability: 24/7\n\n"
          "**Level 2 - Warden**\n- Name: [name]\n- Email: warden@mill.example\n"),
         [("Duty miller", "name", "[name]"), ("Duty miller", "phone", "[phone]"),
          ("Warden", "name", "[name]"), ("Warden", "email", "warden@mill.example")]),
        ("### Level 1: Duty miller\n\n- Name: Ada\n- Phone: +44 1632 960118\n",
         [("Duty miller", "name", "Ada"), ("Duty miller", "phone", "+44 1632 960118")]),
        ("**Stufe 1 - Müller**\n- Telefon: [Nummer]\n\n**Stufe 2 - Wart**\n- Telefon: [Nummer]\n",
         [("Müller", "phone", "[Nummer]"), ("Wart", "phone", "[Nummer]")]),
    ],
)  # fmt: skip
def test_the_list_below_a_rung_tells_how_it_is_reached(
    text: str, ways: list[tuple[str, str, str]], words: Vocabulary
) -> None:
    assert found(text, words) == ways


@pytest.mark.parametrize(
    "text",
    [
        "**Level 1 - Duty miller**\n- Shuts the gate\n- Phone: rings when the rack is full\n",
        "- Name: the gate that is stuck\n- Phone: [phone]\n",
    ],
)
def test_what_is_done_there_is_no_way(text: str, words: Vocabulary) -> None:
    assert found(text, words) == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("### Level 1: Duty miller (0-15 min)\n\n**Contact:**\n- Slack: @mill\n- Phone: [phone]\n",
         [("Duty miller", "chat", "@mill"), ("Duty miller", "phone", "[phone]")]),
        ("### Stufe 2: Wart\n\n**Kontakt:**\n- Telegram: @wart\n", [("Wart", "chat", "@wart")]),
    ],
)  # fmt: skip
def test_a_label_for_the_ways_is_nobodys_name(
    text: str, ways: list[tuple[str, str, str]], words: Vocabulary
) -> None:
    assert found(text, words) == ways


PATH = (
    "# Mill\n\n## Contacts\n\n- **Warden**: +44 1632 960118\n- **Smith**: [phone]\n\n### {}\n\n{}"
)


@pytest.mark.parametrize(
    ("title", "rungs"),
    [
        ("Escalation path", "1. **L1**: Duty miller (at once)\n2. **L2**: Warden (< 15 minutes)\n"),
        ("Eskalation", "1. **Stufe 1**: Müller (sofort)\n2. **Stufe 2**: Wart (< 15 Minuten)\n"),
    ],
)
def test_a_chain_below_contacts_tells_no_way(title: str, rungs: str, words: Vocabulary) -> None:
    book = compile_playbook(PATH.format(title, rungs), words)
    assert [one.label for one in book.contacts] == ["Warden", "Smith"]


@pytest.mark.parametrize("title", ["Escalation path", "Escalation contacts"])
def test_whoever_has_a_number_there_is_a_contact(title: str, words: Vocabulary) -> None:
    rungs = "1. **Duty miller**: +44 1632 960119\n2. **Lead**: [phone]\n"
    book = compile_playbook(PATH.format(title, rungs), words)
    assert [one.label for one in book.contacts][2:] == ["Duty miller", "Lead"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [("PagerDuty", "pointer"), ("Phone only", "phone"), ("Ada Bell", "name")],
)
def test_a_way_alone_is_no_name(value: str, kind: str, words: Vocabulary) -> None:
    text = f"### Level 1: Duty miller\n\n- **Response time:** 5 minutes\n- **Contact:** {value}\n"
    assert found(text, words) == [("Duty miller", kind, value)]
