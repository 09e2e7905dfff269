"""Headings below a heading about roles: who has duties, and what is about something else."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def roles(text: str, words: Vocabulary) -> list[str]:
    return [one.name for one in compile_playbook(f"# Ship\n\n## Roles\n\n{text}", words).roles]


def test_being_on_call_is_a_role_where_it_has_duties(words: Vocabulary) -> None:
    assert roles("### On-call\n\n- keeps the watch\n\n### Mate\n\n- steers\n", words) == [
        "On-call",
        "Mate",
    ]


def test_hours_below_roles_are_none(words: Vocabulary) -> None:
    assert roles("### Mate\n\n- steers\n\n### On-call\n\n- 07:00-19:00 Mate\n", words) == ["Mate"]


def test_lines_of_a_name_and_what_it_does(words: Vocabulary) -> None:
    bodies = (
        "Helmsman: steers\nLookout officer: watches\nShip's clerk: writes it down\n",
        "*Lookout officer* – watches\n\n*Ship's clerk* – writes it down\n",
        "**Helmsman:** steers.\n**Clerk:** writes it down.\n",
        "### Helmsman\n\nSteers.\n\n### Clerk\n\nWrites it down.\n",
    )
    assert [len(roles(body, words)) for body in bodies] == [3, 2, 2, 2]


def test_lines_about_other_matters_are_none(words: Vocabulary) -> None:
    body = "Hours: from eight to six\n\nPractice: once a term\n\nContract: in the chest\n"
    assert roles(body, words) == []


def test_rules_below_a_table_of_people_are_nobody(words: Vocabulary) -> None:
    body = (
        "| Role | Reach |\n|---|---|\n| Mate | mate@ship.example |\n| Clerk | 4711 |\n\n"
        "### House rules\n\n- nobody sails alone\n\n### Watch officer\n\n- watches\n"
    )
    assert roles(body, words) == ["Watch officer"]


def test_a_page_of_the_web_is_nobody(words: Vocabulary) -> None:
    body = "- **Lotse**: führt\n- **Maat**: steuert\n- **Werft**: https://werft.example/hilfe\n"
    assert roles(body, words) == ["Lotse", "Maat"]
    contacts = compile_playbook(f"# Ship\n\n## Roles\n\n{body}", words).contacts
    assert [(one.label, one.kind) for one in contacts] == [("Werft", "url")]


def test_names_behind_an_article(words: Vocabulary) -> None:
    bodies = (
        "- the **lookout** (watches, calls out),\n- the **clerk** (writes it down).\n",
        "- der **Ausguck** (wacht)\n- die **Schreiberin** (schreibt mit)\n",
        "- le **pilote** (décide)\n- le **scribe** (note tout)\n",
        "- *lookout*, watches\n- *clerk*, writes\n",
        "- Lookout = whoever is on deck\n- Clerk = the cook\n",
    )
    assert [len(roles(body, words)) for body in bodies] == [2] * len(bodies)


def test_rules_with_an_emphasis_are_nobody(words: Vocabulary) -> None:
    assert roles("- *Never* sail alone.\n- *Always* write it down.\n", words) == []


def test_a_duty_among_addresses_is_a_role(words: Vocabulary) -> None:
    body = (
        "# Ship\n\n## People\n\n- **Mate**: 07700 900 118\n- **Radio operator**: aerials, tubes\n"
        "- **Director**: only by night, called by the mate\n- **Owner**: Jane Roe\n"
        "- **Yard**: yard@ship.example\n- **Room**: `#bridge`\n"
    )
    assert [one.name for one in compile_playbook(body, words).roles] == ["Radio operator"]


def test_a_channel_among_roles_is_nobody(words: Vocabulary) -> None:
    body = "- **Mate**: steers\n- **Clerk**: writes\n- **Room**: #bridge\n"
    assert roles(body, words) == ["Mate", "Clerk"]
    found = compile_playbook(f"# Ship\n\n## Roles\n\n{body}", words).contacts
    assert [(one.label, one.kind) for one in found] == [("Room", "chat")]


def test_numbers_among_people_are_no_roles_and_duties_with_a_pager_are(words: Vocabulary) -> None:
    numbers = (
        "# Ship\n\n## Contacts\n\n### People\n\n* Bridge: 01632 960 701\n* Captain: 01632 960 702\n"
        "* Owner, mayor: phone list at the bridge\n"
    )
    found = compile_playbook(numbers, words)
    assert found.roles == ()
    assert [one.label for one in found.contacts] == ["Bridge", "Captain", "Owner, mayor"]
    duties = (
        "# Ship\n\n## People\n\n* **Mate** (pager `ship-1`): first look, leads a P2.\n"
        "* **Engineer** (pager `ship-2`): boilers, tubes.\n* **Captain**: for P1. Pager `ship-3`.\n"
    )
    assert [one.name for one in compile_playbook(duties, words).roles] == [
        "Mate", "Engineer", "Captain",
    ]  # fmt: skip


NUMBERS = (
    "## People\n\n| Role | Holder | Phone |\n|---|---|---|\n"
    "| Harbour master | Ann | 01632 960 411 |\n"
    "| Pilot | Bo | 01632 960 412 |\n\nOutside:\n\n"
)


def test_others_below_a_table_of_numbers_are_for_reaching(words: Vocabulary) -> None:
    outside = "- Tug owner: Cy, day line 01632 960 415\n- Insurer: policy to be confirmed\n"
    outside += "- Chandler: store@quay.example, ask for the foreman\n- Coroner: by the pilot only\n"
    names = [one.name for one in compile_playbook(f"# Ship\n\n{NUMBERS}{outside}", words).roles]
    assert not {"Tug owner", "Insurer", "Chandler", "Coroner"} & set(names)


def test_what_somebody_does_below_such_a_table_stays_a_role(words: Vocabulary) -> None:
    below = "- Scribe: keeps the log\n- Liaison: talks to the harbour\n"
    names = [one.name for one in compile_playbook(f"# Ship\n\n{NUMBERS}{below}", words).roles]
    assert {"Scribe", "Liaison"} <= set(names)


def test_an_order_of_calling_below_them_is_a_list_of_its_own(words: Vocabulary) -> None:
    people = "- **Desk** (07:00-18:00): answers\n- **Mate**: steers\n\n"
    calls = "1. Mate\n2. Captain: if nothing moves after 30 min\n"
    for label in ("Escalation:", "**Eskalation**", "Escalade :"):
        assert roles(f"{people}{label}\n\n{calls}", words) == ["Desk", "Mate"]
    assert roles(f"{people}Also on board:\n\n- **Cook**: cooks\n", words) == [
        "Desk",
        "Mate",
        "Cook",
    ]


def test_a_rota_of_parts_below_a_chapter_of_calls_tells_who_plays_them(words: Vocabulary) -> None:
    body = (
        "## Rota and escalation\n\n### Rota\n\n"
        "| Role | Who | Hours | Tool |\n|---|---|---|---|\n"
        "| Primary (deck) | sailors in turn | 24/7 | pager and chat |\n"
        "| Watch leader | mate | with a storm | radio |\n"
    )
    read = compile_playbook(f"# Ship\n\n{body}", words)
    assert [role.name for role in read.roles] == ["Primary (deck)", "Watch leader"]
    assert dict(read.roles[0].attributes)["hours"] == "24/7"


def test_boxes_to_tick_below_a_moment_are_nobody(words: Vocabulary) -> None:
    body = "**Before the watch**\n\n- [ ] read the log\n\n**Behind the watch**\n\n- [ ] sign it\n"
    assert roles(body, words) == []


def test_boxes_to_tick_below_a_part_are_its_duties(words: Vocabulary) -> None:
    body = "**Watch officer**\n\n- [ ] reads the log\n\n**Ship's clerk**\n\n- [ ] signs it\n"
    assert roles(body, words) == ["Watch officer", "Ship's clerk"]


def test_a_table_of_who_is_who_names_the_roles_under_any_heading(words: Vocabulary) -> None:
    page = compile_playbook(
        "# Barco\n\n## Quién es quién\n\n| Rol | Quién suele ser | Qué se espera |\n|---|---|---|\n"
        "| Piloto | guardia primaria | decide y cierra |\n"
        "| Cronista | cualquiera | apunta la hora |\n",
        words,
    )
    assert [one.name for one in page.roles] == ["Piloto", "Cronista"]


def test_the_name_of_a_list_of_duties_is_no_duty(words: Vocabulary) -> None:
    below = "  - steers\n  - sounds the horn\n"
    text = (
        f"### Mate\n\n- **Stand-in**: the cook\n- **Duties**:\n{below}\n"
        f"### Clerk\n\n- **Keeps the log**\n{below}- **Counts the sails**:\n"
    )
    mate, clerk = compile_playbook(f"# Ship\n\n## Roles\n\n{text}", words).roles
    assert [one.text for one in mate.duties] == ["steers", "sounds the horn"]
    assert mate.attributes == (("stand_in", "the cook"),)
    assert [one.text for one in clerk.duties] == [
        "Keeps the log",
        "steers",
        "sounds the horn",
        "Counts the sails:",
    ]


def test_whoever_plays_a_part_is_not_in_its_name(words: Vocabulary) -> None:
    for entries, names in (
        ("- **Shift lead: the head baker.** Decides.\n- **Scribe: anybody.** Writes.",
         ["Shift lead", "Scribe"]),
        ("- **Leitung: die Bäckerin** entscheidet\n- **Schreiber: der Lehrling** schreibt",
         ["Leitung", "Schreiber"]),
        ("- **Shift lead** decides\n- **Scribe** writes", ["Shift lead", "Scribe"]),
        ("- **Shift lead:** decides: closed or open\n- **Scribe:** writes: all",
         ["Shift lead", "Scribe"]),
    ):  # fmt: skip
        assert roles(entries + "\n", words) == names


def test_a_rule_for_all_is_nobody(words: Vocabulary) -> None:
    listed = "- **Mate:** steers\n- **Clerk:** writes\n- **{}:** both may be one, if they say so.\n"
    for rule in ("Small crew rule", "Nachtregel", "Hinweis"):
        assert roles(listed.format(rule), words) == ["Mate", "Clerk"]
    for name in ("Rule keeper", "Bosun"):
        assert roles(listed.format(name), words) == ["Mate", "Clerk", name]


def test_a_sentence_behind_bold_names_is_about_all_of_them(words: Vocabulary) -> None:
    for title in ("Hats", "Who wears which hat", "Who is on board"):
        listed = f"# Sails\n\n## {title}\n\n- **Mate:** steers\n- **Clerk:** writes\n"
        one = compile_playbook(f"{listed}- Nobody does both at once\n", words)
        two = compile_playbook(f"{listed}- Reef the sail\n- Nobody does both\n", words)
        assert [role.name for role in one.roles] == ["Mate", "Clerk"]
        assert two.roles == ()
