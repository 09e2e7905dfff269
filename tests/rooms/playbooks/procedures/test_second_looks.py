"""A look behind the repair verifies it, by whatever name it was taken before."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.second_looks import looks_behind_repair
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("title", "is_one"),
    [("Check (after the fix)", True), ("Check again", True), ("Prüfung danach", True),
     ("確認（復旧後）", True), ("Verificar de novo", True), ("检查（恢复后）", True),
     ("Tell the cook again", False), ("Danach", False), ("Prüfung (bei Alarm)", False)],
)  # fmt: skip
def test_a_name_may_say_that_it_is_the_second_look(
    title: str, is_one: bool, words: Vocabulary
) -> None:
    assert looks_behind_repair(None, title, words) is is_one


@pytest.mark.parametrize("form", ["### {}", "**{}**", "**{}:**"])
@pytest.mark.parametrize(
    ("looks", "fix", "proof"),
    [("Prüfung", "Behebung", "Prüfung danach"), ("確認", "復旧", "確認（復旧後）"),
     ("Check", "Fix", "Check (after the fix)"), ("Verificar", "Corrigir", "Verificar (depois)")],
)  # fmt: skip
def test_the_part_behind_the_repair_is_its_verification(
    form: str, looks: str, fix: str, proof: str, words: Vocabulary
) -> None:
    work = "\n\n```sh\nkettlectl show\n```\n\n"
    body = work.join(form.format(name) for name in (looks, fix, proof)) + work
    (book,) = compile_playbook(f"# Tea\n\n## Runbook: cold kettle\n\n{body}", words).runbooks
    assert [one.name for one in book.parts][1:] == ["recovery", "verification"]
    (before,) = compile_playbook(
        f"# Tea\n\n## Runbook: cold kettle\n\n{form.format(looks)}{work}", words
    ).runbooks
    assert "verification" not in [one.name for one in before.parts]
