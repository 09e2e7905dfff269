"""The commands of a part with what is said above each of them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def checked(body: str, words: Vocabulary) -> str | None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{body}"
    (book,) = compile_playbook(text, words).runbooks
    return book.verification.text if book.verification else None


@pytest.mark.parametrize(
    ("remarks", "is_found"),
    [(("# Renew the seal of the lid", "# Verify that it holds"), True),
     (("# Replace the coil at the wall", "# Verification"), True),
     (("# Verify that it holds",), False),
     (("# The seal is blue", "# Verify that it holds"), False),
     (("# Renew the seal of the lid", "# The lid in the kitchen"), False)],
)  # fmt: skip
def test_a_look_alone_checks_what_the_remarks_above_it_tell(
    remarks: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    lines = "\n".join((*remarks, "kettlectl status"))
    found = checked(f"**Resolution:**\n\n```sh\n{lines}\n```\n", words)
    assert found == ("kettlectl status" if is_found else None)


@pytest.mark.parametrize(
    ("step", "is_found"),
    [("3. **Verify the taps.** Turn each and see water:", True),
     ("3. **Confirm that it is dry**", True),
     ("3. **Tell the cook.** He verifies nothing:", False),
     ("3. **Find the leak**", False)],
)  # fmt: skip
def test_a_step_of_the_first_aid_may_say_that_it_verifies(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    shut = "1. **Shut the tap.**\n   ```sh\n   kettlectl shut --all\n   ```\n\n"
    body = f"#### Immediate actions\n\n{shut}{step}\n   ```sh\n   tapctl turn --one\n   ```\n"
    assert (checked(body, words) is not None) is is_found


def test_a_step_that_verifies_before_anything_is_done_checks_no_repair(words: Vocabulary) -> None:
    look = "1. **Verify the leak.**\n   ```sh\n   tapctl turn --one\n   ```\n"
    assert checked(f"#### Immediate actions\n\n{look}", words) is None
