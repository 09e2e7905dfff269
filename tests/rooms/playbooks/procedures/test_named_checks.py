"""Names in bold above commands: what says that they check, and what only says so at the end."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.named_checks import is_to_check, names_a_check
from runcard.domain.playbooks.vocabulary import Vocabulary


def page(steps: list[str]) -> str:
    told = "".join(f"{at}. **{name}:**\n   ```bash\n   {command}\n   ```\n\n"
                   for at, (name, command) in enumerate(
                       zip(steps, ("ls /tea", "systemctl restart kettle", "teactl taste"),
                           strict=True), 1))  # fmt: skip
    return f"# Tea\n\n## Runbook: kettle cold\n\n**Symptom:** no steam\n\n{told}"


@pytest.mark.parametrize(
    "steps",
    [["Check the cups", "Heat again", "Check the tea"],
     ["Tassen prüfen", "Neu heizen", "Tee prüfen"],
     ["カップを確認", "温め直す", "お茶を確認"],
     ["检查杯子", "重新加热", "检查茶水"]],
)  # fmt: skip
def test_the_last_step_that_is_named_a_check_is_one(steps: list[str], words: Vocabulary) -> None:
    [book] = compile_playbook(page(steps), words).runbooks
    assert book.verification is not None
    assert book.verification.text == "teactl taste"


@pytest.mark.parametrize(
    "steps", [["Check the cups", "Heat again", "Pour it"], ["Look", "Check the tea", "Heat again"]]
)
def test_a_check_before_the_last_step_is_none(steps: list[str], words: Vocabulary) -> None:
    [book] = compile_playbook(page(steps), words).runbooks
    assert book.verification is None


def test_what_is_said_to_verify(words: Vocabulary) -> None:
    assert is_to_check("**6. Verify the pumps**", words)
    assert not is_to_check("**6. Fill the pumps**", words)
    assert names_a_check("3. **Check the pumps:**", words)
    assert not names_a_check("3. **Paycheck is late:**", words)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Verify that the tea is back to normal", True), ("Verify the kettle recovered", True),
     ("Überprüfen, dass der Tee wieder läuft", True), ("Verify the kettle", False),
     ("Kettle recovered", False)],
)  # fmt: skip
def test_a_check_that_says_it_works_again_needs_no_change_above(
    name: str, is_one: bool, words: Vocabulary
) -> None:
    step = f"1. **Follow the card**\n\n2. **{name}**\n   ```sh\n   teactl taste\n   ```\n"
    body = f"**Symptom:** no tea\n\n**Resolution:**\n\n{step}"
    (book,) = compile_playbook(f"# Tea\n\n## Runbook: no tea\n\n{body}", words).runbooks
    assert (book.verification is not None) is is_one


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("Case A: cold", "Case B: no cup", None), ("Fall 1: kalt", "Fall 2: keine Tasse", None),
     ("Cas A : froid", "Cas B : pas de tasse", None), ("Warm it", "Next", "potctl get cup-4")],
)  # fmt: skip
def test_the_first_look_of_a_case_checks_no_change_of_the_case_before(
    first: str, second: str, found: str | None, words: Vocabulary
) -> None:
    fixes = (
        f"##### {first}\n\n```sh\npotctl restart cup-4\n```\n\n"
        f"##### {second}\n\n```sh\npotctl get cup-4\nteactl pour\n```\n"
    )
    body = f"**Symptoms:** no tea\n\n**Diagnosis:**\n\n1. Look.\n\n#### Resolution\n\n{fixes}"
    (book,) = compile_playbook(f"# Tea\n\n## Runbooks\n\n### No tea\n\n{body}", words).runbooks
    assert (book.verification.text if book.verification else None) == found
