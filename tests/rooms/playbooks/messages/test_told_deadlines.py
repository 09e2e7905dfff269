"""Deadlines of messages told in a sentence beside them: which message, and when none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TWO = (
    "## Messages\n\nBanner:\n\n```\nNo heating in <house> since <time>.\n```\n\n"
    "Letter to tenants:\n\n```\nDear tenant, no heating in <house> since <time>.\n```\n\n"
)
ONE = "## Messages\n\nNote to customers:\n\n> Dear guest, [room] is cold since [time].\n\n"


def deadlines(body: str, words: Vocabulary) -> list[int | None]:
    found = compile_playbook(f"# Heating\n\n{body}\n", words).templates
    return [one.deadline.seconds if one.deadline else None for one in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The letter to tenants is sent within 2 days.", [None, 172800]),
        ("- The banner is published within 5 minutes.\n- The letter goes out within 1 day.",
         [300, 86400]),
    ],
)  # fmt: skip
def test_a_sentence_is_about_the_message_whose_introduction_it_repeats(
    said: str, expected: list[int | None], words: Vocabulary
) -> None:
    assert deadlines(TWO + said, words) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("## Textbausteine\n\nStatusseite:\n\n> Seit [Uhrzeit] ist [Dienst] gestört.\n\n"
         "Brief an Händler:\n\n> Liebe Händler, seit [Uhrzeit] fehlen [Waren].\n\n"
         "Der Brief an die Händler geht spätestens nach 2 Stunden raus."), [None, 7200]),
        (("## Modèles de message\n\n### SMS aux livreurs\n\n```\nPanne de {service}.\n```\n\n"
         "### Courriel aux commerces\n\n```\nBonjour, {service} est en panne.\n```\n\n"
         "Le courriel aux commerces part dans les 45 minutes."), [None, 2700]),
        (("## 連絡文例\n\n会員向けメール：\n\n```\n[時刻]より[機能]が使えません。\n```\n\n"
         "店舗向け電話：\n\n```\n[店名]様、[機能]が止まっています。\n```\n\n"
         "会員向けメールは1時間以内に送信する。"), [3600, None]),
        (("## Mensagens\n\nAviso aos motoristas:\n\n```\nSem rotas desde [hora].\n```\n\n"
         "Enviar em até 15 minutos."), [900]),
    ],
)  # fmt: skip
def test_other_languages_tell_it_in_their_own_words(
    body: str, expected: list[int | None], words: Vocabulary
) -> None:
    assert deadlines(body, words) == expected


def test_a_moment_names_the_message_beside(words: Vocabulary) -> None:
    body = (
        "## Message templates\n\n### Initial\n\n```\nWe look into [problem] since [time].\n```\n\n"
        "### Resolved\n\n```\n[problem] is over since [time].\n```\n\n"
        "For a SEV1 the first message is posted within 20 minutes.\n"
    )
    assert deadlines(body, words) == [1200, None]


@pytest.mark.parametrize(
    "said",
    [
        "If the note is not sent within 10 minutes, call the desk.",
        "The form of the regulator is sent within 72 hours.",
        "The post-mortem is published within 5 days. The next update is sent within 30 minutes.",
        "The note is sent every 30 minutes.",
        "The note is sent when the boiler has been cold for 2 hours.",
    ],
)
def test_other_times_are_no_deadline(said: str, words: Vocabulary) -> None:
    assert deadlines(ONE + said, words) == [None]


def test_a_sentence_that_may_mean_two_messages_sets_no_clock(words: Vocabulary) -> None:
    assert deadlines(TWO + "Everything is sent within 10 minutes.", words) == [None, None]


def test_a_heading_with_more_messages_than_are_looked_at_is_read(words: Vocabulary) -> None:
    many = "".join(f"Text {at}:\n\n> [room] {at} is cold.\n\n" for at in range(40))
    found = deadlines(f"## Messages\n\n{many}All are sent within 10 minutes.", words)
    assert found == [None] * 40
