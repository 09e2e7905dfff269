"""A list whose entries tell who calls whom, between other steps."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "## Escalation\n\n1. The desk writes the ticket.\n"
    "2. P1: the desk rings the mate. No letters.\n"
    "3. If there is no answer, ring again after 10 minutes, then ring the captain (number in the "
    "log).\n4. P1 not mended in 2 hours: the captain informs the owner.\n"
)


def test_those_who_are_called_are_the_rungs(words: Vocabulary) -> None:
    (chain,) = chains_of(outline(PAGE), words)
    assert chain.ordered
    assert [(one.who, one.after and one.after.seconds, one.line) for one in chain.steps] == [
        ("mate", None, 4),
        ("captain", 600, 5),
        ("owner", 7200, 6),
    ]
    assert chain.steps[0].condition == "P1"


def test_a_check_list_and_other_chapters_are_none(words: Vocabulary) -> None:
    boxes = PAGE.replace("1.", "- [ ]").replace("2.", "- [ ]").replace("3.", "- [ ]")
    assert chains_of(outline(boxes.replace("4.", "- [ ]")), words) == ()
    assert chains_of(outline(PAGE.replace("Escalation", "Runbooks")), words) == ()


def read(text: str, words: Vocabulary) -> list[tuple[str, str | None, int | None]]:
    return [
        (one.who, one.condition, one.after and one.after.seconds)
        for chain in chains_of(outline(f"## Escalation\n\n{text}"), words)
        for one in chain.steps
    ]


def test_who_has_the_matter_first_stands_in_the_first_entry(words: Vocabulary) -> None:
    text = (
        "1. The desk opens the ticket and rings the bosun.\n2. No answer in 9 minutes: Mate.\n"
        "3. Priority 1: Pilot within 30 minutes of the ticket.\n"
        "4. Leak for more than 4 hours: Owner.\n"
    )
    assert read(text, words) == [
        ("bosun", None, None),
        ("Mate", "No answer in 9 minutes", 540),
        ("Pilot", "Priority 1", None),
        ("Owner", "Leak for more than 4 hours", 14400),
    ]


def test_what_is_not_done_in_time_is_the_case(words: Vocabulary) -> None:
    text = (
        "1. Answer within 9 minutes. Otherwise the bell goes to the mate.\n"
        "2. The mate answers within 20 minutes. Otherwise the bell goes to the captain.\n"
    )
    assert read(text, words) == [
        ("mate", "Answer within 9 minutes", 540),
        ("captain", "The mate answers within 20 minutes", 1200),
    ]


def test_a_list_of_work_is_none(words: Vocabulary) -> None:
    text = "1. Write the log.\n2. After 9 minutes check the pump.\n3. After 20 minutes stop it.\n"
    assert read(text, words) == []


def test_fields_of_a_level_call_nobody_in_turn(words: Vocabulary) -> None:
    fields = "- **Acknowledge:** 9 minutes\n- **Action:** The bell rings the bosun.\n"
    assert read(f"{fields}- **Escalation (after 9 min):** Mate, then Captain.\n", words) == [
        ("Mate", "after 9 min", 540),
        ("Captain", None, None),
    ]
    assert read(f"{fields}- **Escalation:** None.\n", words) == []


def test_sentences_under_labels_of_their_own_call_in_turn(words: Vocabulary) -> None:
    text = "- **First:** The bell rings the bosun.\n- **Then:** After 9 minutes ring the mate.\n"
    assert [who for who, _, _ in read(text, words)][-1] == "mate"
    text = "- If nobody answers in 9 minutes, ring Mate.\n- After an hour, ring Captain.\n"
    assert [wait for _, _, wait in read(text, words)] == [540, 3600]


def test_one_entry_may_order_to_call_several_in_turn(words: Vocabulary) -> None:
    text = (
        "1. Read the log within 2 minutes.\n"
        "2. Page the mate. If there is no answer in 5 minutes, page the pilot.\n"
        "3. P1 only: page the owner at `+30 min` if still dark.\n4. Open the ship's book.\n"
    )
    assert read(text, words) == [
        ("mate", None, None),
        ("pilot", "If there is no answer in 5 minutes", 300),
        ("owner", "P1 only, if still dark", 1800),
    ]
    spoken = (
        "1. Leer el registro.\n2. Llamar al piloto. Si no contesta en 5 minutos, llamar al jefe.\n"
        "3. Llamar al director T+1h.\n"
    )
    assert [after for _, _, after in read(spoken, words)] == [None, 300, 3600]


def test_orders_that_call_nobody_or_no_third_are_no_such_list(words: Vocabulary) -> None:
    work = "1. Page the mate.\n2. Open the book within 5 minutes. Close the hatch.\n3. Wait.\n"
    assert len(read(work, words)) < 2
    text = "1. Page the mate at +5 min.\n2. Ring the bell at +10 min.\n3. Read the log.\n"
    assert [who for who, _, _ in read(text, words)] != ["mate", "bell"]
