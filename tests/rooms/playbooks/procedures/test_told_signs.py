"""A first sentence without a label that tells of trouble, and one that does not."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkubectl rollout restart deploy/tea\n```\n"


def signs(opening: str, words: Vocabulary) -> list[str]:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{opening}\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    return [one.text for one in book.symptoms]


@pytest.mark.parametrize(
    "sentence",
    ["Guests report cold cups.", "Waiters in the hall see red lamps.",
     "Gäste melden kalte Tassen.", "Les clients signalent un thé froid.",
     "Los huéspedes ven vapor.", "Os hóspedes reclamam do chá.",
     "Water above 96 degrees for five minutes.", "Orders waiting > 90 in any hall.",
     "Warteschlange über 40 Gäste.", "The first signs are empty cups."],
)  # fmt: skip
def test_what_is_noticed_is_a_sign(sentence: str, words: Vocabulary) -> None:
    assert signs(f"{sentence} Usually the fuse has blown.", words) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    ["See the board for the queue.", "If guests see steam, open the window.",
     "Report to the head waiter.", "We report this to the guild.", "The cook reports to the lead.",
     "Look below 5 metres of pipe.", "Takes over 20 minutes.", "The fuse has blown again.",
     "> Guests report cold cups.", "Guests report cold cups:", "There are no signs before.",
     "Restart when more than > 40 guests wait."],
)  # fmt: skip
def test_what_is_done_or_needed_is_none(sentence: str, words: Vocabulary) -> None:
    assert signs(sentence, words) == []


def test_a_label_is_surer(words: Vocabulary) -> None:
    opening = "Guests report cold cups.\n\n**Symptoms:** no steam"
    assert signs(opening, words) == ["no steam"]


@pytest.mark.parametrize(
    "sentence",
    ["Fires when more than 8 % of the cups are cold.", "Detected by the thermometer in the hall.",
     "Detected when two lamps are red."],
)  # fmt: skip
def test_what_fires_is_a_sign_behind_the_level(sentence: str, words: Vocabulary) -> None:
    assert signs(f"Severity: SEV1. {sentence}", words) == [sentence]
    assert signs(sentence, words) == [sentence]


def test_another_label_in_front_is_no_level(words: Vocabulary) -> None:
    assert signs("Owner: Ada. Fires when the bell rings.", words) == []


@pytest.mark.parametrize(
    "sentence",
    ["Se nota porque el té tarda más de 10 minutos.", "It is noticed because tea takes an hour.",
     "Man merkt es daran, dass der Tee 10 Minuten dauert.",
     "Percebe-se porque o chá demora 10 minutos."],
)  # fmt: skip
def test_how_it_is_noticed_may_be_that_something_takes_long(
    sentence: str, words: Vocabulary
) -> None:
    assert signs(f"{sentence} The fuse has blown.", words) == [sentence]
    assert signs("Se notar vapor, abra a janela.", words) == []


@pytest.mark.parametrize(
    "sentence",
    ["Shops ring to say that the tea is cold.", "Las tiendas llaman y dicen que no hay té.",
     "You notice because nobody asks for tea.", "Les clients appellent pour dire que rien ne sort.",
     "客人打电话说茶凉了。", "Gäste rufen an und sagen, dass der Tee kalt ist."],
)  # fmt: skip
def test_who_rings_to_say_it_gives_a_sign(sentence: str, words: Vocabulary) -> None:
    assert signs(f"{sentence} Usually the fuse has blown.", words) == [sentence]


def test_an_order_to_ring_gives_none(words: Vocabulary) -> None:
    for order in ("Ring the shop to say that tea is late.", "Llame a la tienda."):
        assert signs(order, words) == []


@pytest.mark.parametrize(
    ("listed", "look", "count"),
    [("- Cups stay cold\n- The lamp of the pot is red", "What to look at", 2),
     ("- Leser blinken rot\n- Kein Dampf am Hahn", "Nachschauen", 2),
     ("- 水壶不热\n- 灯不亮", "检查", 2),
     ("- Look at the lamp\n- The cups stay cold", "Check", 0),
     ("- Deckel prüfen\n- Laden anrufen", "Prüfen", 0),
     ("- Cups stay cold", "Fix", 0), ("1. Cups stay cold", "Check", 0),
     ("- If cups stay cold, wait", "Check", 0)],
)  # fmt: skip
def test_a_list_above_the_look_shows_signs(
    listed: str, look: str, count: int, words: Vocabulary
) -> None:
    body = f"{listed}\n\n**{look}**\n\n```sh\nkettlectl show\n```\n\n**Repair**\n"
    assert len(signs(body, words)) == count


def test_what_is_shown_is_no_part(words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n- No steam\n\n**Check**\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    assert [(one.name, one.bullets) for one in book.parts] == [("check", 0)]
