"""One line that names what an action has, in the form of the review or on the page."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
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
