"""Whom to reach, and what only looks like an address."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def contacts(body: str, words: Vocabulary) -> list[tuple[str, str]]:
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    return [(one.label, one.value) for one in found]


def test_a_way_below_the_heading_of_a_person_leads_to_that_person(words: Vocabulary) -> None:
    body = "## Contacts\n\n### Head brewer\n\n- **Phone**: +44 20 7946 0011\n- **Deputy**: Bo\n"
    assert contacts(body, words)[0] == ("Head brewer", "+44 20 7946 0011")


def test_a_way_in_a_plain_list_of_contacts_keeps_its_name(words: Vocabulary) -> None:
    body = "## Contacts\n\n- Phone: +44 20 7946 0011\n- Pantry: pantry@tea.example\n"
    assert contacts(body, words)[0] == ("Phone", "+44 20 7946 0011")


def test_a_shout_to_everybody_is_no_address(words: Vocabulary) -> None:
    body = "## Contacts\n\n- Shout: `@channel the tea is cold`\n- Pantry: pantry@tea.example\n"
    assert contacts(body, words) == [("Pantry", "pantry@tea.example")]


@pytest.mark.parametrize(
    ("way", "value"),
    [("Reach", "`#brewing`"), ("E-Mail", "brew@tea.example"), ("Erreichbar über", "4711"),
     ("Erreichbarkeit", "Funkkanal 4"),
     ("Posta elettronica", "brew@tea.example"), ("連絡手段", "内線 4711")],
)  # fmt: skip
def test_a_way_below_a_bold_name_leads_to_it(way: str, value: str, words: Vocabulary) -> None:
    body = f"## Who\n\n**Brewer**\n\n- brews\n- **{way}**: {value}\n\n**Pourer**\n\n- pours\n"
    assert contacts(body, words) == [("Brewer", value)]
    body = body.replace("## Who", "## Inn team\n\n### Roles & Tasks").replace("**" + way, way)
    assert contacts(body.replace(f"{way}**", way), words) == [("Brewer", value)]


def test_an_address_in_place_of_duties_is_a_contact(words: Vocabulary) -> None:
    body = (
        "## Rollen\n\n- **Braumeister**: Ida, ida@tee.example\n- **Schreiber**: [Name]\n"
        "- **Ausschank**: @bo\n- **Küche**: schreibt alles in #kueche und räumt danach auf\n"
    )
    assert contacts(body, words) == [
        ("Braumeister", "Ida, ida@tee.example"),
        ("Schreiber", "[Name]"),
        ("Ausschank", "@bo"),
    ]


def test_a_line_below_a_table_of_people_names_one_more_way(words: Vocabulary) -> None:
    table = "| Rolle | Telefon |\n|---|---|\n| Braumeister | 0151 555 0142 |\n"
    line = "\n**Konferenz:** Durchwahl 4630\n\n**Braumeister:** führt, ruft 4712 an.\n"
    assert contacts(f"## Rollen und Aufgaben\n\n{table}{line}", words) == [
        ("Braumeister", "0151 555 0142"),
        ("Konferenz", "Durchwahl 4630"),
    ]


def test_people_who_speak_in_turn_are_no_addresses(words: Vocabulary) -> None:
    body = (
        "## On the night\n\n1. Brewer: turn off the gas\n2. Brewer: open #brewing\n"
        "3. Pourer: call 07700 900 118\n4. Brewer: tell #pantry\n5. Pourer: write it down\n"
    )
    assert contacts(body, words) == []


def test_bold_names_in_front_of_sentences_are_a_call_list(words: Vocabulary) -> None:
    body = (
        "## Who to call\n\n**Brewer.** See the rota.\n\n**Owner.** Tom (mobile is on the notice "
        "board)\n\n**Cooling.** Customer no. 99881, phone in the wiki under [[Inn:Cold]]\n\n"
        "**Barley.** barley@tea.example, portal\n\n**Cellar.** TBD\n\n"
        "**Night.** We never sing after midnight.\n"
    )
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    assert [(one.label, one.kind, one.placeholder) for one in found] == [
        ("Brewer", "pointer", False),
        ("Owner", "pointer", False),
        ("Cooling", "pointer", False),
        ("Barley", "email", True),
        ("Cellar", "none", True),
    ]


@pytest.mark.parametrize(
    ("value", "kind", "gap"),
    [
        ("`@pantry-desk`, nine to five", "chat", False),
        ("(#brewing)", "chat", False),
        ("see the rota in `#brewing`", "pointer", False),
        ("WhatsApp group of the cellar", "chat", False),
        ("portal only", "pointer", False),
        ("https://tea.portal.test/help", "url", False),
        ("number on the card behind the till, shelf 2", "pointer", False),
        ("Handy liegt in der Schublade", "pointer", False),
        ("bleep 12", "phone", False),
        ("____________", "none", True),
        ("contract no. ______", "none", True),
        ("...", "none", True),
        ("N. N.", "none", True),
    ],
)
def test_what_a_way_is(value: str, kind: str, gap: bool, words: Vocabulary) -> None:
    body = f"# Tea\n\n## Contacts\n\n- Brewer: {value}\n- Pantry: 07700 900 118\n"
    first = compile_playbook(body, words).contacts[0]
    assert (first.value, first.kind, first.placeholder) == (value, kind, gap)


def test_a_blank_in_a_table_is_still_to_be_filled_in(words: Vocabulary) -> None:
    rows = "| Who | Phone |\n|---|---|\n| Brewer | ______ |\n| Cook | - |\n| Pantry | 4711 |\n"
    found = compile_playbook(f"# Tea\n\n## Contacts\n\n{rows}", words).contacts
    assert [(one.label, one.placeholder) for one in found] == [("Brewer", True), ("Pantry", False)]


def test_steps_that_mention_pages_and_channels_are_no_contacts(words: Vocabulary) -> None:
    steps = (
        "1. Look at the kettle: <https://kettle.tea.test/1>\n"
        "2. Decide the level. P1 or P2: open the bridge (link in the channel topic).\n"
    )
    assert contacts(f"## First minutes\n\n{steps}", words) == []
    boxes = "- [ ] Open: `#tea-incident`\n- [ ] Tell: `#pantry`\n- [ ] Ring: 07700 900 118\n"
    assert contacts(f"## First minutes\n\n{boxes}", words) == []


def test_steps_and_facts_of_the_page_are_no_contacts(words: Vocabulary) -> None:
    page = (
        "# Ship\n\nOwner: Deck team (`#deck`)\nLast reviewed: 2026-01-02, next: 2027-01\n\n"
        "## First minutes\n\n1. Take the call.\n2. Open the log: `/log new` in Slack.\n"
        "3. Ring the bell.\n4. P1: page the mate with `/page mate` at https://bell.test.\n5. Go.\n"
    )
    assert compile_playbook(page, words).contacts == ()


def test_a_number_behind_a_name_is_a_contact_in_running_text(words: Vocabulary) -> None:
    page = (
        "# Ship\n\n## On call\n\nHarbour desk of the northern pier (24/7, they speak English): "
        "**+43 1 555 0100**, ask for Bo. They are kind.\n"
    )
    (found,) = compile_playbook(page, words).contacts
    assert (found.kind, found.label.split(" (")[0]) == (
        "phone",
        "Harbour desk of the northern pier",
    )
    assert compile_playbook(page, words).hours is None


def test_ticks_tables_without_heads_and_half_numbers(words: Vocabulary) -> None:
    page = (
        "# Ship\n\n## Phone numbers\n\n- Pier `north`: pier@ship.test, +31 20 555 0177\n"
        "- Pier `south`: ask Bo\n- Owner: 0800 xxx xxxx\n\n| | |\n|---|---|\n"
        "| Gate | +43 1 555 0110 |\n| Mate | Rota → Users |\n"
    )
    found = compile_playbook(page, words).contacts
    assert [(one.label, one.kind) for one in found] == [
        ("Pier north", "email"),
        ("Pier south", "pointer"),
        ("Owner", "phone"),
        ("Gate", "phone"),
        ("Mate", "pointer"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Kettle minder", "Kettle minder"), ("Communication", "Phone")],
)
def test_only_a_heading_of_people_names_a_way(title: str, expected: str, words: Vocabulary) -> None:
    body = f"## Contacts\n\n### {title}\n\n- **Phone**: +44 20 7946 0011\n- **Deputy**: Bo\n"
    assert contacts(body, words)[0] == (expected, "+44 20 7946 0011")


def test_a_way_below_a_bold_name_among_contacts_leads_to_it(words: Vocabulary) -> None:
    body = (
        "## Contacts\n\n### Abroad\n\n**Tea board (Ceylon):**\nTel: +94 11 258 7814\n\n"
        "**Tea board (Assam):**\nTel: +91 361 260 1234\n"
    )
    assert [label for label, _ in contacts(body, words)] == [
        "Tea board (Ceylon)",
        "Tea board (Assam)",
    ]


def test_a_first_and_a_second_contact_keep_their_names(words: Vocabulary) -> None:
    body = (
        "## Contacts\n\n### Pantry\n\n- **Primary contact**: see the tin\n"
        "- **Backup contact**: pantry@tea.example\n"
    )
    assert [label for label, _ in contacts(body, words)] == ["Primary contact", "Backup contact"]


def test_a_mailbox_behind_its_name_is_a_contact_in_a_list_of_anything(words: Vocabulary) -> None:
    body = "## Detection\n\n### From outside\n\n- **E-mail**: leaf@tea.cn (in season)\n- Gossip\n"
    assert contacts(body, words) == [("E-mail", "leaf@tea.cn (in season)")]


@pytest.mark.parametrize(
    ("above", "gap"),
    [
        ("## Who we are\n\n### Contact details", "[to be named]"),
        ("## Contact list\n\n### On-call rota", "[fill in]"),
        ("## Équipe\n\n### Contacts", "[à compléter]"),
        ("## 担当者\n\n### 連絡先", "[未定]"),
    ],
)
def test_a_gap_beside_people_is_still_to_be_filled_in(
    above: str, gap: str, words: Vocabulary
) -> None:
    body = f"{above}\n\n- **Brewer**: {gap}\n- **Owner**: {gap} (for spills)\n"
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    assert [(one.label, one.placeholder) for one in found] == [("Brewer", True), ("Owner", True)]


def test_a_contact_inside_is_no_extension(words: Vocabulary) -> None:
    body = "## Contacts\n\n- Brewer: [Internal contact]\n- Pantry: internal 411\n"
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    assert [one.kind for one in found] == ["none", "phone"]


def test_a_dash_for_the_way_is_no_name(words: Vocabulary) -> None:
    body = (
        "## 7. 通訊錄\n\n| 角色 | 聯絡方式 | 負責 |\n|---|---|---|\n"
        "| 店長 | — | 決策 |\n| 群組 | Telegram `TEA` | 告警 |\n"
    )
    found = compile_playbook(f"# 茶\n\n{body}", words).contacts
    assert [(one.label, one.kind) for one in found] == [("店長", "none"), ("群組", "chat")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Pourers on watch: pour@tea.example / the bell `pour`", ["Pourers on watch"]),
        ("Watch: the bell / pour@tea.example", []),
    ],
)
def test_another_way_may_stand_behind_an_address_at_the_top(
    line: str, found: list[str], words: Vocabulary
) -> None:
    page = f"Range: all cups of the house\n{line}\n\n## Cups\n\nBlue.\n"
    assert [label for label, _ in contacts(page, words)] == found


@pytest.mark.parametrize(
    ("above", "title", "heads", "gap"),
    [("Team", "Contacts", "Who | How", "(to fill in)"),
     ("Rollen und Leute", "Kontakte", "Wer | Erreichbar", "(einzutragen)"),
     ("役割", "連絡先", "相手 | 連絡方法", "（要記入）"),
     ("人员分工", "联系方式", "对象 | 方式", "（待填）")],
)  # fmt: skip
def test_a_gap_among_contacts_is_one_wherever_the_chapter_is(
    above: str, title: str, heads: str, gap: str, words: Vocabulary
) -> None:
    rows = f"| Brewer | {gap} |\n| Pantry | 0123 456789 |\n"
    body = f"## {above}\n\n### {title}\n\n| {heads} |\n|---|---|\n{rows}"
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    assert [(one.label, one.placeholder) for one in found] == [("Brewer", True), ("Pantry", False)]


def test_a_heading_of_people_and_contacts_may_tell_what_they_do(words: Vocabulary) -> None:
    rows = "| Brewer | (pours the tea) |\n| Pantry | 0123 456789 |\n"
    body = f"## Roles and contacts\n\n| Who | Contact |\n|---|---|\n{rows}"
    found = compile_playbook(f"# Tea\n\n{body}", words).contacts
    assert [one.label for one in found] == ["Pantry"]


@pytest.mark.parametrize(
    ("title", "gap"),
    [("Crew", "[to be named]"), ("Rollen", "[Name eintragen]"), ("Rôles", "<nom>"),
     ("Papéis", "[a definir]"), ("役割", "[未定]")],
)  # fmt: skip
def test_a_gap_in_front_of_what_somebody_does_is_still_to_be_filled(
    title: str, gap: str, words: Vocabulary
) -> None:
    body = f"- **Helmsman**: {gap} - steers the boat\n- **Bosun**: looks [left] and right\n"
    found = compile_playbook(f"# Ferry\n\n## {title}\n\n{body}", words).contacts
    assert [(one.label, one.placeholder) for one in found] == [("Helmsman", True)]


@pytest.mark.parametrize(
    ("label", "value"), [("Backup", "[phone of the mate]"), ("Vertretung", "07700 900 118")]
)
def test_whoever_is_called_instead_is_reached_by_the_role(
    label: str, value: str, words: Vocabulary
) -> None:
    body = f"## Roles\n\n### Helmsman\n\n- **{label}**: {value}\n- steers the boat\n"
    found = compile_playbook(f"# Ferry\n\n{body}", words).contacts
    assert [(one.label, one.value) for one in found] == [("Helmsman", value)]


@pytest.mark.parametrize(
    ("label", "value"), [("Backup", "the bosun"), ("Backup", "[name]"), ("Watch", "[first half]")]
)
def test_a_name_alone_is_no_way_to_whoever_is_called_instead(
    label: str, value: str, words: Vocabulary
) -> None:
    body = f"## Roles\n\n### Helmsman\n\n- **{label}**: {value}\n- steers the boat\n"
    assert compile_playbook(f"# Ferry\n\n{body}", words).contacts == ()
