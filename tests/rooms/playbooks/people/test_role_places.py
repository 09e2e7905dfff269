"""Who does what, below headings of every kind; and lists of names that are no roles."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

BULLETS = "- **{0}**: decides\n- **{1}**: writes the log\n"
HEADINGS = "### {0}\n\nSits at the desk.\n\n- decides\n\n### {1}\n\n- writes the log\n"
LEADS = "**{0}.** Decides.\n\n**{1}.** Writes the log.\n"


def roles(heading: str, body: str, words: Vocabulary) -> list[str]:
    text = f"# Harbour\n\n## {heading}\n\n{body}"
    return [one.name for one in compile_playbook(text, words).roles]


@pytest.mark.parametrize("body", [BULLETS, HEADINGS, LEADS])
@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Who has which part", ("Hands", "Voice")),
        ("Whose job is what", ("The Ropes", "The Log")),
        ("The cast", ("Anchor", "Herald")),
        ("Wer welchen Hut trägt", ("Seil", "Feder")),
        ("Qui tient quoi", ("La Barre", "La Plume")),
        ("Quién lleva qué gorra", ("El Timón", "La Pluma")),
        ("Chi ha quale cappello", ("Mano", "Penna")),
        ("Das Team während der Flut", ("Seil", "Feder")),
        ("El equipo durante la tormenta", ("Mano", "Pluma")),
        ("Wie draagt welke pet", ("De Hand", "De Pen")),
        ("だれが何をするか", ("指揮係", "記録係")),
        ("Two people at the quay", ("Shift lead", "Harbour clerk")),
    ],
)
def test_names_and_duties_below_a_question(
    heading: str, names: tuple[str, str], body: str, words: Vocabulary
) -> None:
    assert roles(heading, body.format(*names), words) == list(names)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Who to call", "- **Shift lead**: +44 1632 960 001\n- **Clerk**: +44 1632 960 002\n"),
        ("Whom we ring next", "1. **Shift lead** (at once)\n2. **Clerk** (after 20 min)\n"),
        ("Parts of the crane", "- **Hook 1**: holds\n- **Hook 2**: holds\n"),
        ("Parts of the work", "### Lead\n\n```bash\nuptime\n```\n\n### Clerk\n\n- writes\n"),
    ],
)
def test_numbers_orders_and_work_are_no_roles(heading: str, body: str, words: Vocabulary) -> None:
    assert roles(heading, body, words) == []


def test_a_table_of_hats_needs_no_column_called_role(words: Vocabulary) -> None:
    table = "| Cappello | Che cosa fa | Vice |\n|---|---|---|\n| Mano | scrive | Ada |\n"
    assert roles("Chi ha quale cappello", table, words) == ["Mano"]


@pytest.mark.parametrize("heading", ["Who", "Wer", "Chi", "Quem"])
def test_bold_names_above_what_each_does(heading: str, words: Vocabulary) -> None:
    body = (
        "**Helm**\n\n- steers\n- **Reach**: `#helm`\n\n"
        "**Pen**\n\n- writes\n- **Reach**: pen@ship.example\n\nBoth sleep at night.\n"
    )
    assert roles(heading, body, words) == ["Helm", "Pen"]


def test_a_title_that_speaks_of_roles_makes_no_role_of_every_chapter(words: Vocabulary) -> None:
    text = "# Roles and levels\n\n## Severity\n\n- P1: dark\n- P2: dim\n\n## Drills\n\n- monthly\n"
    assert compile_playbook(text, words).roles == ()


@pytest.mark.parametrize("heading", ["The parts", "Participants", "Participantes"])
def test_parts_may_be_of_people_or_of_machines(heading: str, words: Vocabulary) -> None:
    people = "- **Shift lead** - decides\n- **Clerk** - writes\n"
    machines = "- **gateway** - speaks to the world\n- **worker** - does the work\n"
    assert roles(heading, people, words) == ["Shift lead", "Clerk"]
    assert roles(heading, machines, words) == []


@pytest.mark.parametrize(
    ("heading", "names"),
    [("Intervenants", ("Standard", "Chef de quart")), ("Actores", ("Centralita", "Jefa de turno"))],
)
def test_other_words_for_those_who_take_part(
    heading: str, names: tuple[str, str], words: Vocabulary
) -> None:
    assert roles(heading, BULLETS.format(*names), words) == list(names)


def test_parts_with_a_line_to_write_on_are_a_form(words: Vocabulary) -> None:
    body = "- Harbour lead: ________\n- Deputy lead: ________\n- Yard owner: gate\n"
    assert roles("Numbers of the day", body, words) == []


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("Wider response team (P1)", ("Harbour liaison", "Guild representative")),
        ("Erweitertes Team", ("Pressesprecher", "Leiter Technik")),
        ("Further team", ("Pump engineer", "Network specialist")),
    ],
)
def test_a_heading_above_several_parts_is_none_itself(
    group: str, names: tuple[str, str], words: Vocabulary
) -> None:
    body = f"### Captain\n\n- steers\n\n### {group}\n\n{BULLETS.format(*names)}"
    assert roles("Roles", body, words) == ["Captain", *names]


def test_a_playbook_about_a_role_of_the_system_names_no_parts(words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Playbooks\n\n### Playbook: service role key lost\n\n"
        "1. **Rotate** — make a new key\n2. **Notify** — ring the warden\n"
    )
    assert compile_playbook(text, words).roles == ()


CAST = "  - **Berth lead**: calls the tugs.\n  - **Harbour clerk**: writes the log.\n"


def test_a_cast_below_a_label_inside_a_step(words: Vocabulary) -> None:
    inside = f"- Look at the quay.\n- **Hand out the roles**:\n{CAST}- Light the lamps.\n"
    assert roles("Step 2: Muster", inside, words) == ["Berth lead", "Harbour clerk"]
    below = CAST.replace("  -", "-")
    assert roles("Step 2: Muster", f"Be quick.\n\n**Roles:**\n\n{below}", words) == [
        "Berth lead",
        "Harbour clerk",
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"- **Light the lamps**:\n{CAST}",
        "- **Roles**:\n  - **Read**: sees the berths.\n  - **Write**: moves the berths.\n",
        "- **Roles**:\n  - **Berth lead**: ______\n  - **Harbour clerk**: ______\n",
        "- **Roles**:\n  - [ ] **Berth lead**: is named\n  - [ ] **Clerk**: is named\n",
    ],
)
def test_other_entries_inside_a_step_are_no_cast(body: str, words: Vocabulary) -> None:
    assert roles("Step 2: Muster", body, words) == []


@pytest.mark.parametrize("name", ["Command structure", "Führungsstruktur", "Estructura de mando"])
def test_a_command_structure_is_a_cast(name: str, words: Vocabulary) -> None:
    text = (
        f"# Tea\n\n## Course\n\n### A cold kettle\n\n**{name}:**\n- **Incident lead:** decides\n"
        "- **Scribe:** writes it down\n"
    )
    assert [one.name for one in compile_playbook(text, words).roles] == ["Incident lead", "Scribe"]


CELL = "{0}\n\n**{1}**\n* Decides\n* Ends it\n\n**{2}**\n* Does the work\n\n**{3}**\n* Writes\n"


@pytest.mark.parametrize(
    ("heading", "names"),
    [("Crisis cell", ("Lead", "Crane expert", "Voice")),
     ("Célula de crisis", ("Timonel", "Especialista de grúas", "Vocera")),
     ("Célula de crise", ("Timoneiro", "Especialista de gruas", "Voz")),
     ("Krisenzelle", ("Steuer", "Spezialist für Kräne", "Stimme")),
     ("Am Kai", ("Leiter", "Spezialistin für Kräne", "Stimme")),
     ("危机小组", ("指挥", "吊车专家", "声音"))],
)  # fmt: skip
def test_a_cell_is_made_of_parts(
    heading: str, names: tuple[str, str, str], words: Vocabulary
) -> None:
    assert roles(heading, CELL.format("It meets at the quay.", *names), words) == list(names)


HELD = (
    "- **Winch**: the operator of the day\n  - lifts the crates\n  - lowers them\n"
    "- **Eyes**: whoever is there\n  - looks out\n- **Mouth**: the shift lead\n  - talks to all\n"
)


def test_parts_with_those_who_play_them_above_their_duties(words: Vocabulary) -> None:
    assert roles("What hangs on the wall", HELD, words) == ["Winch", "Eyes", "Mouth"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the operator of the day", "ring the operator"),
        ("  - looks out\n", ""),
        ("  - lifts the crates", "  - [ ] lift the crates"),
        ("  - lifts the crates", "  - Load: two crates"),
        ("the shift lead", "from nine to five"),
    ],
)
def test_work_with_points_below_is_no_part(before: str, after: str, words: Vocabulary) -> None:
    body = HELD.replace("the operator of the day", "the crane") if "shift" in before else HELD
    assert roles("What hangs on the wall", body.replace(before, after), words) == []


@pytest.mark.parametrize(
    ("hats", "lead", "log"),
    [("Sombreros", "Comandante de muelle", "Cronista"), ("Chapeaux", "Commandante", "Chroniqueur"),
     ("Huete und Hauben", "Kommandantin", "Chronistin")],
)  # fmt: skip
def test_a_commander_and_a_chronicler_act(
    hats: str, lead: str, log: str, words: Vocabulary
) -> None:
    body = f"- **{lead}**: aaa\n- **{log}**: bbb\n- **Voz**: ccc\n"
    assert roles(hats, body, words) == [lead, log, "Voz"]


def test_headings_of_other_matters_hold_no_parts(words: Vocabulary) -> None:
    assert (
        roles("Rules", "### Quay of the east\n\n- no fires\n\n### Quay\n\n- no dogs\n", words) == []
    )


TEAM = "### {0}\n\n**Deck lead**\n- steers\n- Reach: helm@sea.example\n\n**{1}**\n- writes\n"


@pytest.mark.parametrize(
    ("heading", "second", "names"),
    [
        ("Roles & Duties", "Watch lead", ["Deck lead", "Watch lead"]),
        ("Rollen und Aufgaben", "Schichtleiter", ["Deck lead", "Schichtleiter"]),
        # Bold names of lists below somebody are nobody.
        ("Deck lead", "Duties", ["Deck lead"]),
    ],
)
def test_a_heading_above_bold_names_is_nobody(
    heading: str, second: str, names: list[str], words: Vocabulary
) -> None:
    found = roles("Response team", TEAM.format(heading, second), words)
    assert found == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("- **Level 1**: all hands\n- **Level 2**: the deck crew\n", []),
        ("- **P1**: alle Mann\n- **P2**: die Wache\n", []),
        (
            "- **Deck lead**: sees to the ropes\n- **Shift lead**: decides\n",
            ["Deck lead", "Shift lead"],
        ),
        ("- Watches the ropes\n- Rings the bell\n", ["Muster"]),
    ],
)
def test_who_is_up_at_each_level_is_nobody(body: str, names: list[str], words: Vocabulary) -> None:
    table = "| Role | Responsibility |\n|---|---|\n| Pilot | Steers the boat |\n"
    found = roles("Response team", f"### Muster\n\n{body}", words)
    assert found == names
    assert roles("Response team", f"{table}\n### Signals\n\n{body}", words)[0] == "Pilot"


@pytest.mark.parametrize("heading", ["🎩 Who wears which hat", "🎩 Chi ha quale cappello"])
def test_a_picture_in_front_of_the_question_hides_no_cast(heading: str, words: Vocabulary) -> None:
    table = "| Hat | What it does |\n|---|---|\n| Pilot | Steers |\n| Mate | Keeps the log |\n"
    assert roles(heading, table, words) == ["Pilot", "Mate"]
