"""Numbered headings that are kinds of trouble, and no phases."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "1. Close the gate\n2. Tell the keeper\n3. Count the sheep\n"
TOLD = "- Close the gate.\n- Tell the keeper.\n"
ANSWERED = "- The gate is open: close it and count the sheep twice.\n- Gate shut: do nothing.\n"
TABLED = "| Sign | {} |\n|---|---|\n| The gate is open | Close it |\n"
NAMED = "- Sheep\n- Goats\n"


def page(title: str, *heads: str, below: str = STEPS, mark: str = "##") -> str:
    return f"# {title}\n\n" + "".join(f"{mark} {head}\n\n{below}\n" for head in heads)


def read(text: str, words: Vocabulary) -> tuple[list[str], list[tuple[str, str]]]:
    """The titles of the phases; titles and kinds of the runbooks."""
    found = compile_playbook(text, words)
    books = [(one.title, one.kind.value) for one in found.runbooks]
    return [one.title for one in found.phases], books


@pytest.mark.parametrize(
    ("title", "heads"),
    [("Zoo incident response", ("1. Lost or stolen animal", "2. Broken fence", "3. Till failure")),
     ("Zoo incident response", ("1. Ransomware", "2. Theft of an animal", "3. DDoS attack")),
     ("Störungen im Zoo", ("1. Tier verloren", "2. Zaun kaputt", "3. Ausfall der Kasse")),
     ("Réponse aux incidents", ("1) Animal perdu", "2) Panne de la caisse"))],
)  # fmt: skip
@pytest.mark.parametrize("below", [STEPS, TOLD])
def test_numbered_kinds_of_trouble(
    title: str, heads: tuple[str, ...], below: str, words: Vocabulary
) -> None:
    phases, books = read(page(title, *heads, below=below), words)
    assert phases == []
    assert books == [(head[3:], "runbook") for head in heads]


def test_a_repair_and_something_else_among_them_are_ones_too(words: Vocabulary) -> None:
    heads = ("1. Lost animal", "2. Fence rollback", "3. Feeding by hand", "4. Broken fence")
    said = page("Zoo", *heads).replace("## 1.", f"## House rules\n\n{STEPS}\n## 1.")
    phases, books = read(said, words)
    assert phases == []
    kinds = ["runbook", "procedure", "runbook", "runbook"]
    assert books == [(head[3:], kind) for head, kind in zip(heads, kinds, strict=True)]


def test_below_a_process_they_are_no_phases_either(words: Vocabulary) -> None:
    chapter = page("Zoo", "1. Lost animal", "2. Broken fence", mark="###")
    phases, books = read(chapter.replace("# Zoo", "# Zoo\n\n## Response process", 1), words)
    assert phases == []
    assert [title for title, _ in books] == ["Lost animal", "Broken fence"]


@pytest.mark.parametrize(
    "heads",
    [("1. Report the failure", "2. Contain the outage", "3. Restore the fence", "4. Review"),
     ("1. Failure detection", "2. Outage communication", "3. Follow-up"),
     ("1. Close the broken gate", "2. Isolate the lost lamb", "3. Feed the sheep"),
     ("1. Broken fence", "2. Look", "3. Ask the keeper", "4. Learn")],
)  # fmt: skip
def test_a_course_that_speaks_of_a_trouble_stays_one(
    heads: tuple[str, ...], words: Vocabulary
) -> None:
    phases, books = read(page("Zoo incident response", *heads), words)
    assert phases == [head[3:] for head in heads]
    assert books == []


@pytest.mark.parametrize("above", ["Severity levels", "Types of incident", "Drills"])
def test_what_counts_as_which_is_not_worked_off(above: str, words: Vocabulary) -> None:
    said = page("Zoo", "1. Lost animal", "2. Broken fence", below=NAMED, mark="###")
    assert read(said.replace("# Zoo", f"# Zoo\n\n## {above}", 1), words)[1] == []


def test_chapters_that_only_tell_of_troubles(words: Vocabulary) -> None:
    said = page("Zoo", "1. Lost animal", "2. Broken fence", below="It happens.\n")
    assert read(said, words)[1] == []


@pytest.mark.parametrize(
    "below",
    [ANSWERED, *(TABLED.format(head) for head in ("Action", "Maßnahme", "Acción", "Ação", "対応"))],
)
def test_an_answer_to_what_is_found_is_work_too(below: str, words: Vocabulary) -> None:
    heads = ("1. Lost animal", "2. Broken fence", "3. Feed", "4. Till failure")
    phases, books = read(page("Zoo", *heads, below=below), words)
    assert phases == []
    assert books == [(head[3:], "runbook") for head in heads]


@pytest.mark.parametrize(
    "below", ["- RTO: one hour.\n", TABLED.format("Keeper"), "- Gate: where sheep leave the yard\n"]
)
def test_what_only_tells_of_a_trouble_is_none(below: str, words: Vocabulary) -> None:
    assert read(page("Zoo", "1. Lost animal", "2. Broken fence", below=below), words)[1] == []


BELOW = "### {}\n\n```sh\nmillctl stop\n```\n\n"


@pytest.mark.parametrize(
    ("titles", "below", "found"),
    [(("Le moulin tombe", "Le sac explose"), "Couper", 2),
     (("Mill is down", "Gate leak"), "Cut", 2),
     (("Mill is down", "Gate leak"), "Step 1: Cut", 0), (("The mill", "The gate"), "Cut", 0)],
)  # fmt: skip
def test_work_below_headings_of_any_name_is_that_of_the_trouble(
    titles: tuple[str, str], below: str, found: int, words: Vocabulary
) -> None:
    body = "".join(f"## {at}. {one}\n\n{BELOW.format(below)}" for at, one in enumerate(titles, 1))
    book = compile_playbook(f"# When it breaks\n\n{body}## 3. Who rings\n\nAda.\n", words)
    assert len([one for one in book.runbooks if one.title in titles]) == found
    assert not found or book.phases == ()
