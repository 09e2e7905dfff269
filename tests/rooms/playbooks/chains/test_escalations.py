"""Chains are read from lists, tables, sentences and drawings, with their conditions and waits."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


def read(text: str, words: Vocabulary) -> list[list[tuple[str, str | None, int | None]]]:
    chains = chains_of(outline(text), words)
    return [
        [(step.who, step.condition, step.after.seconds if step.after else None) for step in c.steps]
        for c in chains
    ]


def test_a_window_begins_at_its_lower_bound(words: Vocabulary) -> None:
    text = "## Escalation\n\n| Tier | Who | Time |\n|---|---|---|\n| 1 | Bosun | 0-10 min |\n"
    assert read(text + "| 2 | Captain | 10-30 min |\n", words) == [
        [("Bosun", "0-10 min", None), ("Captain", "10-30 min", 600)]
    ]


def test_a_column_of_times_is_the_wait_whatever_its_head_says(words: Vocabulary) -> None:
    text = "## Escalation\n\n| Step | Person | Silence allowed |\n|---|---|---|\n"
    rows = "| 1 | Bosun | 5 minutes |\n| 2 | Mate | 10 minutes |\n| 3 | Captain | – |\n"
    assert read(text + rows, words) == [
        [("Bosun", "5 minutes", 300), ("Mate", "10 minutes", 600), ("Captain", None, None)]
    ]


def test_a_drawing_is_read_along_its_arrows(words: Vocabulary) -> None:
    text = "## Escalation\n\n```\nBosun --(5 min)--> Mate\n  |\n  | (1 h)\n  v\nCaptain\n```\n"
    assert read(text, words) == [
        [("Bosun", None, None), ("Mate", "5 min", 300), ("Captain", "1 h", 3600)]
    ]


def test_escalation_inside_a_runbook_is_no_chain_of_people(words: Vocabulary) -> None:
    text = "## Runbooks\n\n### Leak\n\n#### Escalation\n\n1. Pump harder\n2. Call a tug\n"
    assert read(text, words) == []


def test_a_heading_may_be_a_rung(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n### Level 1: Bosun\n\n- keeps the watch\n- rings the bell\n\n"
        "### Level 2: Mate (after 20 min)\n\n- takes the helm\n"
    )
    assert read(text, words) == [[("Bosun", None, None), ("Mate", "after 20 min", 1200)]]


def test_arrows_in_a_sentence_whatever_its_label_says(words: Vocabulary) -> None:
    said = [("Bosun", None, None), ("Mate", None, None), ("Captain", "after 20 min", 1200)]
    for text in (
        "Order: Bosun → Mate → Captain (after 20 min).",
        "Reihenfolge: Bosun → Mate → Captain after 20 min",
        "1. Bosun → 2. Mate → 3. Captain (after 20 min)",
        "Escalation path: Bosun > Mate > Captain (after 20 min)",
    ):
        assert read(f"## Escalation\n\n{text}\n", words) == [said]


def test_a_line_of_arrows_may_be_for_one_level(words: Vocabulary) -> None:
    text = "## Escalation\n\nSEV1: Bosun → Mate (5 min) → Owner\nSEV2: Bosun → Mate → Captain\n"
    assert [chain.keys for chain in chains_of(outline(text), words)] == [("SEV1",), ("SEV2",)]


def test_arrows_may_point_down_between_the_lines(words: Vocabulary) -> None:
    text = "## Escalation\n\nBosun\n ↓ 15 min\nMate\n ↓ 30 min\nCaptain\n"
    assert read(text, words) == [
        [("Bosun", None, None), ("Mate", "15 min", 900), ("Captain", "30 min", 1800)]
    ]


def test_a_procedure_of_escalation_is_no_runbook(words: Vocabulary) -> None:
    text = "## Escalation Procedure\n\n1. Bosun\n2. Mate, after 20 min\n"
    assert read(text, words) == [[("Bosun", None, None), ("Mate", "after 20 min", 1200)]]


def test_entries_that_are_chains_are_no_rungs(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n- **Technical escalation**: Bosun → Mate → Captain\n"
        "- **Management escalation**: owner (30 min) → bank (2 h)\n"
    )
    assert read(text, words) == [
        [("Bosun", None, None), ("Mate", None, None), ("Captain", None, None)],
        [("owner", "30 min", 1800), ("bank", "2 h", 7200)],
    ]


def test_tasks_before_an_escalation_are_no_chain(words: Vocabulary) -> None:
    text = "## Escalation\n\nBefore you call:\n\n1. Check the pumps\n2. Restart the engine\n"
    assert read(text, words) == []


def test_a_step_of_the_procedure_for_all_incidents_may_be_the_escalation(words: Vocabulary) -> None:
    page = (
        "# Ship\n\n## Procedure\n\n### 1. Report\n\n1. Ring the bell\n\n"
        "### 2. Escalation\n\n- Bosun (9 minutes)\n- Captain (1 hour)\n"
    )
    (chain,) = chains_of(outline(page), words)
    assert [one.who for one in chain.steps] == ["Bosun", "Captain"]


def test_a_part_below_a_label_is_read_beside_other_sentences(words: Vocabulary) -> None:
    text = (
        "# Ship\n\n## Bells and on-call\n\nThe bell rings the bosun, after 5 minutes the mate.\n\n"
        "Escalation of a P1:\n\n- after 30 min: captain\n- after 2 h: owner\n"
    )
    found = chains_of(outline(text), words)
    assert [[step.who for step in chain.steps] for chain in found] == [
        ["bosun", "mate"],
        ["captain", "owner"],
    ]
    assert found[1].line == 7


def test_what_two_readings_find_alike_is_told_once(words: Vocabulary) -> None:
    text = (
        "## Getting help\n\nIf you cannot fix it in 30 minutes, call the mate. If she does not "
        "pick up in 10 minutes, call the owner.\n"
    )
    assert [[who for who, _, _ in one] for one in read(text, words)] == [["mate", "owner"]]
    levels = "## Escalation\n\n| After | P1 | P2 |\n|---|---|---|\n| 5 min | Bo | Bo |\n"
    assert len(read(f"{levels}| 9 min | Ada | Ada |\n", words)) == 2


def test_a_matrix_may_stand_below_when_to_call(words: Vocabulary) -> None:
    table = "| Elapsed | P1 | P2 |\n|---|---|---|\n| 5 min | Bo | Bo |\n| 9 min | Ada | – |\n"
    rows = "| 60 min | Cy | Ada |\n"
    found = read(f"## When to call whom\n\n{table}{rows}", words)
    assert [[who for who, _, _ in one] for one in found] == [["Bo", "Ada", "Cy"], ["Bo", "Ada"]]


def test_channels_are_nobody_who_is_called(words: Vocabulary) -> None:
    listed = "- `#mill-alarm`: what rings\n- `#mill-talk`: all else\n- `#mill-log`: what was done\n"
    text = f"# Mill\n\n## Escalation\n\n### Channels\n\n{listed}"
    assert chains_of(outline(text), words) == ()


@pytest.mark.parametrize(("title", "count"), [("Contacts", 0), ("Kontakte", 0), ("Order", 1)])
def test_a_directory_in_a_chapter_on_escalation_is_no_chain(
    title: str, count: int, words: Vocabulary
) -> None:
    table = "| Who | How | When |\n|---|---|---|\n| Bosun | 4711 | leak |\n| Mate | 4712 | fire |\n"
    text = f"# Ferry\n\n## Contacts and escalation\n\n### {title}\n\n{table}"
    assert len(chains_of(outline(text), words)) == count


def test_escalation_below_the_procedures_of_those_on_call_is_no_runbook(words: Vocabulary) -> None:
    text = "## On-call procedures\n\n### Escalation policy\n\n1. Weigher\n2. Harbour master\n"
    assert read(text, words) == [[("Weigher", None, None), ("Harbour master", None, None)]]
    assert read(text.replace("On-call", "Repair"), words) == []


def test_a_story_of_calls_above_the_cases_is_a_chain_beside_them(words: Vocabulary) -> None:
    page = compile_playbook(
        "# Cais\n\n## Chamar mais gente\n\nO alerta toca no celular do piloto. Se ao fim de 10 "
        "minutos ninguém confirmar, o sino chama o contramestre. Uma falha que dure mais de 1 hora "
        "sobe ao Capitão e, às 2 horas, tudo para.\n\nNão se espera quando:\n\n"
        "- há água no porão;\n- o mastro caiu.\n",
        words,
    )
    [chain] = page.chains
    assert [step.who for step in chain.steps] == ["piloto", "contramestre", "Capitão"]
    assert [one.text for one in page.triggers] == ["há água no porão;", "o mastro caiu."]


@pytest.mark.parametrize("title", ["Contact tree", "Kontakte", "Contacts d'urgence", "連絡先"])
def test_a_picture_of_names_below_contacts_is_a_chain(title: str, words: Vocabulary) -> None:
    picture = "```\nFerryman\n   ↓\nHarbour master (within 20 min)\n   ↓\nMayor\n```\n"
    text = f"# Ferry\n\n## Crew\n\n### {title}\n\n{picture}"
    [chain] = chains_of(outline(text), words)
    assert (chain.line, chain.ordered) == (5, False)
    assert [one.who for one in chain.steps] == ["Ferryman", "Harbour master", "Mayor"]


@pytest.mark.parametrize(
    "below",
    ["```\nFerryman   4711\nMayor   4712\n```\n",
     "- Ferryman: 4711\n- Mayor: 4712\n\n```\nrope\n ↓\nquay\n ↓\nlamp\n```\n"],
)  # fmt: skip
def test_a_list_of_contacts_without_arrows_is_none(below: str, words: Vocabulary) -> None:
    assert chains_of(outline(f"# Ferry\n\n## Contacts\n\n{below}"), words) == ()


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("When to escalate", "| Condition | Escalate to | Time limit |"),
        ("Eskalationskriterien", "| Bedingung | Eskalation an | Frist |"),
        ("エスカレーション基準", "| 条件 | エスカレーション先 | 期限 |"),
    ],
)
def test_a_table_below_the_criteria_may_tell_whom(
    title: str, heads: str, words: Vocabulary
) -> None:
    rows = "| the wheel stands | Miller | at once |\n| the belt slips | Owner | 1 h |\n"
    found = read(f"## {title}\n\n{heads}\n|---|---|---|\n{rows}", words)
    assert found == [[("Miller", "the wheel stands", 0), ("Owner", "the belt slips", 3600)]]


@pytest.mark.parametrize("heads", ["| Condition | Action | Note |", "| Condition | Who | Note |"])
def test_a_table_of_criteria_alone_tells_nobody(heads: str, words: Vocabulary) -> None:
    rows = "| the wheel stands | stop it | - |\n| the belt slips | mend it | - |\n"
    assert read(f"## When to escalate\n\n{heads}\n|---|---|---|\n{rows}", words) == []


def test_a_story_below_a_heading_about_escalation_is_the_heading_s(words: Vocabulary) -> None:
    text = (
        "## Escalade\n\nSans réponse au bout de 9 minutes, la cloche appelle le second.\n"
        "Au bout de 30 minutes, le second appelle le patron.\n"
    )
    (chain,) = chains_of(outline(text), words)
    assert chain.line == 1
