"""An empty table of actions is a form; a filled one is not."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import ActionForm
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
