"""Lists of times in which somebody is called and other things are done."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.chains.rung_deeds import is_mixed, without_deeds
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, str | None]]


def rungs(title: str, body: str, words: Vocabulary) -> list[Rungs]:
    found = chains_of(outline(f"# Mill\n\n## Wheel stops\n\n### {title}\n\n{body}"), words)
    return [[(step.who, step.condition) for step in chain.steps] for chain in found]


@pytest.mark.parametrize(
    ("title", "body", "who", "when"),
    [
        (
            "Escalation path",
            (
                "- **5 min:** Find out which gear is stuck\n"
                "- **15 min:** Escalate to team lead for the drawings\n"
                "- **30 min:** Consider opening the sluice\n"
            ),
            "team lead",
            "15 min",
        ),
        (
            "Eskalation",
            (
                "- **nach 5 Minuten:** Prüfen, ob das Rad klemmt\n"
                "- **nach 15 Minuten:** Obermüller anrufen\n- **nach 30 Minuten:** Wehr öffnen\n"
            ),
            "Obermüller",
            "nach 15 Minuten",
        ),
        (
            "Escalade",
            (
                "- Après 5 min : vérifier la roue\n- Après 15 min : appeler le chef\n"
                "- Après 1 h : ouvrir la vanne\n"
            ),
            "chef",
            "Après 15 min",
        ),
    ],
)
def test_what_is_done_is_nobody(
    title: str, body: str, who: str, when: str, words: Vocabulary
) -> None:
    assert rungs(title, body, words) == [[(who, when)]]


def test_what_is_done_behind_a_call_is_no_part_of_the_name(words: Vocabulary) -> None:
    body = (
        "- **Immediate:** Page the miller via the siren\n"
        "- **10 min:** Engage owner; open the sluice\n"
    )
    assert rungs("Escalation", body, words) == [[("miller", "Immediate"), ("owner", "10 min")]]


def test_a_list_without_calls_stays_as_it_is(words: Vocabulary) -> None:
    names = [Text("5 min: mate", 1), Text("10 min: captain", 2)]
    assert without_deeds(names, words) == names
    assert not is_mixed(names, words)
    assert is_mixed([Text("5 min: check it", 1), Text("9 min: call the mate", 2)], words)


def by_level(last: str, words: Vocabulary) -> list[Rungs]:
    body = f"- **P1 at once:** Page the miller\n- **P2 <1 hour:** Ring the wright\n- {last}\n"
    return rungs("Escalation path", body, words)


@pytest.mark.parametrize(
    ("last", "who", "when"),
    [
        (
            "**P3 <1 day:** Create a ticket, notify in the mill book",
            "Create a ticket, notify in the mill book",
            "P3 <1 day",
        ),
        (
            "**P4 <1 week:** Check the sluice, grease the axle",
            "Check the sluice, grease the axle",
            "P4 <1 week",
        ),
    ],
)
def test_what_is_done_for_a_level_stays_whole(
    last: str, who: str, when: str, words: Vocabulary
) -> None:
    (chain,) = by_level(last, words)
    assert chain[-1] == (who, when)


@pytest.mark.parametrize(
    ("last", "who"),
    [
        ("**P3 <1 day:** Ring the owner, who has the keys", "owner"),
        ("**P3 <1 day:** Ask for the team lead", "team lead"),
    ],
)
def test_whoever_is_called_for_a_level_is_no_deed(last: str, who: str, words: Vocabulary) -> None:
    called = [step for chain in by_level(last, words) for step, case in chain]
    assert called[-1] == who


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            (
                "- If it stands for 4 hours → Contact gear maker support\n"
                "- If grain is at risk → Restart the wheel\n"
            ),
            [[("gear maker support", "If it stands for 4 hours")]],
        ),
        (
            "- Wenn es länger als 2 Stunden steht → Müllermeister\n- Wenn es brennt → Feuerwehr\n",
            [
                [
                    ("Müllermeister", "Wenn es länger als 2 Stunden steht"),
                    ("Feuerwehr", "Wenn es brennt"),
                ]
            ],
        ),
        ("- If it squeaks → Check the gears\n- If grain is wet → Restart the wheel\n", []),
        ("- If it leaks for 2 days → Oil\n- 2 hours → Check the gears\n- Rust → Oil\n", []),
    ],
)
def test_an_arrow_leads_from_a_case_to_a_call_or_to_work(
    body: str, told: list[Rungs], words: Vocabulary
) -> None:
    assert rungs("Escalation", body, words) == told
