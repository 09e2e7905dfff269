"""An empty table of actions is a form; a filled one only where it shows how to fill it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import ActionForm, FenceKind
from runcard.domain.playbooks.vocabulary import Vocabulary

EMPTY = "| No. | Action | Owner | Due |\n|---|---|---|---|\n| 1 | | | |\n"


def form(body: str, words: Vocabulary) -> ActionForm | None:
    return compile_playbook(f"# Tea\n\n{body}\n", words).action_form


@pytest.mark.parametrize(
    "above",
    ["## Review", "## Afterwards\n\nEvery report ends with actions in this form:",
     "## Follow-up\n\n### Corrective actions"],
)  # fmt: skip
def test_its_heads_are_the_fields(above: str, words: Vocabulary) -> None:
    found = form(f"{above}\n\n{EMPTY}", words)
    assert found is not None
    assert found.fields == ("Action", "Owner", "Due")


def test_it_may_stand_in_the_form_of_the_review(words: Vocabulary) -> None:
    found = form(f"## Review form\n\n```markdown\n# Report\n\n## Actions\n\n{EMPTY}```", words)
    assert found is not None
    assert found.line == 10


def test_what_is_to_be_chosen(words: Vocabulary) -> None:
    table = "| Maßnahme | Stand |\n|---|---|\n| [Text] | offen / in Arbeit / fertig |\n"
    found = form(f"## Nachbereitung\n\n{table}", words)
    assert found is not None
    assert found.choices == (("Stand", ("offen", "in Arbeit", "fertig")),)


def test_actions_of_the_past_are_no_form(words: Vocabulary) -> None:
    table = "| Action | Owner |\n|---|---|\n| Mend the kettle | Ada |\n"
    assert form(f"## Review\n\n{table}", words) is None


TASKS = "| Task | By | Due |\n|---|---|---|\n| Oil the hinges | Bo | 3 May |\n"
SEQUENCE = "| Clock | Action | By |\n|---|---|---|\n| 9:00 | Shut the gate | Bo |\n"


@pytest.mark.parametrize(("filled", "line"), [(TASKS, 10), (SEQUENCE, None)])
def test_in_a_form_rows_that_are_due_are_examples(
    filled: str, line: int | None, words: Vocabulary
) -> None:
    found = form(f"## Review form\n\n```markdown\n# Report\n\n## Work\n\n{filled}```", words)
    assert (found.line if found else None) == line


@pytest.mark.parametrize("heading", ["## Afterwards\n\n### Gate works", "## Follow-up actions"])
def test_a_fence_that_is_only_a_table_is_the_form_of_its_heading(
    heading: str, words: Vocabulary
) -> None:
    text = f"# Gates\n\n{heading}\n\n```markdown\n{TASKS}```\n"
    found = compile_playbook(text, words)
    assert found.action_form is not None
    assert found.action_form.line == heading.count("\n") + 3
    assert [one.kind for one in found.fences] == [FenceKind.ACTION_TEMPLATE]


@pytest.mark.parametrize(
    ("heading", "said"),
    [("## Opening hours", TASKS), ("## Afterwards", f"Copy it:\n{TASKS}"),
     ("## Afterwards", SEQUENCE)],
)  # fmt: skip
def test_other_tables_in_fences_are_none(heading: str, said: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Gates\n\n{heading}\n\n```markdown\n{said}```\n", words)
    assert FenceKind.ACTION_TEMPLATE not in [one.kind for one in found.fences]


@pytest.mark.parametrize("title", ["Actions", "Maßnahmen", "措施"])
def test_below_a_title_about_actions_any_name_is_the_first_field(
    title: str, words: Vocabulary
) -> None:
    table = "| Work | Owner | Deadline |\n|---|---|---|\n| [what] | [who] | [day] |\n"
    found = form(f"## Review form\n\n```\n# Report\n\n## {title}\n\n{table}```", words)
    assert found is not None
    assert found.fields == ("Work", "Owner", "Deadline")
    other = form(f"## Review form\n\n```\n# Report\n\n## Guests\n\n{table}```", words)
    assert other is None
    dayless = table.replace("Deadline", "Cup")
    assert form(f"## Review form\n\n```\n# Report\n\n## {title}\n\n{dayless}```", words) is None


@pytest.mark.parametrize(
    ("head", "field", "choice"),
    [("Kind (mend/prevent/notice)", "Kind", ("mend", "prevent", "notice")),
     ("種別（修理／予防／検知）", "種別", ("修理", "予防", "検知")),
     ("Art (sofort / Saison)", "Art (sofort / Saison)", ()), ("Kind (a few words)", None, ())],
)  # fmt: skip
def test_a_head_may_say_in_brackets_what_is_chosen(
    head: str, field: str | None, choice: tuple[str, ...], words: Vocabulary
) -> None:
    table = f"| Action | Owner | Due | {head} |\n|---|---|---|---|\n"
    found = form(f"## Review form\n\n```markdown\n# Report\n\n## Actions\n\n{table}```", words)
    assert found is not None
    assert found.fields[-1] == (field or head)
    assert found.choices == (((field, choice),) if choice else ())
