"""A name, and the case and the wait behind it, in the forms of lists."""

import pytest

from runcard.domain.playbooks.chains.rungs import chain_step, rungs_of
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = [
    ("**Bosun** (if not acknowledged in 12 min)", "Bosun", "if not acknowledged in 12 min", 720),
    ("**Mate**: [contact] - for storms", "Mate", "for storms", None),
    ("Captain – after 1 hour", "Captain", "after 1 hour", 3600),
    ("Owner (more than 2 hours)", "Owner", "more than 2 hours", 7200),
    ("Cook", "Cook", None, None),
    ("Bosun (9 min response)", "Bosun", "9 min response", None),
    ("Steuermann (Reaktionszeit: 9 Min)", "Steuermann", "Reaktionszeit: 9 Min", None),
    ("Bosun (9 min without response)", "Bosun", "9 min without response", 540),
    ("Bosun (no response in 9 min)", "Bosun", "no response in 9 min", 540),
    ("Köchin – im selben Moment gerufen", "Köchin", "im selben Moment gerufen", 0),
    ("Bosun: after 9 minutes", "Bosun", "after 9 minutes", 540),
    ("Mate: after 9 minutes (S1), next day (S2)", "Mate",
     "after 9 minutes (S1), next day (S2)", 540),
    ("Pilot silent for 9 minutes: harbour master", "harbour master",
     "Pilot silent for 9 minutes", 540),
    ("Bosun, at once", "Bosun", "at once", 0),
    ("Mate, SEV1 at once, SEV2 after 1 hour", "Mate", "SEV1 at once, SEV2 after 1 hour", 0),
    ("Owner, only if the ship is lost", "Owner", "only if the ship is lost", None),
    ("Captain after 25 min", "Captain", "after 25 min", 1500),
    ("Page the mate after 25 min alone", "mate", "after 25 min alone", 1500),
    ("Maat bei P1 nach 1 Stunde", "Maat", "bei P1 nach 1 Stunde", 3600),
    ("**Watch lead (you):** judge, steer, write. Set a glass.", "Watch lead (you)", None, None),
    ("**Captain:** keeps the log and the keys", "Captain", None, None),
    ("**Captain:** wake at once for leaks", "Captain", "wake at once for leaks", 0),
    ("Capitán, si el barco hace agua", "Capitán", "si el barco hace agua", None),
    ("Bosun, mate and cook", "Bosun, mate and cook", None, None),
    ("Second engineer on call", "Second engineer on call", None, None),
    ("→ Mate (9 min)", "Mate", "9 min", 540),
    ("Pilot, called at 0 min", "Pilot", "called at 0 min", 0),
    ("Capitaine, appelé après 9 minutes", "Capitaine", "appelé après 9 minutes", 540),
    ("Mate: 9 min (S1), 1 h (S2)", "Mate", "9 min (S1), 1 h (S2)", 540),
    ("Mate after 9 min (S1), 1 h (S2)", "Mate", "after 9 min (S1), 1 h (S2)", 540),
    ("Mate (S1: 9 min, S2: 1 h)", "Mate", "S1: 9 min, S2: 1 h", 540),
    ("Mate → after 9 min", "Mate", "after 9 min", 540),
    ("Mate; after 9 min alone", "Mate", "after 9 min alone", 540),
    ("Mate @ 9 min", "Mate", "9 min", 540),
    ("Mate [9 min]", "Mate", "9 min", 540),
    ("(9 min, silent) Mate", "Mate", "9 min, silent", 540),
    ("Wheel → Mate: at once", "Wheel → Mate", "at once", 0),
    ("Mate (storms) – after 9 min", "Mate (storms)", "after 9 min", 540),
    ("Nach 9 Minuten: Maat informieren", "Maat", "Nach 9 Minuten", 540),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "condition", "seconds"), STEPS)
def test_a_step_tells_who_when_and_after_how_long(
    text: str, who: str, condition: str | None, seconds: int | None, words: Vocabulary
) -> None:
    step = chain_step(text, 1, words)
    assert step is not None
    assert (step.who, step.condition) == (who, condition)
    assert (step.after and step.after.seconds) == seconds


@pytest.mark.parametrize(
    "text", ["Look at the sea and then go home.", "when the mast falls", "after 9 minutes at sea"]
)
def test_a_sentence_or_a_case_is_no_name(text: str, words: Vocabulary) -> None:
    assert chain_step(text, 1, words) is None


def test_among_numbered_rungs_one_may_have_a_name_of_its_own(words: Vocabulary) -> None:
    entries = ["**Level 1 (0-10 min)**: Bosun", "**Level 2 (10+ min)**: Mate", "**Land**: owner"]
    steps = rungs_of([Text(text, line) for line, text in enumerate(entries, 1)], words)
    assert [(one.who, one.condition, one.after and one.after.seconds) for one in steps] == [
        ("Bosun", "0-10 min", None),
        ("Mate", "10+ min", 600),
        ("owner", None, None),
    ]


def test_a_list_with_an_entry_that_is_no_rung_is_no_chain(words: Vocabulary) -> None:
    assert rungs_of([Text("Bosun", 1), Text("The sea is cold today.", 2)], words) == ()


def test_minutes_that_are_counted_from_the_alarm(words: Vocabulary) -> None:
    found = rungs_of([Text("Minuto 0: guardia", 1), Text("Minuto 15: jefa de turno", 2)], words)
    assert [(one.who, one.after and one.after.seconds) for one in found] == [
        ("guardia", 0),
        ("jefa de turno", 900),
    ]


def told(entries: list[str], words: Vocabulary) -> list[tuple[str, int | None]]:
    found = rungs_of([Text(text, at) for at, text in enumerate(entries)], words)
    return [(one.who, one.after.seconds if one.after else None) for one in found]


def test_names_with_a_stop_are_names_where_some_have_a_case(words: Vocabulary) -> None:
    watch = ["Vigie.", "Bosco : après 9 minutes.", "Capitaine : après 2 heures."]
    assert told(watch, words) == [("Vigie", None), ("Bosco", 540), ("Capitaine", 7200)]
    assert told(["We sail.", "We eat.", "We sleep."], words) == []


def test_sentences_that_call_somebody_are_rungs(words: Vocabulary) -> None:
    watch = [
        "Wachhabende quittiert in 9 Minuten",
        "Wenn nach 40 Minuten Wasser eindringt, weckt sie den Kapitän",
        "Nach 2 Stunden wird die Reederei verständigt",
        "Bei Nacht, dasselbe eine Stunde später",
    ]
    assert [who for who, _ in told(watch[:3], words)] == ["Wachhabende", "Kapitän", "Reederei"]
    like = ["Mate: after 9 minutes", "Captain: after 2 hours", "By night, the same an hour later"]
    assert told(like, words) == [("Mate", 540), ("Captain", 7200)]


def test_a_case_before_the_colon_and_a_sentence_behind_it(words: Vocabulary) -> None:
    watch = [
        "Leck nach 9 Minuten offen: der Maat weckt den Kapitän.",
        "Leck nach 2 Stunden offen: die Kapitänin informiert die Reederei.",
        "Pumpe nach 1 Stunde kalt: Maat.",
    ]
    assert told(watch, words) == [("Kapitän", 540), ("Reederei", 7200), ("Maat", 3600)]


def test_a_further_sentence_of_a_rung_is_one_more(words: Vocabulary) -> None:
    watch = ["Bosun – at once. No answer after 5 minutes: the cook is woken.", "Captain – 1 hour"]
    assert told(watch, words) == [("Bosun", 0), ("cook", 300), ("Captain", 3600)]


def test_long_sentences_beside_calls_are_no_rungs(words: Vocabulary) -> None:
    watch = [
        "The mate wakes the captain if it leaks.",
        "Anything with oil in the water is told to the owner, within 4 h.",
    ]
    assert told(watch, words) == []


def test_what_somebody_does_who_is_called_is_no_rung(words: Vocabulary) -> None:
    said = ["Bosun", "Mate - 9 min", "Captain - 20 min, calls the owner"]
    steps = rungs_of([Text(text, line) for line, text in enumerate(said, 1)], words)
    assert [one.who for one in steps] == ["Bosun", "Mate", "Captain"]


def many(*entries: str, words: Vocabulary) -> list[tuple[str, str | None, int | None]]:
    steps = rungs_of([Text(one, at) for at, one in enumerate(entries)], words)
    return [(one.who, one.condition, one.after and one.after.seconds) for one in steps]


def test_how_soon_somebody_comes_to_a_level_is_no_wait(words: Vocabulary) -> None:
    entries = ("Bosun", "No answer in 9 min: mate", "Priority 1: pilot within 30 minutes")
    assert many(*entries, words=words)[2] == ("pilot", "Priority 1", None)
    entries = ("Bootsmann", "Nach 9 Minuten: Maat", "Stufe 1: Reeder von der ersten Minute an")
    assert many(*entries, words=words)[2] == ("Reeder", "Stufe 1", None)


def test_how_long_a_level_has_it_is_no_wait(words: Vocabulary) -> None:
    entries = ("Level 1 (up to 9 min): bosun", "Level 2 (9 to 30 min): mate")
    assert [after for _, _, after in many(*entries, words=words)] == [None, 540]


def test_a_case_before_a_whole_sentence(words: Vocabulary) -> None:
    entries = ("No answer in 9 min: ring the mate", "Cargo at risk: the mate calls the owner")
    assert many(*entries, words=words)[1] == ("owner", "Cargo at risk", None)


def test_the_subject_of_a_sentence_has_no_article(words: Vocabulary) -> None:
    entries = ("Le bosco prend l'appel", "Au bout de 9 minutes : second")
    assert many(*entries, words=words)[0][0].casefold() == "bosco"


def test_what_somebody_does_in_time_is_the_case_of_the_next(words: Vocabulary) -> None:
    entries = ("Answer within 9 minutes. Otherwise the bell goes to the mate.", "Mate: after 9 min")
    assert many(*entries, words=words) == []


def test_an_entry_that_repeats_is_nobody(words: Vocabulary) -> None:
    entries = ("Layer 1: bosun", "Layer 2: mate after 9 min", "Repeat 3 times")
    assert [who for who, _, _ in many(*entries, words=words)] == ["bosun", "mate"]


def test_names_with_stops_and_a_sentence_behind(words: Vocabulary) -> None:
    entries = ("Bosun.", "Mate, once 9 minutes have passed.", "Owner. Only if the ship is lost.")
    assert many(*entries, words=words) == [
        ("Bosun", None, None),
        ("Mate", "once 9 minutes have passed", 540),
        ("Owner", "Only if the ship is lost", None),
    ]


def test_an_aside_behind_a_name_with_its_case_in_front_is_no_case(words: Vocabulary) -> None:
    entries = ["after 30 min: harbour desk (open a ticket, in red)", "after 2 h: owner (only P1)"]
    assert many(*entries, words=words) == [
        ("harbour desk", "after 30 min", 1800),
        ("owner", "after 2 h, only P1", 7200),
    ]


def test_a_case_with_a_word_such_as_for_in_front(words: Vocabulary) -> None:
    entries = ["Bosun", "mate (9 min)", "For spills, include the safety owner", "For fire: brigade"]
    assert many(*entries, words=words) == [
        ("Bosun", None, None),
        ("mate", "9 min", 540),
        ("safety owner", "For spills", None),
        ("brigade", "For fire", None),
    ]


def test_a_remark_below_numbered_rungs_is_none(words: Vocabulary) -> None:
    entries = ["L1: bosun (5 min).", "L2: mate (9 min).", "A review follows every late alert."]
    assert [who for who, _, _ in many(*entries, words=words)] == ["bosun", "mate"]


def test_no_escalation_is_nobody(words: Vocabulary) -> None:
    assert chain_step("No escalation (4h)", 1, words) is None


@pytest.mark.parametrize(
    "entries",
    [
        ("**First** (0-9 min): bosun", "**Second** (9-40 min): + mate"),
        ("Level 1 (0-9 min): bosun", "Level 2 (9-40 min): +mate"),
        ("**Stufe 1** (0-9 Min.): bosun", "**Stufe 2** (9-40 Min.): mate"),
    ],
)
def test_between_the_number_and_the_name_stands_when(
    entries: tuple[str, str], words: Vocabulary
) -> None:
    steps = rungs_of([Text(entry, at) for at, entry in enumerate(entries, 1)], words)
    assert [one.who for one in steps] == ["bosun", "mate"]
    assert [one.after and one.after.seconds for one in steps] == [None, 540]


def test_how_long_a_numbered_rung_has_is_no_wait_for_its_call(words: Vocabulary) -> None:
    entries = [Text("Tier 1: groom (< 5 minutes)", 1), Text("Tier 2: vet (after 20 min)", 2)]
    assert [one.after and one.after.seconds for one in rungs_of(entries, words)] == [None, 1200]
    named = [Text("Groom (at once)", 1), Text("Vet (within 20 min)", 2)]
    assert [one.after and one.after.seconds for one in rungs_of(named, words)] == [0, 1200]
