"""Messages behind the names of their moments, in lists, rows and paragraphs."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Tea\n\n## Texts\n\n{body}\n", words).templates


@pytest.mark.parametrize(
    "body",
    ["- **Start:** There is no tea in [room].\n- **End:** There is tea again in [room].",
     "| When | Text |\n|---|---|\n| Start | No tea in [room]. |\n| End | Tea again in [room]. |",
     "**Investigating** — We look for tea in [room].\n\n**Resolved** — There is tea in [room].",
     "- **Début :** pas de thé en [salle].\n- **Fin :** le thé est là en [salle].",
     "| At | Say |\n|---|---|\n| Every 9 min | No tea: [room]. |\n| At the end | Tea in [room]. |"],
)  # fmt: skip
def test_each_is_a_message(body: str, words: Vocabulary) -> None:
    found = templates(body, words)
    assert [len(one.placeholders) for one in found] == [1, 1]
    assert {one.title for one in found} == {"Texts"}


def test_a_glossary_is_none(words: Vocabulary) -> None:
    assert (
        templates("- **Start:** the hour of the alarm.\n- **End:** the hour after it.", words) == ()
    )


@pytest.mark.parametrize(
    ("marks", "count"), [(('"', '"'), 2), (("„", "“"), 2), (("「", "」"), 2), (("", ""), 1)]
)
def test_what_is_quoted_beside_others_is_sent_as_it_stands(
    marks: tuple[str, str], count: int, words: Vocabulary
) -> None:
    said = ("There is no tea in [room].", "There is tea again in all rooms.")
    first, second = (f"{marks[0]}{one}{marks[1]}" for one in said)
    found = templates(f"- **Start:** {first}\n- **End:** {second}", words)
    assert len(found) == count
    assert [one.literal for one in found] == [False, True][:count]


def test_among_them_a_quotation_may_have_any_name(words: Vocabulary) -> None:
    body = '- **Start:** "No tea in [room]."\n- **Watch:** {0}\n- **End:** "Tea in [room]."'
    found = templates(body.format('"We watch the kettles."'), words)
    assert [one.text_line for one in found] == [5, 6, 7]
    assert len(templates(body.format("who looks at the kettles"), words)) == 2


@pytest.mark.parametrize(
    ("first", "second", "due"),
    [
        ('T+20min: "We look at [oven]."', 'T+1h: "We still look at [oven]."', [1200, 3600]),
        ("Innerhalb von 20 Minuten: „Wir sehen nach [Ofen].“",
         "Innerhalb von 2 Stunden: „[Ofen] bleibt kalt.“", [1200, 7200]),
        ("T+20min: look at the [oven]", "T+1h: shut the [oven]", []),
        ('Oven 1: "We look at [oven]"', 'Oven 2: "We still look at it"', []),
    ],
)  # fmt: skip
def test_quotations_behind_a_wait_are_messages(
    first: str, second: str, due: list[int], words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Message templates\n\n- {first}\n- {second}\n"
    found = compile_playbook(text, words).templates
    assert [one.deadline and one.deadline.seconds for one in found] == due


@pytest.mark.parametrize(
    ("first", "other", "last"),
    [("First message", "It drags on", "All clear"), ("Erste Meldung", "Dauert noch", "Entwarnung"),
     ("Primer aviso", "Se alarga", "Cierre"), ("第一報", "長引く場合", "復旧報")],
)  # fmt: skip
def test_words_nested_below_a_name_are_a_message(
    first: str, other: str, last: str, words: Vocabulary
) -> None:
    """One that asks for something in a sentence may have any name among them."""
    said = "No tea in [room], we look for the kettle."
    body = f"- {first}:\n  - {said}\n- {other}:\n  - {said}\n- {last}:\n  - {said}"
    assert [one.text_line for one in templates(body, words)] == [6, 8, 10]
    beside = body.replace(f"- {other}:\n  - {said}", f"- {other}:\n  - the cook\n  - the maid")
    assert [one.text_line for one in templates(beside, words)] == [6, 11]


def test_what_a_list_of_messages_tells_besides_is_none(words: Vocabulary) -> None:
    said = "No tea in [room], we look for the kettle."
    for aside in ("**Sign with:** [name]", "**Who sends it:** whoever has the watch"):
        body = f"- **First message:** {said}\n- **All clear:** {said}\n- {aside}"
        assert [one.text_line for one in templates(body, words)] == [5, 6]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("- **Cold pot:** There is no tea in [room].\n- **Warm pot:** Tea is in [room].", 2),
        ("| Pot | Say |\n|---|---|\n| Cold | No tea in [room]. |\n| Warm | Tea is in [room]. |", 2),
        ("- **Cold pot:** There is no tea in the room.\n- **Warm pot:** It is warm again.", 0),
        ("- **Cold pot:** There is no tea in [room]\n- **Warm pot:** It is warm again.", 0),
        ("- **Impact:** There is no tea in [room].\n- **Warm pot:** It is warm again.", 0),
    ],
)
def test_whole_sentences_of_which_one_asks_are_messages_by_any_name(
    body: str, count: int, words: Vocabulary
) -> None:
    assert len(templates(body, words)) == count
