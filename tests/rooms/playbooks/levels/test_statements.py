"""What stands under the name of a level is read by its sentences, however the lines are broken."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

GUIDE = (
    "# Locks\n\n## Impact levels\n\nLevel 1 (River)\n{said}\n\n"
    "Level 2 (Lock)\n:   One lock. Response: 2 hours.\n"
)


@pytest.mark.parametrize(
    "said",
    [
        ":   No boat moves. Response: 9 minutes. Updates every 20 minutes.",
        ":   No boat moves. Response: 9\n    minutes. Updates every 20 minutes.",
    ],
)
def test_a_definition_and_its_promises(said: str, words: Vocabulary) -> None:
    level, other = compile_playbook(GUIDE.format(said=said), words).severities
    assert level.definition is not None
    assert level.definition.text.startswith("No boat moves")
    assert level.response is not None
    assert level.response.seconds == 540
    assert level.cadence is not None
    assert level.cadence.seconds == 1200
    assert not level.examples
    assert other.definition is not None


def test_a_line_that_begins_anew_is_left_alone(words: Vocabulary) -> None:
    said = ":   No boat moves\n    Response: 9 minutes"
    level, _ = compile_playbook(GUIDE.format(said=said), words).severities
    assert level.response is not None
    assert level.response.line == 7


@pytest.mark.parametrize("who", ["Who", "Wer", "Qui", "Quién"])
def test_who_is_called_for_a_level(who: str, words: Vocabulary) -> None:
    page = (
        f"# Locks\n\n## Severity\n\n### P1 – River\n\n- No boat moves\n- Response: 9 minutes\n"
        f"- {who}: lock keeper + harbour master\n\n### P2 – Lock\n\n- One lock\n"
    )
    level, other = compile_playbook(page, words).severities
    assert [one.text for one in level.escalation] == ["lock keeper", "harbour master"]
    assert [one.text for one in level.examples] == ["No boat moves"]
    assert not other.escalation


Times = list[tuple[object, object]]


def times(body: str, words: Vocabulary) -> Times:
    """Response and cadence of each level, in seconds or by their calendar."""
    levels = compile_playbook(f"# Pool\n\n{body}\n", words).severities
    pairs = [(one.response, one.cadence) for one in levels]
    return [tuple(time and (time.seconds or time.calendar) for time in pair) for pair in pairs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("## Stufen\n\n**Stufe 1** – kein Gast kann zahlen.\n"
         "Innerhalb von 10 Minuten am Gerät, auch nachts. Schichtleiter alle 20 Minuten.\n\n"
         "**Stufe 2** – eine Kasse steht.\nAn Werktagen innerhalb von 8 Stunden."),
         [(600, 1200), (28800, None)]),
        (("## Severity\n\n### SEV1\nNobody can swim.\n"
         "Within 5 minutes at the pool, any hour. Duty manager every 15 minutes.\n\n"
         "### SEV2\nOne lane is shut.\nThe crew comes within 20 minutes.\n\n"
         "### SEV3\nA lamp.\nNext working morning."),
         [(300, 900), (1200, None), ("next_business_day", None)]),
        (("## Niveaux de gravité\n\n**P1** : plus aucune caisse ne marche.\n"
         "Dans les 15 minutes, jour et nuit. Le chef est tenu au courant toutes les 30 minutes.\n\n"
         "**P2** : une caisse en panne.\nDans l'heure."), [(900, 1800), (3600, None)]),
    ],
)  # fmt: skip
def test_short_lines_below_what_a_level_means_promise_times(
    body: str, expected: Times, words: Vocabulary
) -> None:
    assert times(body, words) == expected


@pytest.mark.parametrize(
    "said",
    [
        "More than 50 guests within 10 minutes complain at the desk about it.",
        "The post-mortem is due within 5 days. Filters every hour.",
        "The mayor is told within 10 minutes.",
        "A second failure makes it a SEV1.",
    ],
)
def test_other_times_below_a_level_are_no_answer(said: str, words: Vocabulary) -> None:
    body = f"## Severity\n\n**SEV1** – no water.\n{said}\n\n**SEV2** – cold water."
    assert times(body, words) == [(None, None), (None, None)]


FIELDS = (
    "## Niveles\n\n### N1\nSin agua.\n\n- Llegada: 5 minutos, 24x7\n- Parte: por escrito\n"
    "\n### N2\nAgua fría.\n\n- Llegada: 2 horas\n"
)
EXAMPLES = (
    "## Severity\n\n### SEV1\nNo water.\n\n- Boiler: cold\n- Pump: dead\n\n"
    "### SEV2\nCold.\n\n- Lamp: dark\n"
)


def test_labels_that_come_again_below_each_level_are_no_examples(words: Vocabulary) -> None:
    levels = compile_playbook(f"# Pool\n\n{FIELDS}", words).severities
    assert [one.examples for one in levels] == [(), ()]
    assert [one.response and one.response.seconds for one in levels] == [300, 7200]


def test_labels_of_one_level_only_are_examples(words: Vocabulary) -> None:
    levels = compile_playbook(f"# Pool\n\n{EXAMPLES}", words).severities
    assert [len(one.examples) for one in levels] == [2, 1]


@pytest.mark.parametrize("label", ["Indicators", "Merkmale", "Indicios"])
def test_the_name_of_a_list_is_no_meaning(label: str, words: Vocabulary) -> None:
    said = f"### SEV1\n\n**{label}**:\n\n- No tea\n\n### SEV2\n\n**{label}**:\n\n- Weak tea\n"
    found = compile_playbook(f"# Tea\n\n## Severity\n\n{said}", words).severities
    assert [one.definition for one in found] == [None, None]


def test_several_labels_in_bold_on_one_line(words: Vocabulary) -> None:
    said = (
        "### SEV1\n\nNo tea.\n\n**Response time**: 5 minutes **Updates**: every hour\n\n"
        "### SEV2\n\nWeak tea.\n\n**Response time**: 1 hour **Updates**: daily\n"
    )
    found = compile_playbook(f"# Tea\n\n## Severity\n\n{said}", words).severities
    assert [one.response and one.response.seconds for one in found] == [300, 3600]
    assert [one.cadence and one.cadence.seconds for one in found] == [3600, 86400]


@pytest.mark.parametrize(
    ("meaning", "examples"),
    [
        ("Characteristics", "Examples"),
        ("Merkmale", "Beispiele"),
        ("Caractéristiques", "Exemples"),
        ("Características", "Ejemplos"),
        ("Características", "Exemplos"),
        ("特征", "示例"),
        ("特徴", "例"),
    ],
)
def test_a_plain_label_above_nested_entries_names_them(
    meaning: str, examples: str, words: Vocabulary
) -> None:
    page = (
        f"# Locks\n\n## Severity\n\n### P1 – River\n\n- {meaning}: no boat moves\n- {examples}:\n"
        f"  - gate torn\n  - bed dry\n\n### P2 – Lock\n\n- {meaning}: one lock\n- {examples}:\n"
    )
    level, other = compile_playbook(page, words).severities
    assert level.definition is not None
    assert level.definition.text == "no boat moves"
    assert [one.text for one in level.examples] == ["gate torn", "bed dry"]
    assert other.definition is not None


BOLD_THROUGHOUT = (
    "# Locks\n\n## Severity\n\n### P1 – River\n{first}\n\n{examples}:\n- gate torn\n- bed dry\n\n"
    "### P2 – Lock\n{second}\n\n{examples}:\n- lamp dark\n"
)


@pytest.mark.parametrize(
    ("first", "second", "examples"),
    [
        ("**Response time: at once (within 20 minutes)**", "**Response: 3 hours**", "Examples"),
        ("**Reaktionszeit: innerhalb 20 Minuten**", "**Reaktionszeit: 3 Stunden**", "Beispiele"),
        ("**Temps de réponse : 20 minutes**", "**Temps de réponse : 3 heures**", "Exemples"),
    ],
)
def test_a_promise_that_is_bold_to_its_end_above_a_list_of_examples(
    first: str, second: str, examples: str, words: Vocabulary
) -> None:
    page = BOLD_THROUGHOUT.format(first=first, second=second, examples=examples)
    levels = compile_playbook(page, words).severities
    assert [one.response and one.response.seconds for one in levels] == [1200, 10800]
    assert [[text.text for text in one.examples] for one in levels] == [
        ["gate torn", "bed dry"],
        ["lamp dark"],
    ]
    assert [one.definition for one in levels] == [None, None]


def test_a_bold_sentence_promises_nothing_and_names_no_list(words: Vocabulary) -> None:
    page = BOLD_THROUGHOUT.format(
        first="**Mind: 20 minutes of rain**", second="**Wet feet**", examples="The keeper says"
    )
    levels = compile_playbook(page, words).severities
    assert [one.response for one in levels] == [None, None]


@pytest.mark.parametrize(
    ("entries", "called"),
    [
        ("- **Rights escalation**\n- **Forged pass**\n- **Open sluice**", []),
        ("- **Ruf nach Eskalation**\n- **Gefälschter Pass**\n- **Offene Schleuse**", []),
        ("- **Open sluice**\n- **Escalation:**\n- lock keeper", ["lock keeper"]),
        ("- **Open sluice**\n- **Escalation**\n  - lock keeper", ["lock keeper"]),
    ],
)
def test_a_bold_entry_without_a_colon_is_one_of_its_list(
    entries: str, called: list[str], words: Vocabulary
) -> None:
    page = f"# Locks\n\n## Severity\n\n### P1 – River\n\n{entries}\n\n### P2 – Lock\n\n- One lock\n"
    level, _ = compile_playbook(page, words).severities
    assert [one.text for one in level.escalation] == called


def test_examples_in_bold_are_no_labels(words: Vocabulary) -> None:
    said = "### Level 1\n- **Boat lost**\n- **Escalation of prices**\n- **Rope torn** at night\n"
    text = f"# Locks\n\n## Severity levels\n\n{said}\n### Level 2\n- **Lamp out**\n"
    level, _ = compile_playbook(text, words).severities
    told = ["Boat lost", "Escalation of prices", "Rope torn at night"]
    assert ([one.text for one in level.examples], level.escalation) == (told, ())


def test_a_label_in_bold_above_its_list_stays_one(words: Vocabulary) -> None:
    said = "### Level 1\n- **Examples**\n- Boat lost\n- **Escalation**: harbour master\n"
    text = f"# Locks\n\n## Severity levels\n\n{said}\n### Level 2\n- **Examples**\n- Lamp out\n"
    level, _ = compile_playbook(text, words).severities
    assert [one.text for one in level.examples] == ["Boat lost"]
    assert [one.text for one in level.escalation] == ["harbour master"]


CRANES = "Both cranes of the western quay stand still; the harbour master has\n  closed the basin."
KRÄNE = "Beide Kräne am Westkai stehen still. Die Lastwagen stauen sich weit auf der\n  Straße."


@pytest.mark.parametrize(
    ("label", "entry"), [("Concrete examples", f"- {CRANES}"), ("Beispiele", f"- {KRÄNE}")]
)
def test_an_example_that_was_broken_over_lines_is_one(
    label: str, entry: str, words: Vocabulary
) -> None:
    page = (
        f"# Quay\n\n## Severity\n\n### SEV-1 – River\n\nNo boat moves.\n\n{label}:\n{entry}\n"
        f"- Fire.\n\n### SEV-2 – Lock\n\nOne lock.\n\n{label}:\n- Rust.\n"
    )
    level, other = compile_playbook(page, words).severities
    assert [(one.line, one.end_line or one.line) for one in level.examples] == [(10, 11), (12, 12)]
    assert len(other.examples) == 1


@pytest.mark.parametrize(
    "entry",
    ["- Cranes: both stand still\n  Gate: it does not open", "- Both cranes\n- The gate; the lock"],
)
def test_lines_with_a_label_of_their_own_and_other_entries_are_not_joined(
    entry: str, words: Vocabulary
) -> None:
    page = f"# Quay\n\n## Severity\n\n### SEV-1 – River\n\nNo boat moves.\n\nExamples:\n{entry}\n"
    page = f"{page}\n### SEV-2 – Lock\n\nOne lock.\n"
    level, _ = compile_playbook(page, words).severities
    assert len(level.examples) == 2
