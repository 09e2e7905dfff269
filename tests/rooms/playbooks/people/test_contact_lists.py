"""Lists that lead to people under any heading, and what stands among them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def contacts(body: str, words: Vocabulary) -> list[tuple[str, str]]:
    found = compile_playbook(f"# Tram depot\n\n{body}", words).contacts
    return [(one.label, one.value) for one in found]


def test_a_list_of_channels_tells_where_people_are_reached(words: Vocabulary) -> None:
    body = (
        "## Communication channels\n\n- **Drivers**: `#drivers`\n- **Press**: page, link TBD\n"
        "- **Council**: the clerk, in writing\n"
    )
    assert [label for label, _ in contacts(body, words)] == ["Drivers", "Press", "Council"]


@pytest.mark.parametrize(
    "body",
    [
        "## Communication\n\n- **Tone**: calm, see the guide\n- **Pace**: hourly\n",
        "## Communication channels\n\n- **Tone**: calm\n- **Pace**: hourly\n",
    ],
)
def test_how_people_are_told_is_no_channel(body: str, words: Vocabulary) -> None:
    assert contacts(body, words) == []


def test_hours_beside_those_on_duty_are_nobody(words: Vocabulary) -> None:
    body = (
        "## On-call\n\n- **First**: Ada (ada@tram.fm)\n- **Second**: Bo (bo@tram.fm)\n"
        "- **Hours**: 24/7\n- Change: Monday 10:00\n"
    )
    assert [label for label, _ in contacts(body, words)] == ["First", "Second"]


@pytest.mark.parametrize(
    ("facts", "signed"),
    [
        ("**Created:** May", "**Approved by:** [signature]"),
        ("**Stand:** Mai", "**Unterzeichnet:** [Unterschrift]"),
    ],
)
def test_who_signs_the_page_below_a_list_is_no_contact(
    facts: str, signed: str, words: Vocabulary
) -> None:
    body = (
        "## Contacts\n\n- Depot: depot@tram.fm\n- Yard: yard@tram.fm\n\n---\n\n"
        f"{facts}\n**Next review:** June\n{signed}\n"
    )
    assert [label for label, _ in contacts(body, words)] == ["Depot", "Yard"]


def test_a_gap_in_a_long_sentence_makes_no_list_of_contacts(words: Vocabulary) -> None:
    body = (
        "## Before you start\n\n- Pager: depot service\n"
        "- Board: TBD, once the first line is open to those who are not staff, until then in chat\n"
    )
    assert contacts(body, words) == []


def test_channels_below_a_chapter_of_communication(words: Vocabulary) -> None:
    body = (
        "## Communication\n\n### Internal channels\n\n- Radio: channel 4\n- **`#tram`** — for all\n"
    )
    assert contacts(body, words) == [("Radio", "channel 4"), ("#tram", "`#tram`")]


@pytest.mark.parametrize(
    "gap",
    [
        "- **Points warn only if `POINTS` is set** (2 numbers), else by mail: see the yard book\n",
        "- **No watch on the wires**: after 20 minutes an e-mail goes out, see the yard book\n",
    ],
)
def test_a_sentence_that_speaks_of_mail_and_of_numbers_is_no_address(
    gap: str, words: Vocabulary
) -> None:
    body = f"## What we cannot see\n\n{gap}- **No eye on the sheds**: see the folder in the hut\n"
    assert contacts(body, words) == []


def test_a_mailbox_beside_a_folder_is_a_list_of_contacts(words: Vocabulary) -> None:
    body = "## What we cannot see\n\n- **Wires**: yard@tram.fm\n- **Sheds**: see the hut folder\n"
    assert [label for label, _ in contacts(body, words)] == ["Wires", "Sheds"]


TYPED = """## Check

```bash
curl -X POST http://depot:5000/doors \\
  -H "Cookie: seat=<old-seat>" \\
  -d '{"mail": "driver@tram.fm"}'
```
"""
PRINTED = """## Logs

```json
{
  "status": 2011234,
  "ip": "10.20.30.41",
  "desk": "040 123456"
}
```
"""


@pytest.mark.parametrize("body", [TYPED, PRINTED])
def test_what_is_typed_or_printed_lists_nobody(body: str, words: Vocabulary) -> None:
    assert contacts(body, words) == []


def test_a_list_in_a_bare_fence_is_one_under_any_heading(words: Vocabulary) -> None:
    body = "## Depot\n\n```\nYard: yard@tram.fm\nDesk: 040 1234567\n```\n"
    assert [label for label, _ in contacts(body, words)] == ["Yard", "Desk"]


@pytest.mark.parametrize(
    ("heading", "table", "known"),
    [
        (
            "Communication matrix",
            (
                "| Role | Name / Contact | Told about | Way |\n|--|--|--|--|\n"
                "| Lock keeper | pager rota `lock-first` | all floods | Pager |\n"
                "| Harbour office | office@lock.example | level 1 | Mail |\n"
                "| Press desk | press@lock.example | level 1 | Mail |\n"
            ),
            [
                ("Lock keeper", "pager rota `lock-first`"),
                ("Harbour office", "office@lock.example"),
                ("Press desk", "press@lock.example"),
            ],
        ),
        (
            "Kommunikation",
            (
                "| Rolle | Name / E-Mail | Wann |\n|--|--|--|\n"
                "| Wehrwart | wehr@muehle.example | bei Stufe 1 |\n"
                "| Rathaus | rathaus@muehle.example | bei Stufe 1 |\n"
            ),
            [("Wehrwart", "wehr@muehle.example"), ("Rathaus", "rathaus@muehle.example")],
        ),
        # One mailbox alone, and only the names of ways: who is told, and how.
        (
            "Communication matrix",
            (
                "| Role | Channel | When |\n|--|--|--|\n"
                "| Crews | Radio | at once |\n| Owners | Mail from desk@lock.example | hourly |\n"
            ),
            [],
        ),
        (
            "Communication matrix",
            (
                "| Role | Contact | When |\n|--|--|--|\n| Crews | Radio | at once |\n"
                "| Owners | Newsletter | weekly |\n"
            ),
            [],
        ),
    ],
)
def test_a_table_among_messages_may_tell_how_parts_are_reached(
    heading: str, table: str, known: list[tuple[str, str]], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Flood\n\n## {heading}\n\n{table}", words).contacts
    assert [(one.label, one.value) for one in found] == known


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        (
            (
                "- Board page: https://status.mill.example\n- Bell: rung three times\n"
                "- Reporters of flaws: flaws@mill.example\n"
            ),
            ["Reporters of flaws"],
        ),
        (
            "- Telefon: +49 30 5550 142\n- Glocke: läutet\n- Nachbarn: nachbarn@muehle.example\n",
            ["Telefon", "Nachbarn"],
        ),
        ("- Notes: on the door\n- Reporters of flaws: flaws@mill.example\n", []),
        ("- Board page: https://status.mill.example\n- Notes: on the door\n", []),
    ],
)
def test_one_mailbox_beside_another_way_among_messages(
    body: str, labels: list[str], words: Vocabulary
) -> None:
    text = f"# Mill\n\n## External communication\n\n{body}"
    assert [one.label for one in compile_playbook(text, words).contacts] == labels


SENTENCES = (
    "# Mill\n\n## Scope\n\n- **No grain of others** lies in the mill, and so the {} of the guild "
    "of the year, which are long and dull, have no say in what we do here.\n"
    "- The ways it breaks are: (a) the wheel, (b) the stone, (c) the sluice with its token, (d) "
    "the weather, and all of that is written in the book.\n"
)


@pytest.mark.parametrize("said", ["rules (§14-3504-2266)", "letters of rules@guild.example"])
def test_long_sentences_that_mention_a_number_are_no_list_of_contacts(
    said: str, words: Vocabulary
) -> None:
    assert compile_playbook(SENTENCES.format(said), words).contacts == ()


@pytest.mark.parametrize(
    "fence",
    ["Normal: ~10-15k teams waiting\nWarning: >20k teams waiting\n",
     "Usual: 12 pages an hour\nHigh: 40 pages, 3 channels\n"],
)  # fmt: skip
def test_figures_beside_a_word_for_a_way_reach_nobody(fence: str, words: Vocabulary) -> None:
    assert contacts(f"## Slow trams\n\n```\n{fence}\n1. Look at the yard\n```\n", words) == []


TILL = (
    "[to fill in: mobile, handle, or the pager that lies beside the till, e.g. 0800 100, `north`]"
)
KASSE = (
    "[Handynummer, Kürzel im Chat und die Nummer des Piepsers, der neben der Kasse im Depot liegt]"
)


@pytest.mark.parametrize("gap", [TILL, KASSE, TILL.replace("the till", "the\ntill")])
def test_a_gap_is_one_word_however_much_it_asks_for(gap: str, words: Vocabulary) -> None:
    body = f"## On-call\n\n**First:** {gap}\n\n**Second:** {gap}\n"
    assert [label for label, _ in contacts(body, words)] == ["First", "Second"]


@pytest.mark.parametrize(
    "said",
    [
        "whoever has slept best of all drives the first tram, and carries the mobile of the hall",
        "wer gut geschlafen hat, fährt die erste Bahn und nimmt das Handy der Halle mit hinaus",
    ],
)
def test_a_sentence_that_mentions_a_telephone_is_no_way(said: str, words: Vocabulary) -> None:
    assert contacts(f"## On-call\n\n**First:** {said}\n\n**Second:** {said}\n", words) == []
