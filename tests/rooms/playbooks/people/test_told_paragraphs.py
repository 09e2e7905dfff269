"""Running text that names one person after the other."""

import pytest

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.told_paragraphs import told_paragraphs
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def rungs(text: str, words: Vocabulary) -> Rungs:
    section = outline(f"## Escalation\n\n{text}\n").sections[-1]
    return [
        (step.who, step.after and step.after.seconds)
        for chain in told_paragraphs(section, words)
        for step in chain.steps
    ]


CREW: Rungs = [("bosun", None), ("mate", 540), ("captain", 1800)]
TOLD = [
    "First the bosun. Nobody on deck after 9 minutes? Ring the mate. After 30 → captain.",
    "If the bosun does not answer within 9 minutes, ring the mate; after 30 minutes the captain.",
    "The alarm goes to the bosun. No answer for 9 minutes → mate. No answer for 30 → captain.",
]


@pytest.mark.parametrize("text", TOLD)
def test_one_after_the_other(text: str, words: Vocabulary) -> None:
    assert rungs(text, words) == CREW


def test_other_languages_are_read_as_well(words: Vocabulary) -> None:
    german = "Zuerst den Bootsmann. Geht nach 9 Minuten niemand ran, den Maat."
    assert rungs(german, words) == [("Bootsmann", None), ("Maat", 540)]
    japanese = "まず水夫長に電話する。9分たっても出なければ航海士に電話する。"
    assert rungs(japanese, words) == [("水夫長", None), ("航海士", 540)]


@pytest.mark.parametrize(
    "text",
    [
        "Ring the mate after 9 minutes.",
        "If the bosun and the cook do not answer for an hour, ring the owner.",
        (
            "We sail at dawn. The hold is full. After 9 minutes ring the mate. It rains. After 20 "
            "the captain. We have no lamp. The mast is of oak. The sea is wide."
        ),
    ],
)
def test_one_call_and_long_stories_are_none(text: str, words: Vocabulary) -> None:
    assert rungs(text, words) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Der Alarm geht per Funk an den Bootsmann. Wird er nicht innerhalb von 9 Minuten "
            "quittiert, klingelt automatisch der Maat.\n\nIst nach 30 Minuten nichts in Sicht, "
            "holt der Maat den Kapitän dazu."
        ),
        (
            "Die Glocken laufen beim Bootsmann auf. Zieht er nicht binnen 9 Minuten am Seil, "
            "klingelt es beim Maat. Ist das Leck nach 30 Minuten nicht zu, kommt der Kapitän dazu "
            "und übernimmt das Ruder. Den Reeder spricht nur der Kapitän."
        ),
        (
            "Le chef de quai appelle le Bootsmann au 05 65 00 41 12. Sans réponse au bout de 9 "
            "minutes, il compose le numéro du Maat. Si la panne dure depuis plus de 30 minutes, "
            "le Maat réveille le Kapitän, même la nuit."
        ),
        (
            "O alerta toca no telemóvel do Bootsmann. Se ao fim de 9 minutos ninguém confirmar, o "
            "sino chama o Maat. Passados 30 minutos sem causa, o Maat telefona ao Kapitän."
        ),
        (
            "The alarm goes through the pager to the Bootsmann. If nobody answers for 9 minutes, "
            "it rings the Maat on 0162 555 17.\n\nAfter 30 minutes the Maat calls the Kapitän."
        ),
    ],
)
def test_a_story_of_calls_goes_on_in_the_next_paragraph(text: str, words: Vocabulary) -> None:
    assert rungs(text, words) == [("Bootsmann", None), ("Maat", 540), ("Kapitän", 1800)]
