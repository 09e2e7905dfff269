"""What is always practised before something happens is bound to that."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "said", "event"),
    [
        ("Drills", "Shutting the gate is always rehearsed before a fair.", "before a fair"),
        ("Exercices", "La fermeture est toujours répétée avant la fête.", "avant la fête"),
        ("Simulacros", "El cierre se ensaya siempre antes de la feria.", "antes de la feria"),
        ("訓練", "水門の閉め方の確認は祭りの前に必ず行います。", "祭りの前に"),
        ("演练", "关水门在庙会前必须演练。", "庙会前"),
        ("Drills", "Always test the boots before you start.", None),
        ("Drills", "The boots are always clean before a fair.", None),
        ("Drills", "Read this before the drill.", None),
        ("訓練", "訓練の前に手順を読みます。", None),
    ],
)
def test_what_is_always_practised_before_something(
    heading: str, said: str, event: str | None, words: Vocabulary
) -> None:
    found = compile_playbook(f"# Mill\n\n## {heading}\n\n{said}\n", words).drills
    told = [(one.every.text, one.every.calendar) for one in found]
    assert told == ([] if event is None else [(event, "event")])


@pytest.mark.parametrize(
    ("drill", "again"),
    [
        ("Fire drill: yearly", "Review of this plan: every two years"),
        ("Simulacro de incêndio: anual", "Revisão do presente plano: de dois em dois anos"),
        ("Simulacro de incendio: anual", "Revisión del plan: cada dos años"),
        ("Exercice d'incendie : annuel", "Révision du plan : tous les deux ans"),
        ("Feuerübung: jährlich", "Überprüfung dieses Plans: alle zwei Jahre"),
    ],
)
def test_how_often_the_plan_is_read_again_is_no_drill(
    drill: str, again: str, words: Vocabulary
) -> None:
    text = f"# Port\n\n## Drills\n\n- {drill}\n- {again}\n"
    assert [one.every.line for one in compile_playbook(text, words).drills] == [5]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Before each fair the gates are rehearsed, the bell monthly.",
            ["Before each fair", "monthly"],
        ),
        (
            "Vor jedem Markt wird das Öffnen geübt, dazu monatlich der Schwenk.",
            ["Vor jedem Markt", "monatlich"],
        ),
        (
            "La vanne est testée deux fois l'an.",
            ["deux fois l'an"],
        ),
        ("Every quarter we restore a backup in the mill.", ["Every quarter"]),
        ("Before each fair the gates are painted, the bell monthly.", []),
        ("Every quarter we restore the old paint.", []),
    ],
)
def test_what_comes_again_may_stand_in_front(
    said: str, found: list[str], words: Vocabulary
) -> None:
    drills = compile_playbook(f"# Mill\n\n## Afterwards\n\n{said}\n", words).drills
    assert [one.every.text for one in drills] == found
