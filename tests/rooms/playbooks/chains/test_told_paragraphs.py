"""Running text that names one person after the other."""

from textwrap import wrap

import pytest

from runcard.domain.playbooks.chains.told_paragraphs import told_paragraphs
from runcard.domain.playbooks.page.outline import outline
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


STORIES = [
    (
        "The bell rings the bosun first. If there is no answer in 9 minutes it rings the mate. "
        "After 30 minutes, or straight away for any leak, the mate brings in the captain."
    ),
    (
        "Die Wache verständigt zuerst den bosun unter der Rufnummer im Buch. Meldet sich dieser "
        "nach 9 Minuten nicht, ruft die Wache den mate an. Nach 30 Minuten, bei Wasser im Schiff "
        "sofort, zieht der mate den captain hinzu."
    ),
    (
        "La campana llama primero al bosun. Si no responde en 9 minutos, llama al mate. A los 30 "
        "minutos, o de inmediato si entra agua, el mate avisa al captain."
    ),
    (
        "La cloche appelle d'abord le bosun. Sans réponse au bout de 9 minutes, elle appelle le "
        "mate. Au bout de 30 minutes, ou immédiatement en cas de voie d'eau, le mate prévient le "
        "captain."
    ),
    (
        "Primeiro é avisado o bosun. Se ele não atender em 9 minutos, o sino chama o mate. Após "
        "30 minutos, o mate avisa o captain."
    ),
]


@pytest.mark.parametrize("text", STORIES, ids=["en", "de", "es", "fr", "pt"])
@pytest.mark.parametrize("width", [400, 60])
def test_who_is_called_is_whom_the_verb_calls(text: str, width: int, words: Vocabulary) -> None:
    assert rungs("\n".join(wrap(text, width)), words) == CREW


def test_a_case_alone_may_end_the_story(words: Vocabulary) -> None:
    text = (
        "Zuerst wird der Maat gerufen. Reagiert er nicht innerhalb von 9 Minuten, wird der Kapitän "
        "geweckt. Bei Verdacht auf Schmuggel wird der Zöllner sofort hinzugezogen."
    )
    assert rungs(text, words) == [("Maat", None), ("Kapitän", 540), ("Zöllner", None)]


OTHERS = [
    (
        "The bell rings the bosun. The mate is woken automatically if nobody answers in 9 "
        "minutes, and after 30 minutes the mate calls the captain."
    ),
    (
        "Die Glocke ruft zuerst den bosun. Meldet er sich nicht binnen 9 Minuten, wird "
        "automatisch der mate geweckt. Ist nach 30 Minuten kein Land zu sehen, verständigt der "
        "Koch vom Dienst den captain."
    ),
    (
        "La cloche appelle le bosun. Sans réponse au bout de 9 minutes, le mate est appelé, puis "
        "au bout de 30 minutes le mate prévient le captain."
    ),
]


@pytest.mark.parametrize("text", OTHERS, ids=["en", "de", "fr"])
def test_one_sentence_may_call_two_and_a_helper_opens_another(text: str, words: Vocabulary) -> None:
    assert rungs(text, words) == CREW
