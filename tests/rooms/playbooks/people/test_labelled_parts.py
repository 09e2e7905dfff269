"""A label alone on its line stands in place of a heading."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.labelled_parts import parted
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "## Crew\n\nWho sails.\n\n**Escalado**\n\n1. Contramaestre\n"
    "2. Si no contesta en 9 minutos: piloto\n3. Si en 1 hora sigue el agua: armador\n\n"
    "**Comida**\n\n- pan\n"
)


def test_the_part_reaches_to_the_next_label(words: Vocabulary) -> None:
    rest, (part,) = parted(outline(PAGE).sections[-1], "escalation", words)
    assert (part.title, part.line, len(part.blocks)) == ("Escalado", 5, 3)
    assert [block.line for block in rest.blocks] == [3, 11, 13]


def test_its_list_is_a_chain_at_the_line_of_the_label(words: Vocabulary) -> None:
    (chain,) = chains_of(outline(PAGE), words)
    assert chain.line == 5
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        ("Contramaestre", None),
        ("piloto", 540),
        ("armador", 3600),
    ]


def test_a_colon_serves_as_well(words: Vocabulary) -> None:
    page = PAGE.replace("**Escalado**", "Escalado:")
    assert [chain.line for chain in chains_of(outline(page), words)] == [5]


def test_other_labels_and_runbooks_have_no_parts(words: Vocabulary) -> None:
    section = outline(PAGE.replace("Escalado", "Velas")).sections[-1]
    assert parted(section, "escalation", words) == (section, ())
    assert chains_of(outline(PAGE.replace("Crew", "Runbooks")), words) == ()


def test_a_table_below_the_label_is_such_a_part(words: Vocabulary) -> None:
    table = "| After | Whom |\n|---|---|\n| 0 min | bosun |\n| 12 min | mate |\n"
    text = f"## Watches\n\nTurns of a week.\n\nEscalation of P1:\n\n{table}"
    (chain,) = chains_of(outline(text), words)
    assert (chain.line, [step.who for step in chain.steps]) == (5, ["bosun", "mate"])


def test_entries_nested_below_the_label_are_one_too(words: Vocabulary) -> None:
    text = (
        "## Pager\n\n- Critical alerts only\n- Escalation policy:\n"
        "  1. Bosun (at once)\n  2. Mate (9 minutes)\n"
    )
    (chain,) = chains_of(outline(text), words)
    assert [(one.who, one.line) for one in chain.steps] == [("Bosun", 5), ("Mate", 6)]
    sails = outline("## Pager\n\n- Sails:\n  - jib\n").sections[-1]
    assert parted(sails, "escalation", words)[1] == ()
