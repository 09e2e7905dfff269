"""A working copy is taken for what runs only where nothing applies it and it is not set back."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "code", "is_found"),
    [
        (["git log --oneline -5"], "RC810", True),
        (["git log --oneline -5", "git checkout HEAD~1 -- zones"], "RC810", False),
        (["helm history zones", "git log --oneline -5"], "RC810", False),
        (["gh release list", "git log --oneline -5"], "RC810", True),
        (["git revert HEAD", "make release"], "RC811", True),
        (["git revert HEAD", "terraform apply"], "RC811", False),
        (["git revert 4be1c90", "git push origin trunk"], "RC811", False),
        (["git revert 4be1c90", "git push", "make release"], "RC811", True),
        (["git revert HEAD", "git push"], "RC811", True),
        (["git log --oneline -5", "git revert HEAD", "git push"], "RC811", False),
        (["git log -3", "git revert --no-edit HEAD", "git push"], "RC811", False),
        (["git log --oneline -5", "git revert HEAD"], "RC811", True),
        (["git revert 4be1c90"], "RC811", True),
        (["git log --oneline -5", "heroku releases"], "RC810", False),
        (["vercel ls", "git log --oneline -5"], "RC810", False),
        (["heroku ps", "git log --oneline -5"], "RC810", True),
        (["quay rollback <gate>", "# Or take it back", "git revert HEAD"], "RC811", False),
        (["helm rollback zones 4", "# Oder den Stand", "git revert HEAD"], "RC811", False),
        (["helm rollback zones 4", "# Then the code", "git revert HEAD"], "RC811", True),
        (["helm history zones", "# Or take it back", "git revert HEAD"], "RC811", True),
    ],
)
def test_the_log_shows_the_working_copy(
    lines: list[str], code: str, is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    text = f"# G\n\n## Roll back a bad deployment\n\nRecent deployments:\n\n```bash\n{body}\n```\n"
    assert (code in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("- Go back with the button, or `git revert` on the public copy", False),
        ("1. Roll back: `git revert`, as the page on releases tells.", False),
        ("- Go back: `git revert 4f2a91c`", True),
        ("```bash\ngit revert HEAD\n```", True),
    ],
)
def test_a_way_back_that_is_only_named_is_not_typed(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Gates\n\n## Way back\n\n{step}\n", words)}
    assert ({"RC717", "RC811"} <= found, bool({"RC717", "RC811"} & found)) == (is_found, is_found)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["git revert HEAD", "git revert -m 1 HEAD"], 1),
        (["git revert HEAD", "```", "", "```bash", "git revert -m 1 HEAD"], 2),
    ],
)
def test_two_forms_of_one_roll_back_are_told_once(
    lines: list[str], count: int, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    found = found_in(f"# Lift\n\n## Rollback\n\n```bash\n{body}\n```\n", words)
    assert sum(one.code == "RC811" for one in found) == count
