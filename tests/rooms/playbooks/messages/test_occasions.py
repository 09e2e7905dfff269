"""When a message goes out and to whom, by the words above it or its own."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Tea\n\n## Message templates\n\n{body}\n", words).templates


@pytest.mark.parametrize(
    ("title", "moment"),
    [("Teestube – Störung", "initial"), ("Salon - panne (sous 10 minutes)", "initial"),
     ("Inizio del guasto (entro 10 minuti)", "initial"), ("Küche – vorbei", "resolution"),
     ("Bericht (alle 30 Minuten)", "update"), ("Salon - menu", None)],
)  # fmt: skip
def test_a_piece_of_the_title_says_when(title: str, moment: str | None, words: Vocabulary) -> None:
    (found,) = templates(f"### {title}\n\n```\nTee: [room]\n```", words)
    assert found.moment == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [("Le thé est actuellement indisponible dans [salle].", "initial"),
     ("We are having trouble with the kettle of [room].", "initial"),
     ("Tea was not available between [time] and [time].", "resolution"),
     ("Since [time] no tea.\nThe kettle has been restored.", "resolution"),
     ("Zurzeit nicht verfügbar: Tee [time].\nDie Störung wurde behoben.", None),
     ("Tea [time].\n状态：处理中/已恢复", None), ("Tea at [time].", None)],
)  # fmt: skip
def test_the_text_says_when_if_nothing_else_does(
    text: str, moment: str | None, words: Vocabulary
) -> None:
    (found,) = templates(f"### Tea room\n\n```\n{text}\n```", words)
    assert found.moment == moment


@pytest.mark.parametrize(
    ("text", "audience"),
    [("Betreff: Tee\n\nLiebe Gäste,\n[text]", "customers"), ("Gäste: [number]", "internal"),
     ("Chers clients, le thé revient à [heure].", "customers"),
     ("Dear [name],\n[text]", "internal"), ("Tea is late in [room]. Sorry!", "customers"),
     ("Meine Damen und Herren, wir bitten um Entschuldigung: [text]", "customers"),
     ("Please join the call: [link]", "internal")],
)  # fmt: skip
def test_whom_a_message_greets(text: str, audience: str, words: Vocabulary) -> None:
    (found,) = templates(f"### Tee\n\n```\n{text}\n```", words)
    assert found.audience == audience


@pytest.mark.parametrize(
    ("title", "audience"),
    [("Letter to members", "customers"), ("Note to team members", "internal"),
     ("Statusseite", "public"), ("Text pour la mairie", "authority")],
)  # fmt: skip
def test_the_title_says_for_whom(title: str, audience: str, words: Vocabulary) -> None:
    (found,) = templates(f"### {title}\n\n```\nTea: [room]\n```", words)
    assert found.audience == audience


def test_what_follows_goes_to_the_same_readers_as_all_before_it(words: Vocabulary) -> None:
    body = "**{}**\n\n```\nTea: [room]\n```\n\n"

    def readers(*names: str) -> list[str]:
        return [one.audience for one in templates("".join(map(body.format, names)), words)]

    assert readers("Gäste, Beginn", "Update", "Behoben") == ["customers"] * 3
    assert readers("Team", "Gäste", "Update") == ["internal", "customers", "internal"]


@pytest.mark.parametrize(
    ("said", "is_message"),
    [
        ("@here the kitchen of [house] is cold\nCook: [name]", True),
        ("<!channel> cold kitchen in [house], cook is [name]", True),
        ("**INCIDENT DECLARED** – [house]\n- Cook: [name]\n- Guests: [count]", True),
        ("Erstmeldung: Störfall in [Haus]\nKoch: [Name]\nGäste: [Zahl]", True),
        ("**Incident opened**\n- **Cook**: Bo\n- **Guests**: 40", True),
        ("Störung behoben\n\nKoch: Bo\nGäste: 40", True),
        ("Incident opened\nBo cooks\nGuests: 40", False),
        ("Oven opened\nCook: Bo\nGuests: 40", False),
        ("Write to kitchen@all.example about [house] and [cook]", False),
        ("Incident detected: [time]\nThe cook [name] looks into the oven", False),
        ("Detected: [time]\nCook: [name]\nGuests: [count]", False),
        ("First look\nOven: [number]\nHeat: [degrees]", False),
    ],
)
def test_what_calls_all_or_declares_an_incident_is_a_message_anywhere(
    said: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Kitchen\n\n## Incident response process\n\n### Cold\n\n```text\n{said}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message
