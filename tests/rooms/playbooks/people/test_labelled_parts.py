"""A label alone on its line stands in place of a heading."""

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.escalations import chains_of
from runcard.domain.playbooks.people.labelled_parts import parted
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "## Crew\n\nWho sails.\n\n**Escalado**\n\n1. Contramaestre\n"
    "2. Si no contesta en 9 minutos: piloto\n3. Si en 1 hora sigue el agua: armador\n\n"
    "**Comida**\n\n- pan\n"
)


def test_the_part_reaches_to_the_next_label(words: Vocabulary) -> None:
    rest, (part,) = parted(outline(PAGE).sections[-1], words)
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
    assert parted(section, words) == (section, ())
    assert chains_of(outline(PAGE.replace("Crew", "Runbooks")), words) == ()
