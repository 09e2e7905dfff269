"""Recovery times and losses, in the forms in which runbooks state them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


def times(body: str, words: Vocabulary) -> tuple[list[int | None], int | None]:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    rpo = book.rpo.seconds if book.rpo else None
    return [one.time.seconds for one in book.rto], rpo


@pytest.mark.parametrize(
    ("body", "found"),
    [("Expected duration: 90 minutes. Up to 15 minutes of orders can be lost.", ([5400], 900)),
     ("Recovery time objective: 2 hours. Recovery point objective: 24 hours.", ([7200], 86400)),
     ("| Objective | Value |\n|---|---|\n| RTO | 15 minutes |\n| RPO | 0 |", ([900], 0)),
     ("| RTO | RPO |\n|---|---|\n| 2 h | 1 day |", ([7200], 86400)),
     ("Dauer: 25 Minuten. Datenverlust: keiner.", ([1500], 0)),
     ("Tiempo esperado: 3 horas con barco, 40 minutos con puente.", ([10800, 2400], None)),
     ("Time to resolution: mends itself in 30-60 seconds", ([60], None)),
     ("Time to resolution: needs a new coil (2 days)", ([172800], None)),
     ("Resolution time: 5 minutes (cord), 2 hours (coil)", ([300, 7200], None)),
     ("Time to resolution: as the shop may be", ([], None)),
     ("Jusqu'à 10 minutes de messages peuvent être perdues.", ([], 600)),
     ("**RTO**: 5 min | **RPO**: 30 s", ([300], 30)),
     ("**Total RTO: 10-15 minutes**", ([900], None)), ("**RTO: 5 min**", ([300], None)),
     ("RTO: 4 h / RPO: 1 h", ([14400], 3600)), ("RTO < 8 hours; no data loss", ([28800], 0)),
     ("If more than 15 minutes are lost, call Ada.", ([], None)),
     ("Tea of the last hour is lost.", ([], None)),
     ("**RPO:** 0 (the cellar keeps 7 days)", ([], 0)),
     ("RPO: none – two kettles", ([], 0)), ("No tea is lost.", ([], 0)),
     ("目標復旧時間: 4時間\n目標復旧時点: 0", ([14400], 0)),
     ("Erlaubter Ausfall: 15 Minuten", ([900], None)),
     ("Durée d'arrêt admise : 6 heures\nTisane que l'on peut perdre : 1 heure", ([21600], 3600)),
     ("Tiempo máximo: 1 hora (taza) / 2 días (tetera)", ([3600, 172800], None)),
     ("Meta: 40 minutos. Perda aceitável: 5 minutos.", ([2400], 300)), ("Verlust: nichts", ([], 0)),
     ("Ziel: wieder da in 30 Minuten", ([1800], None)), ("Цель: 30 минут", ([1800], None)),
     ("The kettle should be open again within 5 minutes.", ([300], None)),
     ("Target response: 15 minutes", ([], None)), ("Maximum water: 3 cups", ([], None)),
     ("Retention: 7 days", ([], None)), ("Check again within 5 minutes.", ([], None)),
     ("If no tea is lost, go on.", ([], None)), ("Nothing is lost.", ([], 0)),
     ("None of the lids fits; nothing helps.", ([], None)),
     ("Time to hot water: 1 h", ([3600], None)),
     ("**Vuelve en**: 15 minutos. **Se pierde**: nada.", ([900], 0)),
     ("**Aims of recovery:** RTO 20 minutes, RPO 0.", ([1200], 0)),
     ("Ziele: RTO 2 Stunden, RPO 5 Minuten", ([7200], 300)),
     ("Time to first response: 5 min", ([], None)),
     ("Back within 2 hours, up to 5 minutes of orders are lost.", ([7200], 300)),
     ("At most 30 seconds of tea are lost\nand the whole thing takes 25 minutes.", ([1500], 30)),
     ("We can lose the orders of the\nlast 10 minutes.", ([], 600)),
     ("Die letzten 10 Minuten gehen verloren.", ([], 600)),
     ("Podemos perder los pedidos de los últimos 10 minutos.", ([], 600)),
     ("Se pierden como mucho 10 minutos.", ([], 600)),
     ("Si perdono gli ultimi 10 minuti.", ([], 600)), ("最多丢 10 分钟的订单。", ([], 600)),
     ("直近10分の注文は失われる。", ([], 600)), ("Look at the last 10 minutes.", ([], None)),
     ("Se pierde té, llamar a Ada en 10 minutos.", ([], None)),
     ("Délai de retour à la normale : 25 min.", ([1500], None)),
     ("Zeit bis zum Normalbetrieb: 25 Minuten", ([1500], None)),
     ("復旧目安：5分（湯）／2時間（茶）", ([300, 7200], None)),
     ("Tiempo de normalización: 5 minutos", ([300], None)), ("Back to normal: yes", ([], None)),
     ("If a pot breaks, up to 5 minutes of orders are lost.", ([], None))],
)  # fmt: skip
def test_what_a_runbook_states(
    body: str, found: tuple[list[int | None], int | None], words: Vocabulary
) -> None:
    assert times(body, words) == found


def test_a_table_of_cases_gives_each_its_time(words: Vocabulary) -> None:
    table = "| Case | RTO |\n|---|---|\n| restart | 5 min |\n| restore | 1 h |"
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{table}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [(one.case, one.time.seconds) for one in book.rto] == [
        ("restart", 300), ("restore", 3600),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "condition"),
    [("Falls der Kessel kalt\nist, hilft das:", "Falls der Kessel kalt ist"),
     ("Falls er pfeift, kommt jemand.\n\nKessel leeren:", None)],
)  # fmt: skip
def test_the_condition_is_a_whole_sentence_above_the_fence(
    above: str, condition: str | None, words: Vocabulary
) -> None:
    text = f"# Tee\n\n## Runbooks\n\n### Kessel kalt\n\n{above}\n\n{WORK}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert (book.condition.text if book.condition else None) == condition


@pytest.mark.parametrize(
    ("body", "found"),
    [("La perte maximale est de 20 minutes.", ([], 1200)),
     ("Copies every night. Datenverlust höchstens 10 Minuten, so the book says.", ([], 600)),
     ("If it is back within the hour, drink it.", ([], None))],
)  # fmt: skip
def test_losses_and_conditions_in_sentences(
    body: str, found: tuple[list[int | None], int | None], words: Vocabulary
) -> None:
    assert times(body, words) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [("Fail over the kettle (RTO 15 min, RPO 1 min)", ([900], 60)),
     ("Kessel umschalten (RTO: 2 Stunden)", ([7200], None)), ("Fail over (at night)", ([], None))],
)  # fmt: skip
def test_a_title_may_state_them(
    title: str, found: tuple[list[int], int | None], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### {title}\n\n{WORK}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.time.seconds for one in book.rto] == found[0]
    assert (book.rpo and book.rpo.seconds) == found[1]


def test_both_in_one_sentence_in_any_order(words: Vocabulary) -> None:
    assert times("Dumped each night. RPO 15 minutes, RTO 4 hours.", words) == ([14400], 900)
    assert times("RTO 4 hours, RPO 15 minutes.", words) == ([14400], 900)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Doel: terug binnen 1 uur, hooguit 4 uur gegevens kwijt.", ([3600], 14400)),
        ("Ziel: in 2 Stunden wieder da, höchstens 15 Minuten Daten verloren.", ([7200], 900)),
        ("Objectif : de retour en moins de 2 h, au plus 10 min de données perdues.", ([7200], 600)),
        ("目標：1時間以内に復旧、データの損失は最大15分。", ([3600], 900)),
        ("目標：20分で復旧。茶は最大5分ぶん失われます。", ([1200], 300)),
        ("目标：20 分钟内恢复。茶会凉。", ([1200], None)),
        ("Ziel: in 20 Min. (Kanne) wieder da.", ([1200], None)),
        ("It should be back in 20 minutes. We lose at most an hour of orders.", ([1200], 3600)),
        ("Only if the kettle cannot be brought back within 15 minutes.", ([], None)),
        ("Nur wenn er nicht in 15 Minuten wieder da ist.", ([], None)),
        ("The dump is 4 hours old.", ([], None)),
    ],
)
def test_a_goal_in_words_tells_both_times(
    said: str, found: tuple[list[int | None], int | None], words: Vocabulary
) -> None:
    assert times(said, words) == found


@pytest.mark.parametrize(
    "told",
    ["Ask the keeper. Normal recovery time: 25 minutes.",
     "Frag den Imker. Übliche Wiederherstellungszeit: 25 Minuten.",
     "Demandez à l'apiculteur. Durée habituelle de rétablissement : 25 minutes.",
     "Pregunte al apicultor. Tiempo habitual de recuperación: 25 minutos.",
     "Pedir ao apicultor. Tempo normal de reposição: 25 minutos.",
     "问养蜂人。正常恢复时间：25 分钟。", "養蜂家に聞く。通常の復旧時間：25分。"],
)  # fmt: skip
def test_how_long_it_normally_takes_is_told_behind_a_check(told: str, words: Vocabulary) -> None:
    text = f"# Apiary\n\n## Runbooks\n\n### Swarm lost\n\n```bash\nls /hive\n```\n\n{told}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.time.seconds for one in book.rto] == [1500]


@pytest.mark.parametrize(
    ("said", "found"),
    [("Recovery takes about 20 minutes.", [1200]), ("In 10 Minuten ist alles wieder da.", [600]),
     ("The urn is normally back after 10 minutes.", [600]), ("15分で復旧する。", [900]),
     ("Le retour à la normale prend 10 minutes.", [600]), ("整个过程约15分钟。", [900]),
     ("Il faut 15 minutes pour revenir à la normale.", [900]),
     ("La recuperación tarda unos 15 minutos.", [900]),
     ("O serviço volta ao normal em 10 minutos.", [600]),
     ("Das muss in 15 Minuten wieder laufen.", [900]),
     ("Swap the coil. This takes about 6 minutes.", [360]),
     ("It usually takes 20 minutes to heat up.", [1200]), ("Allow 25 minutes for this.", [1500]),
     ("Den Kessel tauschen.\nDas dauert\nhöchstens 10 Minuten.", [600]),
     ("Il faut compter 2 heures pour tout remettre.", [7200]),
     ("Esto tarda unos 10 minutos.", [600]), ("Isso leva até 10 minutos.", [600]),
     ("所要は約3時間である。", [10800]), ("一般 10 分钟内能恢复。", [600]),
     ("Gemiddeld duurt dit 20 minuten.", [1200]),
     ("If it takes 10 minutes, ask Ada.", []),
     ("Allow 10 minutes, most of it\nfor the water.", [600]),
     ("Expect 25 minutes until the first cup.", [1500]),
     ("Twenty minutes is normal for all urns.", [1200]),
     ("In 10 minutes the tea room must be\nopen again.", [600]),
     ("En 5 minutos tiene que haber salas abiertas.", [300]),
     ("Nach 10 Minuten muss die Teestube wieder offen sein.", [600]),
     ("Il salone deve tornare in 10 minuti.", [600]), ("全体で25分ほど。", [1500]),
     ("The restore takes around 10 minutes.", [600]), ("Tarda unos 10 minutos.", [600]),
     ("Lo normal son 10 minutos.", [600]), ("Prévoir 10 minutes.", [600]),
     ("Reserve 10 minutos.", [600]), ("约25分かかる。", [1500]), ("整体耗时 25 分钟。", [1500]),
     ("Within 10 minutes the guests must be told that it is open again.", []),
     ("In 10 minutes the urn must be looked at.", []),
     ("Wenn das 10 Minuten dauert, Ada fragen.", []),
     ("Wait 10 minutes until it is back.", []), ("Der Neustart dauert 2 Minuten.", []),
     ("Wenn nach 10 Minuten nicht alles wieder da ist, Ada anrufen.", []),
     ("The kettle takes 10 minutes to boil.", []), ("It works again. Wait 10 minutes.", [])],
)  # fmt: skip
def test_a_sentence_may_tell_how_long_it_takes(
    said: str, found: list[int], words: Vocabulary
) -> None:
    assert times(said, words) == (found, None)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("If it stays cold, swap the kettle (a quarter of an hour shut, data loss 2 minutes):",
         ([], 120)),
        ("Si sigue frío, cambie la tetera (pérdida de datos máxima de 2 minutos):", ([], 120)),
        ("Wenn er kalt bleibt, Kessel tauschen (Datenverlust höchstens 2 Minuten):", ([], 120)),
        ("If the kettle leaks, 2 minutes of orders are lost at most.", ([], None)),
        ("復旧時間: 5分（再点火）/ 20分（交換）", ([300, 1200], None)),
        ("恢复用时：5 分钟", ([300], None)),
        ("Wiederherstellungsdauer: 5 Minuten", ([300], None)),
    ],
)  # fmt: skip
def test_the_loss_of_a_remedy_stands_in_its_parenthesis(
    body: str, found: tuple[list[int | None], int | None], words: Vocabulary
) -> None:
    assert times(body, words) == found
