"""What stands beside runbooks, for all of them or about none, is no runbook itself."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

RUN = "```sh\nkettlectl stop --all\n```\n\n"
STEPS = "1. Lift the lid.\n2. Wipe the coil.\n\n"
ALSO = f"## Kettle down\n\n{STEPS}{RUN}## Pot outage\n\n{STEPS}{RUN}"
KNOWN = ["Kettle down", "Pot outage"]


def titles(body: str, words: Vocabulary) -> list[str]:
    return [book.title for book in compile_playbook(f"# Tea\n\n{body}", words).runbooks]


@pytest.mark.parametrize(
    "title",
    ["Annexes", "Anhang A: Ventile", "Table des matières", "Quick commands", "Befehlsreferenz",
     "Commandes de référence rapide", "Evidence collection", "Reglas generales para cada turno",
     "共通ステップ", "Procédure de clôture d'incident", "After every incident",
     "Incident response summary (one page)", "Tools for the incident", "コマンド一覧"],
)  # fmt: skip
@pytest.mark.parametrize("work", [RUN, STEPS, f"### One\n\n{RUN}### Two\n\n{RUN}"])
def test_what_holds_for_all_runbooks_is_none(title: str, work: str, words: Vocabulary) -> None:
    assert titles(f"{ALSO}## {title}\n\n{work}", words) == KNOWN


@pytest.mark.parametrize("title", ["Toolbox crash", "Anhang abgestürzt", "Toolbox outage"])
def test_a_trouble_by_such_a_name_is_one(title: str, words: Vocabulary) -> None:
    body = f"{ALSO}## {title}\n\n{STEPS}{RUN}"
    assert titles(body, words) == [*KNOWN, title]


@pytest.mark.parametrize(
    ("chapter", "title"),
    [("Quick commands to begin with", "Is the boiler warm?"), ("Schnelle Befehle", "Kesselwärme")],
)
def test_commands_for_a_first_look_are_none(chapter: str, title: str, words: Vocabulary) -> None:
    below = f"## {chapter}\n\n### {title}\n\n{RUN}### And the pot?\n\n{RUN}"
    assert titles(below + ALSO, words) == KNOWN


def test_scripts_that_only_look_do_not_hide_those_that_repair(words: Vocabulary) -> None:
    body = f"## Shed\n\n### Diagnostic script\n\n{RUN}### New seal\n\n{RUN}### New lid\n\n{RUN}"
    assert titles(body, words) == ["New seal", "New lid"]


@pytest.mark.parametrize(
    ("title", "drawn", "found"),
    [("Recovery decision tree", "```\nWarm? -> leave it\n```\n", []),
     ("Entscheidungsbaum Wiederanlauf", "```mermaid\ngraph TD\n```\n", []),
     ("Recovery decision tree", RUN, ["Recovery decision tree"]),
     ("Recovery of the lid", RUN, ["Recovery of the lid"])],
)  # fmt: skip
def test_a_mere_drawing_of_what_is_decided_is_none(
    title: str, drawn: str, found: list[str], words: Vocabulary
) -> None:
    body = f"## Recovery procedures\n\n### {title}\n\n{drawn}\n### Refill the pot\n\n{RUN}"
    assert titles(body, words) == [*found, "Refill the pot"]


@pytest.mark.parametrize(
    ("last", "more"),
    [("Health verification after recovery", []), ("Prüfung nach der Wiederherstellung", []),
     ("Verified guests are lost", ["Verified guests are lost"])],
)  # fmt: skip
def test_an_entry_that_only_verifies_is_none(last: str, more: list[str], words: Vocabulary) -> None:
    told = "stop the pump, then open the valve."
    listed = "".join(f"- **{one}:** {told}\n" for one in (*KNOWN, "Restore the lid", last))
    assert titles(f"## Playbooks\n\n{listed}", words) == [*KNOWN, "Restore the lid", *more]


@pytest.mark.parametrize(
    "title",
    ["Who keeps the tea warm at night?", "Wer hat die Kannen?", "¿Quién tiene las llaves?",
     "Qui reste le soir ?", "誰が残る？", "Whom do we call if it stays cold?",
     "Wen rufst du an, wenn es kalt bleibt?", "Wie bel je als het koud blijft?",
     "What do we do, in which order?", "Was tun wir, in welcher Reihenfolge?",
     "¿Qué hacemos y en qué orden?", "Wat moet ieder doen?", "Que fait chacun ?"],
)  # fmt: skip
def test_who_does_what_and_in_which_order_is_no_trouble(title: str, words: Vocabulary) -> None:
    assert titles(f"{ALSO}## {title}\n\n{STEPS}", words) == KNOWN


@pytest.mark.parametrize("title", ["Who holds the lid?", "Wer hält den Deckel fest?"])
def test_who_is_asked_above_commands_may_be_one(title: str, words: Vocabulary) -> None:
    assert titles(f"{ALSO}## {title}\n\n{RUN}", words) == [*KNOWN, title]


@pytest.mark.parametrize(
    "title",
    ["What if the tea is bitter?", "Was, wenn der Tee bitter ist?", "Wat als de thee bitter is?",
     "Et si le thé est amer ?", "¿Y si el té amarga?", "E se o chá amarga?"],
)  # fmt: skip
def test_what_if_is_a_case(title: str, words: Vocabulary) -> None:
    body = f"## {title}\n\nTaste it.\n\n{RUN}"
    assert titles(body, words) == [title]
    assert not titles(body.replace(RUN, ""), words)
    assert not titles(body.replace(title, f"Guests {title}"), words)


@pytest.mark.parametrize(
    "title",
    ["Glossary", "Useful links", "Change history", "Training", "Begriffe", "Wartungsfenster",
     "Liens utiles", "Herramientas", "Histórico de alterações", "Formazione", "Onderhoudsvensters",
     "术语表", "変更履歴"],
)  # fmt: skip
def test_what_is_looked_up_in_any_document_is_none(title: str, words: Vocabulary) -> None:
    below = ALSO.replace("## ", "### ")
    assert titles(f"## Runbooks\n\n{below}### {title}\n\n{STEPS}", words) == KNOWN
    more = f"{title}: pot lost"
    assert titles(f"## Runbooks\n\n{below}### {more}\n\n{STEPS}", words) == [*KNOWN, more]
