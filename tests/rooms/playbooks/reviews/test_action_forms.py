"""One line that names what an action has, in the form of the review or on the page."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("line", "fields"),
    [("- [ ] [Action] - Owner: [Name] - Due: [Date]", ("Action", "Owner", "Due")),
     ("* <action> (owner: <name>, by: <date>)", ("Action", "owner", "by")),
     ("1. {quoi} (responsable : {nom}, échéance : {jour})",
      ("Action", "responsable", "échéance"))],
)  # fmt: skip
def test_below_the_heading_about_actions(
    line: str, fields: tuple[str, ...], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Review\n\n```markdown\n# Report\n\n## Actions\n\n{line}\n```\n"
    found = compile_playbook(text, words).action_form
    assert found is not None
    assert found.fields == fields


def test_a_list_of_the_page_that_is_to_be_filled_in(words: Vocabulary) -> None:
    text = "# Tea\n\n## Review\n\n- [ ] <what>, owner: <who>, due: <when>, ticket: <link>\n"
    found = compile_playbook(text, words).action_form
    assert found is not None
    assert found.fields == ("Action", "owner", "due", "ticket")


def test_a_box_that_is_done_once_is_no_form(words: Vocabulary) -> None:
    text = "# Tea\n\n## Review\n\n- [ ] Report sent, owner: Ada, due: Friday\n"
    assert compile_playbook(text, words).action_form is None


@pytest.mark.parametrize(
    ("heading", "body", "fields"),
    [
        ("Acción correctora", "- Acción: [qué]\n- Responsable: [quién]\n- Plazo: [fecha]\n",
         ("Acción", "Responsable", "Plazo")),
        ("Maßnahmenformular", "**Maßnahme:** <was>  \n**Wer:** <name>  \n**Bis:** <tag>\n",
         ("Maßnahme", "Wer", "Bis")),
        ("Ficha de medida", "- Medida: [qué]\n- Prazo: [data]\n", ("Medida", "Prazo")),
        ("Mesures correctives", "- Mesure corrective : [quoi]\n- Qui : [nom]\n",
         ("Mesure corrective", "Qui")),
        ("Action item", "1. Task: ____\n2. Owner: ____\n3. Size: small / middle / large\n",
         ("Task", "Owner", "Size")),
    ],
)  # fmt: skip
def test_one_field_an_entry(
    heading: str, body: str, fields: tuple[str, ...], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Tea\n\n## Post-mortem\n\n### {heading}\n\n{body}", words)
    assert found.action_form is not None
    assert (found.action_form.line, found.action_form.fields) == (5, fields)


def test_a_list_that_is_filled_in_is_no_form(words: Vocabulary) -> None:
    text = "# Tea\n\n## Post-mortem\n\n### Action\n\n- Action: buy tea\n- Owner: Ada\n"
    assert compile_playbook(text, words).action_form is None


@pytest.mark.parametrize(("summary", "is_form"), [("No tea for an hour.", False), ("[what]", True)])
def test_a_report_that_asks_for_nothing_is_no_form(
    summary: str, is_form: bool, words: Vocabulary
) -> None:
    report = f"# Report\n\n## Summary\n\n{summary}\n\n## Actions\n\n- [ ] Buy leaves (Due: Friday)"
    text = f"# Tea\n\n## Review\n\n```markdown\n{report}\n```\n"
    assert (compile_playbook(text, words).action_form is not None) == is_form


REPORT = "# Tea\n\n## Review\n\n```\n# Report\n\nCause: [why]\n\n{}\n```\n"


def fields(body: str, words: Vocabulary) -> tuple[int, tuple[str, ...]] | None:
    form = compile_playbook(REPORT.format(body), words).action_form
    return None if form is None else (form.line, form.fields)


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("Actions (later):\n1. [what] - Owner: [who] - Due: [day]", ("Action", "Owner", "Due")),
        ("**Maßnahmen:**\n- [was] – Frist: [Tag]", ("Action", "Frist")),
        ("## Actions\n- [ ] Item 1 - Owner - Due date", ("Action", "Owner", "Due date")),
        ("## Acciones\n- [ ] Taza – Responsable – Plazo", ("Action", "Responsable", "Plazo")),
        ("## Actions\n- [ ] Cup 1 - Owner: [who] - Due: [day]", ("Action", "Owner", "Due")),
        ("## Acciones\n1. [ ] Taza – Plazo: [día]", ("Action", "Plazo")),
        ("## Actions\n- [ ] Cup 1 (owner, due date)", ("Action", "owner", "due date")),
        (
            "## Maßnahmen\n- [ ] Tasse (Verantwortlich; Frist)",
            ("Action", "Verantwortlich", "Frist"),
        ),
        ("## Afterwards\n- Owner: [who]\n- Due: [day]\n- Aim: 9 cups", ("Owner", "Due", "Aim")),
    ],
)
def test_a_form_inside_a_report(body: str, asked: tuple[str, ...], words: Vocabulary) -> None:
    assert fields(body, words) == (11, asked)


@pytest.mark.parametrize(
    "body",
    [
        "Story:\n1. [what] - Room: [where] - Cup: [which]",
        "Actions:\n\nStory:\n1. [what] - Room: [where]",
        "## Actions\n- [ ] Buy cups - Ann - Friday",
        "## Actions\n- [ ] Ask the landlord - owner of the house - due to the rain",
        "## Actions\n- [ ] Tell somebody - owner",
        "## Actions\n- [ ] Ask the landlord (owner of the house, due to the rain)",
        "## Actions\n- [ ] Buy cups (Ann, Friday)",
        "## Afterwards\n- Owner: Ann\n- Due: Friday\n- Aim: [number of cups]",
        "## Afterwards\n- Owner: [who]\n- Room: [where]",
    ],
)
def test_what_asks_for_no_action_is_no_form(body: str, words: Vocabulary) -> None:
    assert fields(body, words) is None


def test_what_stands_below_a_title_about_people_is_no_action(words: Vocabulary) -> None:
    body = (
        "# Tea\n\n## Post-mortem template\n\n### Action items\n\n| Action | Owner | Due |\n"
        "|---|---|---|\n| ... | ... | ... |\n\n**{}**\n\n- Cook: [number]\n- Owner: [number]\n"
    )
    for title in ("Telephone numbers:", "Kontakte:", "Contactos:"):
        found = compile_playbook(body.format(title), words).action_form
        assert found is not None
        assert found.fields == ("Action", "Owner", "Due")


@pytest.mark.parametrize(
    "entry",
    ["- [ ] Action: ____ Owner: ____ Due: ____", "- [ ] 改进项：____ 责任人：____ 截止日期：____",
     "- [ ] Maßnahme: ____ Verantwortlich: ____ Frist: ____"],
)  # fmt: skip
def test_a_fence_of_nothing_but_an_entry_is_its_form(entry: str, words: Vocabulary) -> None:
    """A report with the same entry among other lines stays a report."""
    page = f"# Tea\n\n## Post-mortem\n\nWritten so:\n\n```\n{entry}\n```\n"
    made = compile_playbook(page, words)
    assert made.action_form is not None
    kinds = [one.kind for one in made.fences]
    assert kinds == [FenceKind.ACTION_TEMPLATE]
    longer = page.replace(entry, f"# Report\n## What happened\n[text]\n## Actions\n{entry}")
    kinds = [one.kind for one in compile_playbook(longer, words).fences]
    assert FenceKind.ACTION_TEMPLATE not in kinds


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ("1. [what] (P1, due: [day])", ("Action", "due")),
        ("1. [KEG-7] [what] (due: [day])", ("Action", "due")),
        ("1. [KEG-7] New bung for the keg (P1, due: 3 May)", None),
        ("- [ACT-12] New hoops, owner: Wren", None),
    ],
)
def test_the_number_of_a_task_asks_for_nothing(
    entry: str, fields: tuple[str, ...] | None, words: Vocabulary
) -> None:
    fence = f"```\n# Keg\n\n## Timeline\n[hour]\n\n## Root cause\n\n## Action items\n{entry}\n```"
    found = compile_playbook(f"# Inn\n\n## Post-mortem\n\n{fence}\n", words).action_form
    assert (found.fields if found else None) == fields
