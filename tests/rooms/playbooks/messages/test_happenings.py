"""What a message says has happened, in plain words of several languages."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def moment(text: str, words: Vocabulary) -> str | None:
    body = f"# Tea\n\n## Message templates\n\n### Tea room\n\n```\n{text}\n```\n"
    (found,) = compile_playbook(body, words).templates
    return found.moment


@pytest.mark.parametrize(
    "text",
    ["Since [time] no pot in [room] can be filled. The cook is looking for the leak.",
     "[room]: errors at the tap, we know that and work on it.",
     "The tap of [room] is not mended, please bring water. It leaks and problems grow.",
     "Seit [Uhrzeit] kann in [Ort] kein Tee gekocht werden.",
     "Die Störung am Kessel ist nicht behoben: [Ort].",
     "Leider ist der Kessel in [Ort] im Moment nicht nutzbar.",
     "Depuis [heure], la bouilloire de [lieu] ne fonctionne plus.",
     "Por una avería, la tetera de [lugar] no está disponible.",
     "Desde as [hora] não é possível fazer chá em [local].",
     "Ci scusiamo: il bollitore di [luogo] non è raggiungibile dalle [ora].",
     "Sinds [tijd] werkt de ketel in [plaats] niet."],
)  # fmt: skip
def test_trouble_is_told_first(text: str, words: Vocabulary) -> None:
    assert moment(text, words) == "initial"


@pytest.mark.parametrize(
    "text",
    ["The trouble with the tap in [room] continues, we hope to be done by [time].",
     "We have found the cause of the leak in [room]. Tea will work again at [time].",
     "Die Störung am Kessel in [Ort] dauert an.", "La panne de [lieu] se poursuit.",
     "Seguimos trabajando en la incidencia de [lugar].",
     "Continuamos a trabalhar na falha de [local].",
     "[room] | [problem]\nCook: [name]\nNext report: [time]"],
)  # fmt: skip
def test_what_goes_on_or_promises_more_is_an_update(text: str, words: Vocabulary) -> None:
    assert moment(text, words) == "update"


@pytest.mark.parametrize(
    "text",
    ["Tea is available again in [room], nothing was lost.", "The bar of [room] is open again.",
     "The outage of [date] is over.",
     "Between [start] and [end] [room] had no tea.", "All pots of [room] work normally.",
     "From HH:MM to HH:MM guests of [room] got cold tea.",
     "Seit [Uhrzeit] steht der Kessel in [Ort] wieder zur Verfügung.",
     "Die Störung in [Ort] konnte um [Uhrzeit] behoben werden.",
     "L'incident de [lieu] est terminé.", "Le thé de [lieu] est de nouveau disponible.",
     "La tetera de [lugar] ya funciona con normalidad.",
     "O problema em [local] está resolvido.", "O bule de [local] voltou ao normal."],
)  # fmt: skip
def test_what_is_over_is_the_end(text: str, words: Vocabulary) -> None:
    assert moment(text, words) == "resolution"


@pytest.mark.parametrize(
    "text",
    ["We expect that tea will be available again in [room] at [time].",
     "The tea room of [room] is closed on [date].", "We write until tea is restored in [room].",
     "Planned work in [room] from [start] to [end].", "Moved from [room] to [room] by [name].",
     "On [date] we had technical problems in [room].", "Sorry for the trouble of [date].",
     "Für die Störung vom [Datum] gibt es eine Gutschrift.",
     "Tea: trouble in [room]\nState: [Open | Mending | Resolved]\nNext report: [time]"],
)  # fmt: skip
def test_promises_plans_and_thanks_tell_nothing(text: str, words: Vocabulary) -> None:
    assert moment(text, words) is None


def test_a_form_that_is_due_soon_is_the_first(words: Vocabulary) -> None:
    body = "# Tea\n\n## Message templates\n\n### Kitchen (within 10 minutes)\n\n```\n[room]\n"
    (found,) = compile_playbook(f"{body}Next report: [time]\n```\n", words).templates
    assert found.moment == "initial"
