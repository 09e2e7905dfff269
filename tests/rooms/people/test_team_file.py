"""The team file: everything it may say, and every fault in one answer."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.people.model import (
    GroupTarget,
    PersonTarget,
    ScheduleTarget,
    TeamFile,
    Way,
    Words,
)
from runcard.domain.people.team_file import decode
from runcard.kernel.errors import Invalid
from runcard.kernel.ids import PersonId
from tests.rooms.cards import FERNWAY, a_team


def faults_of(**more: object) -> list[str]:
    with pytest.raises(Invalid) as refused:
        decode({**FERNWAY, **more})
    return refused.value.message.split("\n  ")[1:]


def test_an_empty_file_is_a_team_with_our_defaults() -> None:
    assert decode(None) == decode({}) == TeamFile()


def test_a_person_has_ways_in_the_order_they_stand() -> None:
    team = a_team(people={
        "ada": {
            "name": "Ada Osei", "phone": "dev", "email": "ada@fernway.example", "console": True,
            "webhook": "https://hooks.fernway.example/ada",
            "ways": [
                {"kind": "email", "address": "home@fernway.example"}, {"kind": "dev_phone"},
                {"kind": "console", "address": "tty"},
            ],
        },
        "bram": {"console": False}, "cem": None,
    })  # fmt: skip
    assert team.people["ada"].name == "Ada Osei"
    assert team.people["ada"].ways == (
        Way("dev_phone", "ada"), Way("email", "ada@fernway.example"), Way("console", "ada"),
        Way("webhook", "https://hooks.fernway.example/ada"), Way("email", "home@fernway.example"),
        Way("dev_phone", "ada"), Way("console", "tty"),
    )  # fmt: skip
    assert team.people["bram"].ways == ()
    assert team.people["cem"].name == "cem"


@pytest.mark.parametrize(
    ("person", "fault"),
    [
        ({"email": "ada"}, "people.ada.email: 'ada' is no e-mail address"),
        ({"email": "a b@c"}, "people.ada.email: 'a b@c' is no e-mail address"),
        ({"email": []}, "people.ada.email: should be words, not a list"),
        ({"phone": "+44 1"}, "people.ada.phone: '+44 1' cannot be called yet"),
        ({"phone": None}, "people.ada.phone: should be words, not nothing"),
        ({"webhook": "ftp://x"}, "people.ada.webhook: 'ftp://x' is no web address"),
        ({"webhook": []}, "people.ada.webhook: should be words"),
        ({"console": []}, "people.ada.console: should be words"),
        ({"emial": "x@y"}, "people.ada.emial: is not a key we know; did you mean email?"),
        ({"ways": [{"kind": "fax"}]}, "people.ada.ways[1].kind: should be one of console, email"),
        ({"ways": [{"address": "x"}]}, "people.ada.ways[1].kind: should be one of"),
        ({"ways": [None]}, "people.ada.ways[1].kind: should be one of"),
        ({"ways": ["x"]}, "people.ada.ways[1]: should be a list of `key: value` lines"),
        ({"name": []}, "people.ada.name: should be words, not a list"),
    ],
)
def test_a_fault_of_a_person_is_told_with_its_place(person: object, fault: str) -> None:
    [said] = faults_of(people={"ada": person, "bram": {}, "cem": {}})
    assert said.startswith(fault)


def test_every_fault_is_told_at_once() -> None:
    assert faults_of(
        on_cal={}, fallback=["zoe"], groups={"leads": "brm"}, bind={"CTO": "on-call: primry"}
    ) == [
        "on_cal: is not a key we know; did you mean on_call?",
        "groups.leads: 'brm' is not under people; did you mean bram?",
        "bind.CTO: 'primry' is not under on_call; did you mean primary?",
        "fallback[1]: 'zoe' is not under people",
    ]


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("ada", PersonTarget(PersonId("ada"))),
        ("primary", ScheduleTarget("primary")),
        ("leads", GroupTarget("leads", (PersonId("bram"), PersonId("cem")))),
        ("on-call: primary", ScheduleTarget("primary")),
        ({"on_call": "primary"}, ScheduleTarget("primary")),
        ({"group": "leads"}, GroupTarget("leads", (PersonId("bram"), PersonId("cem")))),
        ("words: ada", Words("ada")),
        ("https://wiki.fernway.example", Words("https://wiki.fernway.example")),
        (42, Words("42")),
        ({}, Words("")),
    ],
)
def test_a_name_of_the_document_is_bound(said: object, target: object) -> None:
    assert a_team(bind={"The Duty Engineers": said}).bindings == {"duty engineer": (target,)}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("group: leeds", "bind.CTO: 'leeds' is not under groups; did you mean leads?"),
        ([None], "bind.CTO[1]: should be words, not nothing"),
        ({"person": "ada"}, "bind.CTO.person: is not a key we know"),
    ],
)
def test_a_binding_to_what_is_not_there_is_a_fault(said: object, fault: str) -> None:
    assert faults_of(bind={"CTO": said})[0].startswith(fault)


def test_two_spellings_of_one_name_may_not_mean_two_people() -> None:
    assert faults_of(bind={"Team Lead": "ada", "the team leads": "bram"}) == [
        "bind.the team leads: is bound twice, to different people; keep one of the two"
    ]
    assert a_team(bind={"Team Lead": "ada", "team lead": "ada"}).bindings.keys() == {"team lead"}


def test_playbooks_name_what_they_are_for() -> None:
    team = a_team(
        playbooks=[
            "docs/stock.md",
            {"path": "C:\\plans\\tills", "services": "till", "labels": {"team": "tills", "tier": 1},
             "sources": ["prometheus"], "name": "counters"},
        ],
        default_playbook="stock",
    )  # fmt: skip
    first, second = team.playbooks
    assert (first.name, first.path) == ("stock", "docs/stock.md")
    assert (second.name, second.services, second.sources) == (
        "counters",
        ("till",),
        ("prometheus",),
    )
    assert second.labels == {"team": "tills", "tier": "1"}
    assert team.default_playbook == "stock"
    assert a_team(playbooks="C:\\plans\\tills").playbooks[0].name == "tills"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"playbooks": [{"name": "x"}]}, "playbooks[1].path: is missing: where is the document?"),
        ({"playbooks": ["a/x.md", "b/x.md"]}, "playbooks: two playbooks are named 'x'"),
        ({"playbooks": ["x.md"], "default_playbook": "y"}, "default_playbook: 'y' is not under"),
        ({"fallback": [None]}, "fallback[1]: should be words, not nothing"),
        ({"default_playbook": []}, "default_playbook: should be words, not a list"),
        ({"severity_words": {"critical": []}}, "severity_words.critical: should be words"),
        ({"defaults": {"acknowledge": "soon"}}, "defaults.acknowledge: 'soon' is not a span"),
        ({"defaults": {"ack": "5m"}}, "defaults.ack: is not a key we know"),
    ],
)
def test_other_faults_are_told_with_their_place(more: dict[str, object], fault: str) -> None:
    [said] = faults_of(**more)
    assert said.startswith(fault)


def test_severity_words_and_defaults_are_read() -> None:
    team = a_team(
        severity_words={"Critical": "SEV1", "warning": 3},
        defaults={"acknowledge": "5m", "update_every": ["30m", "1h", "none"], "review_within": "5d",
                  "chain": ["On-Call", "CTO"]},
    )  # fmt: skip
    assert team.words == {"critical": "SEV1", "warning": "3"}
    assert team.overrides.acknowledge == timedelta(minutes=5)
    assert team.overrides.update_every == (timedelta(minutes=30), timedelta(hours=1), None)
    assert team.overrides.chain == ("On-Call", "CTO")
    assert team.overrides.respond is None


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)  # fmt: skip
keys = st.sampled_from(["people", "on_call", "bind", "playbooks", "hours", "holidays", "defaults"])


@given(st.dictionaries(keys | st.text(max_size=8), plain, max_size=4) | plain)
def test_any_plain_value_is_read_or_refused(mapping: object) -> None:
    assert read_or_refused(mapping)


def read_or_refused(mapping: object) -> bool:
    """Whether a value gives a team, or a refusal that names its place."""
    try:
        return isinstance(decode(mapping), TeamFile)
    except Invalid as refused:
        return bool(refused.where)
