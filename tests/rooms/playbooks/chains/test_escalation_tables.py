"""Escalation in tables, and what stands beside a name."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import EscalationChain
from runcard.domain.playbooks.vocabulary import Vocabulary

Steps = list[tuple[str, str | None, int | None]]


def chain(body: str, words: Vocabulary) -> EscalationChain:
    (found,) = compile_playbook(f"# Tea\n\n## Escalation\n\n{body}\n", words).chains
    return found


def steps(body: str, words: Vocabulary) -> Steps:
    return [
        (one.who, one.condition, one.after.seconds if one.after else None)
        for one in chain(body, words).steps
    ]


def test_a_case_and_a_wait_in_columns_of_their_own(words: Vocabulary) -> None:
    table = (
        "| Wait | Who | Condition |\n|---|---|---|\n"
        "| 5 min | Brewer | no answer |\n| 1 h | Owner | still cold |\n"
    )
    assert steps(table, words) == [("Brewer", "no answer", 300), ("Owner", "still cold", 3600)]


def test_one_column_for_both(words: Vocabulary) -> None:
    table = "| Who | After |\n|---|---|\n| Brewer | 5 min |\n| Owner | 1 h |\n"
    assert steps(table, words) == [("Brewer", "5 min", 300), ("Owner", "1 h", 3600)]


def test_a_person_in_brackets_is_no_condition(words: Vocabulary) -> None:
    found = steps(
        "- **Brewer** (Ann): every cold pot\n- **Owner** (Bo): no tea for 1 hour\n", words
    )
    assert [condition for _, condition, _ in found] == ["every cold pot", "no tea for 1 hour"]


def test_a_numbered_fence_is_in_order(words: Vocabulary) -> None:
    assert chain("```\n1. Brewer\n2. Owner (after 10 minutes)\n```", words).ordered


def test_an_address_is_no_part_of_a_name(words: Vocabulary) -> None:
    found = steps("1. Brewer → #tea\n2. Owner – 07700 900 118 (after 10 min)\n", words)
    assert [who for who, _, _ in found] == ["Brewer", "Owner"]


def test_a_bold_question_stands_in_place_of_a_heading(words: Vocabulary) -> None:
    text = "# Tea\n\n## Escalation\n\n**Escalate right away if**\n\n- it burns\n- it floods\n"
    found = compile_playbook(text, words)
    assert [one.text for one in found.triggers] == ["it burns", "it floods"]
    assert found.triggers_line == 5
    assert found.chains == ()


def test_names_beside_waits_need_no_head_that_says_so(words: Vocabulary) -> None:
    table = (
        "| Still no tea after | Goes to |\n|---|---|\n| 20 min | Brewer |\n| 2 hours | Owner |\n"
    )
    assert steps(table, words) == [("Brewer", "20 min", 1200), ("Owner", "2 hours", 7200)]


def test_sentences_beside_waits_are_no_names(words: Vocabulary) -> None:
    table = (
        "## Escalation\n\n| Minute | Then |\n|---|---|\n"
        "| 5 min | put the second kettle on the stove and wait |\n| 9 min | pour it all away |\n"
    )
    assert compile_playbook(f"# Tea\n\n{table}", words).chains == ()


def test_a_title_is_called_whoever_holds_it(words: Vocabulary) -> None:
    table = (
        "| Level | Name | Role | Escalate after |\n|---|---|---|---|\n"
        "| L1 | Ann | Brewer | 15 min |\n| L2 | Bo | Owner | 30 min |\n"
    )
    assert [who for who, _, _ in steps(table, words)] == ["Brewer", "Owner"]


def test_rows_for_cases_have_no_order(words: Vocabulary) -> None:
    table = "| Who | For |\n|---|---|\n| Brewer | every P1 |\n| Owner | broken cups |\n"
    found = compile_playbook(f"# Tea\n\n## Escalation\n\n{table}", words).chains
    assert [(one.ordered, [step.condition for step in one.steps]) for one in found] == [
        (False, ["every P1", "broken cups"])
    ]


def test_a_verb_before_every_name_is_no_part_of_it(words: Vocabulary) -> None:
    table = "| Time | Action |\n|---|---|\n| 5 min | Call brewer |\n| 20 min | Ring the owner |\n"
    assert [who for who, _, _ in steps(table, words)] == ["brewer", "owner"]
    plain = "| Time | Who |\n|---|---|\n| 5 min | Call desk |\n| 20 min | Owner |\n"
    assert [who for who, _, _ in steps(plain, words)] == ["Call desk", "Owner"]


def test_a_cell_that_says_nothing_calls_nobody(words: Vocabulary) -> None:
    table = (
        "| Severity | First | Escalate to | When |\n|---|---|---|---|\n"
        "| P1 | Cook | Owner | At once |\n| P2 | Cook | Brewer | Cold for 40 min |\n"
        "| P3 | Cook | N/A | - |\n| P4 | Cook | Nobody | - |\n"
    )
    assert steps(table, words) == [("Owner", "At once", 0), ("Brewer", "Cold for 40 min", 2400)]


def test_a_promise_beside_a_contact_is_no_chain(words: Vocabulary) -> None:
    table = (
        "| Severity | Response time | Contact |\n|---|---|---|\n"
        "| HIGH | < 15 min | Owner + cook |\n| LOW | < 4 hours | Cook |\n"
    )
    assert compile_playbook(f"# Tea\n\n## Escalation\n\n{table}", words).chains == ()


def test_who_hands_on_to_whom_within_what_time(words: Vocabulary) -> None:
    table = (
        "| From | To | Condition | Within |\n|---|---|---|---|\n"
        "| Cook | Brewer | no tea | 30 min |\n| Brewer | Owner | still none | 1 h |\n"
    )
    assert steps(table, words) == [
        ("Cook", None, None),
        ("Brewer", "no tea", 1800),
        ("Owner", "still none", 3600),
    ]


def test_what_somebody_is_called_for(words: Vocabulary) -> None:
    table = (
        "| Who | For what | Reach |\n|---|---|---|\n"
        "| Brewer | a second pair of hands | 4411 |\n| Owner | P1 > 1 h, fire | 4412 |\n"
    )
    assert steps(table, words) == [
        ("Brewer", "a second pair of hands", None),
        ("Owner", "P1 > 1 h, fire", 3600),
    ]


def test_a_row_of_work_calls_nobody(words: Vocabulary) -> None:
    table = (
        "| After | Do |\n|---|---|\n| 5 min | Check the pot |\n| 9 min | Call the brewer |\n"
        "| 1 h | Call the owner |\n"
    )
    assert [who for who, _, _ in steps(table, words)] == ["brewer", "owner"]


def test_beside_who_is_told_stands_who_takes_over(words: Vocabulary) -> None:
    rows = "|---|---|---|---|\n| P1 | Brewer | 9 min | Owner |\n| P2 | Brewer | 1 h | Mixer |\n"
    heads = (
        "| Severity | Notify | Escalate after | Escalate to |\n",
        "| Stufe | Benachrichtigt | Eskaliert nach | Eskaliert an |\n",
    )
    for head in heads:
        assert [(who, wait) for who, _, wait in steps(head + rows, words)] == [
            ("Owner", 540),
            ("Mixer", 3600),
        ]


def test_how_fast_suppliers_answer_is_no_turn(words: Vocabulary) -> None:
    table = (
        "| Supplier | Contact | For | Response time |\n|---|---|---|---|\n"
        "| Leaf | [leaf] | leaves | {} |\n| Pots | [pots] | pots | 4 hours |\n"
        "| Cups | [cups] | cups | {} |\n"
    )
    above = "# Tea\n\n## Escalation\n\n### Suppliers\n\n"
    apart = compile_playbook(above + table.format("72 hours", "24 hours"), words).chains
    in_turn = compile_playbook(above + table.format("1 hour", "24 hours"), words).chains
    assert (len(apart), len(in_turn)) == (0, 1)


def test_how_somebody_is_reached_beside_the_waits_is_nobody(words: Vocabulary) -> None:
    table = (
        "| After | Signal | For |\n|---|---|---|\n| 4 min | Hand bell | Duty brewer |\n"
        "| 20 min | Loud horn | Shift lead |\n| 1 hour | House phone | Managing director |\n"
    )
    assert [who for who, _, _ in steps(table, words)] == [
        "Duty brewer",
        "Shift lead",
        "Managing director",
    ]
    cups = (
        "| After | Goes to | Cup |\n|---|---|---|\n| 4 min | Cook | Blue |\n| 9 min | Bo | Red |\n"
    )
    assert [who for who, _, _ in steps(cups, words)] == ["Cook", "Bo"]


BY_LEVEL = (
    "| {} | Answers first | Handed up after | {} |\n|---|---|---|---|\n"
    "| P1 | Night clerk | 10 min | Oven master |\n| P2 | Day clerk | 1 h | Shop owner |\n"
)


def test_of_two_people_beside_a_wait_the_one_it_is_escalated_to(words: Vocabulary) -> None:
    for heads in (("Severity", "Escalation contact"), ("Stufe", "Eskalationskontakt")):
        found = chain(BY_LEVEL.format(*heads), words)
        told = [(one.who, one.condition, one.after and one.after.seconds) for one in found.steps]
        assert told == [("Oven master", "P1", 600), ("Shop owner", "P2", 3600)]
        assert not found.ordered


def test_without_such_a_head_the_first_of_them_is_called(words: Vocabulary) -> None:
    assert [who for who, _, _ in steps(BY_LEVEL.format("Severity", "Deputy of"), words)] == [
        "Night clerk",
        "Day clerk",
    ]


def test_rungs_with_numbers_stay_in_turn(words: Vocabulary) -> None:
    table = (
        "| Level | Role | After |\n|---|---|---|\n"
        "| L1 | Baker | 5 min |\n| L2 | Oven master | 20 min |\n"
    )
    assert chain(table, words).ordered


def test_one_wait_among_cases_is_a_case(words: Vocabulary) -> None:
    table = (
        "| Condition | Escalate to |\n|---|---|\n| Cold for 30 min | Owner |\n"
        "| Guests ill | Doctor |\n| Press calls | Speaker |\n"
    )
    assert not chain(table, words).ordered


def test_the_short_word_for_whom_it_is_escalated_to(words: Vocabulary) -> None:
    table = (
        "| 段階 | 最初に見る人 | エスカレ先 |\n|---|---|---|\n"
        "| L1 | 見習い | 窯の職人（10 分以内に戻らない場合） |\n"
        "| L2 | 職人 | 親方（1 時間後） |\n"
    )
    assert [who.split("（")[0] for who, _, _ in steps(table, words)] == ["窯の職人", "親方"]


def test_an_order_of_calls_with_what_sets_off_each(words: Vocabulary) -> None:
    table = (
        "| 順 | 呼び出し先 | きっかけ |\n|---|---|---|\n"
        "| 1 | 見習い | 鐘が鳴る |\n| 2 | 親方 | 見習いが20分来ない |\n"
    )
    assert chain(table, words).ordered
    assert [(who, case) for who, case, _ in steps(table, words)] == [
        ("見習い", "鐘が鳴る"),
        ("親方", "見習いが20分来ない"),
    ]


def test_rungs_may_be_numbered_by_the_first_letter_of_niveau(words: Vocabulary) -> None:
    table = (
        "| Palier | Qui | Quand |\n|---|---|---|\n"
        "| N1 | Boulanger | dès l'alerte |\n| N2 | Chef de four | 20 min sans réponse |\n"
    )
    assert chain(table, words).ordered
    assert not chain(table.replace("N1", "P1").replace("N2", "P2"), words).ordered


@pytest.mark.parametrize("head", ["Em que caso", "In welchen Fällen", "In which case"])
def test_beside_the_waits_a_column_tells_the_cases(head: str, words: Vocabulary) -> None:
    table = (
        f"| Patamar | Quem | Ao fim de | {head} |\n|---|---|---|---|\n"
        "| 1 | Padeiro | 0 min | o sino toca |\n| 2 | Mestre | 10 min | ninguém vem |\n"
    )
    assert [(who, case) for who, case, _ in steps(table, words)] == [
        ("Padeiro", "o sino toca"),
        ("Mestre", "ninguém vem"),
    ]


@pytest.mark.parametrize(
    ("mate", "owner"),
    [("Mate (no answer in 10 min)", "Owner – fire only"),
     ("Mate – keine Antwort nach 10 Minuten", "Owner (nur bei Feuer)")],
)  # fmt: skip
def test_a_wait_may_stand_behind_the_name_where_it_has_no_column(
    mate: str, owner: str, words: Vocabulary
) -> None:
    table = f"| Step | Who |\n|---|---|\n| 1 | Keeper |\n| 2 | {mate} |\n| 3 | {owner} |\n"
    found = chain(table, words).steps
    assert [one.who for one in found] == ["Keeper", "Mate", "Owner"]
    assert [one.after and one.after.seconds for one in found] == [None, 600, None]


@pytest.mark.parametrize("mate", ["Mate (by radio)", "Mate – north tower"])
def test_other_words_behind_a_name_stay_with_it(mate: str, words: Vocabulary) -> None:
    table = f"| Step | Who |\n|---|---|\n| 1 | Keeper |\n| 2 | {mate} |\n"
    assert [one.who for one in chain(table, words).steps] == ["Keeper", mate]
