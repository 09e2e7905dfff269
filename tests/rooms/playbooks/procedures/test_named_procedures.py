"""Procedures that say by themselves what they are for."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "1. Lower the boom\n2. Lock the winch\n3. Tell the lock keeper\n"


def found(body: str, words: Vocabulary) -> list[tuple[str, str]]:
    books = compile_playbook(f"# Harbour\n\n{body}", words).runbooks
    return [(one.title, one.kind.value) for one in books]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Emergency mooring procedure", "procedure"), ("Sluice restart procedure", "procedure"),
     ("Hull breach protocol", "runbook"), ("Grúa (procedimiento de emergencia)", "procedure")],
)  # fmt: skip
def test_one_for_an_emergency_or_a_restart_is_a_runbook(
    title: str, kind: str, words: Vocabulary
) -> None:
    assert found(f"## The quays\n\nTwo of them.\n\n## {title}\n\n{STEPS}", words) == [(title, kind)]


@pytest.mark.parametrize(
    "body",
    [f"## Berthing procedure\n\n{STEPS}", f"## Escalation procedure\n\n{STEPS}",
     "## Emergency mooring procedure\n\nSee the blue folder.\n"],
)  # fmt: skip
def test_other_procedures_and_those_without_work_are_none(body: str, words: Vocabulary) -> None:
    assert found(body, words) == []


def test_a_protocol_that_begins_with_a_first_aid_answers_a_trouble(words: Vocabulary) -> None:
    body = f"## Minors on board protocol\n\n### Immediate actions\n\n{STEPS}"
    assert found(body, words) == [("Minors on board protocol", "runbook")]


@pytest.mark.parametrize("title", ["How to roll back", "Cómo hacer un rollback", "如何回滚"])
def test_how_a_restore_is_done_is_a_procedure(title: str, words: Vocabulary) -> None:
    body = (
        "# Mill\n\n## When we turn back\n\n| Flour | Do |\n|---|---|\n| wet | turn back |\n\n"
        f"### {title}\n\n```sh\nmillctl undo\n```\n"
    )
    assert [one.title for one in compile_playbook(body, words).runbooks] == [title]


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ('Turn the keys: see "New keys for the mill" below.', True),
        ("Neue Schlüssel: siehe „New keys for the mill“.", True),
        ("Turn the keys of the mill.", False),
    ],
)
def test_a_chapter_to_which_a_step_sends_is_a_procedure(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    body = (
        f"# Mill\n\n## Runbooks\n\n### Theft\n\nSymptoms: a key is gone.\n\n1. Lock.\n2. {step}\n\n"
        "## New keys for the mill\n\n```sh\nmillctl keys --new\n```\n\n## The wheel\n\nIt turns.\n"
    )
    titles = [one.title for one in compile_playbook(body, words).runbooks]
    assert titles == ["Theft", *["New keys for the mill"][: int(is_found)]]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Procedure: the second crane", "procedure"), ("Procédure : la seconde grue", "procedure"),
     ("Verfahren: der zweite Kran", "procedure"), ("Procedimento: a segunda grua", "procedure"),
     ("Procedure: crane is down", "runbook"), ("Crane: procedure of the second", "runbook")],
)  # fmt: skip
def test_a_title_may_begin_with_the_word_for_it(title: str, kind: str, words: Vocabulary) -> None:
    work = "```sh\ncranectl swap\n```\n"
    assert found(f"## Runbooks\n\n### {title}\n\n{work}", words) == [(title, kind)]


@pytest.mark.parametrize("title", ["How to revert a release", "How to restore the tower"])
def test_how_it_is_done_may_stand_further_below(title: str, words: Vocabulary) -> None:
    body = f"## Lamps\n\nTwo of them.\n\n## {title}\n\nOnly at night.\n\n### Fastest way\n\n{STEPS}"
    assert found(body, words) == [(title, "procedure")]
    assert found(body.replace(title, "How to berth a barge"), words) == []
    assert found(body.replace(STEPS, "Ask Ada.\n"), words) == []
