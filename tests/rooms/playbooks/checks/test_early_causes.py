"""The cause in a closing message is too soon where only the review is to find it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

CLOSING = "## Templates\n\n### All clear\n\n```\nSubject: open\nCause: [cause]\n```\n\n"
REVIEW = "## Post-mortem\n\nDue within 3 business days after closing.\n\n"


@pytest.mark.parametrize(
    ("phase", "step", "is_found"),
    [
        ("Repair", "Find and remove the root cause", False),
        ("Behebung", "Grundursache finden, Behebung prüfen", False),
        ("Repair", "Look for the root cause", True),
        ("Repair", "Remove the boat from the gate", True),
    ],
)
def test_a_phase_that_removes_the_cause_knows_it(
    phase: str, step: str, is_found: bool, words: Vocabulary
) -> None:
    process = (
        f"## Response process\n\n### Phase 1: Detect\n\n1. Look at the gate\n\n"
        f"### Phase 2: {phase}\n\n1. {step}\n2. Open the gate\n\n"
        "### Phase 3: Recover\n\n1. Let the boats in\n\n"
    )
    found = found_in(f"# Gates\n\n{process}{CLOSING}{REVIEW}", words)
    assert ("RC508" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The root cause has been identified and fixed.", False),
        ("Die Ursache ist bekannt und behoben.", False),
        ("Root cause: [cause]", True),
        ("The root cause was a worn bolt.", True),
    ],
)
def test_that_it_is_known_is_not_the_cause(line: str, is_found: bool, words: Vocabulary) -> None:
    message = f"## Templates\n\n### All clear\n\n```\nSubject: open\n{line}\n```\n\n"
    found = {one.code for one in found_in(f"# Gates\n\n{message}{REVIEW}", words)}
    assert ("RC508" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("We are sorry for any trouble this may cause.", False),
        ("Nous regrettons la gêne que cela cause.", False),
        ("The cause is [cause].", True),
        ("The flood was caused by a worn bolt.", True),
    ],
)
def test_what_an_incident_may_cause_is_not_its_cause(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    message = f"## Templates\n\n### All clear\n\n```\nSubject: open\n{line}\n```\n\n"
    found = {one.code for one in found_in(f"# Gates\n\n{message}{REVIEW}", words)}
    assert ("RC508" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("We'll send you the root cause of the flood within 4 days.", False),
        ("Die Ursache teilen wir Ihnen nach der Prüfung mit.", False),
        ("Publicaremos la causa raíz en cinco días.", False),
        ("Nous vous communiquerons la cause sous huit jours.", False),
        ("原因については追ってお知らせします。", False),
        ("The root cause was a bolt that we will replace.", True),
        ("Cause: [what failed]", True),
    ],
)
def test_a_cause_that_is_promised_is_not_stated(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    message = f"## Templates\n\n### All clear\n\n```\nSubject: open\n{line}\n```\n\n"
    found = {one.code for one in found_in(f"# Gates\n\n{message}{REVIEW}", words)}
    assert ("RC508" in found) is is_found
