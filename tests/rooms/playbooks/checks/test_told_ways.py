"""A chapter, a command or a comment elsewhere says how a step is done."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

ORDER = "# Mill\n\n## Process\n\n1. Preserve the flour samples\n2. Ring the miller\n\n"


@pytest.mark.parametrize(
    ("elsewhere", "is_found"),
    [
        ("## Preservation of samples\n\n- Three bags from the hopper\n", False),
        ("## Afterwork\n\n1. **Bags of the samples**\n   - three bags\n", True),
        ("## Afterwork\n\n1. **Preserving samples**\n   - three bags\n", False),
        ("## Store\n\n```bash\n# preserve samples of today\nmill bag --all\n```\n", False),
        ("## Store\n\n- Preserve samples with `mill bag`\n", False),
        ("## Store\n\n- Samples are for the baker\n", True),
        ("## Preservation of samples\n", True),
    ],
)
def test_the_way_may_stand_in_another_chapter(
    elsewhere: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(ORDER + elsewhere, words)}
    assert ("RC644" in found) is is_found


def test_the_chapter_that_holds_the_order_is_no_way(words: Vocabulary) -> None:
    text = "# Mill\n\n## Preserve the flour samples\n\n1. Preserve the flour samples\n2. Ring\n"
    assert "RC644" in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("order", "command", "is_found"),
    [
        ("Rotate the keys of the mill", "./emergency_key_rotation.sh", False),
        ("Block strange IPs", "# Block an IP of the list\nmill shut 4", False),
        ("Block strange IPs", "# Block a DB of the list\nmill shut 4", True),
        ("Rotate all passwords - keys, too", "./emergency_key_rotation.sh", True),
        ("Roll back the new grinder if it stalls", "kubectl rollout undo deploy/grinder", False),
        ("Rollback if the last change broke it", "git revert HEAD", False),
        ("Rollback if the last change broke it", "git log HEAD", True),
        ("Isolate the new grinder if it stalls", "kubectl rollout undo deploy/grinder", True),
    ],
)
def test_a_command_may_carry_the_order_out_under_another_name(
    order: str, command: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Process\n\n1. {order}\n2. Ring the miller\n\n"
    text += f"## Store\n\n```bash\n{command}\n```\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("order", "label", "command", "is_found"),
    [
        ("Block unknown millers", "Block the door", "./shut_out.sh --miller 4", False),
        ("Block unknown millers", "Look at the door", "./shut_out.sh --miller 4", True),
        ("Block unknown carters", "Block the door", "./shut_out.sh --miller 4", True),
        ("Revoke the millers' credentials", "Door", "./revoke_mill_access.sh", False),
        ("Revoke the millers' prizes", "Door", "./revoke_mill_access.sh", True),
    ],
)
def test_the_words_above_a_command_and_the_command_are_one_way(
    order: str, label: str, command: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Process\n\n1. {order}\n2. Ring the boss\n\n"
    text += f"## Store\n\n1. **{label}**\n\n   ```bash\n   {command}\n   ```\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("order", "is_found"),
    [
        ("Export the sack ledger from Tools → Ledgers", False),
        ("Reset the miller's badge under **Yard** > **Badges**", False),
        ("Die Waage sperren unter Hof -> Geräte", False),
        ("Export the sack ledger from the tools", True),
        ("Fail over Mill North → Mill South", True),
    ],
)
def test_a_way_through_a_menu_says_where_it_is_done(
    order: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Process\n\n1. {order}\n2. Ring the miller\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("order", "is_found"), [("Export the ledger", False), ("Export scales", True)]
)
def test_a_menu_told_once_is_known_from_then_on(
    order: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Mill\n\n## First steps\n\n1. Export the sack ledger from Tools -> Ledgers\n2. Ring\n\n"
    )
    text += f"## Flood\n\n1. {order} before the water comes\n2. Ring the miller\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("See [Rolling back the mill](back.md).", False),
        ("Siehe [Rollback der Mühle](zurueck.md).", False),
        ("See the page on rolling back.", True),
        ("See [the mill](mill.md) for a rollback.", True),
    ],
)
def test_a_link_named_for_going_back_tells_how(
    told: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Mill\n\n## Stones stand still\n\n1. Rollback the gears\n2. Ring\n\n## More\n\n{told}\n"
    )
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chapter", "row", "is_found"),
    [
        ("Secret rotation", "| `TIDE_KEY` | make a new one, start the pumps |", False),
        ("How we rotate", "| TIDE_KEY (pumps) | by the harbour desk |", False),
        ("Secret rotation", "| `DOCK_KEY` | make a new one, start the pumps |", True),
        ("Secret rotation", "| `TIDE_KEY` | – |", True),
        ("Secrets", "| `TIDE_KEY` | opens the pumps |", True),
    ],
)
def test_the_row_of_a_secret_may_say_how_it_is_made_anew(
    chapter: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    table = f"| Secret | How |\n|---|---|\n{row}\n"
    text = f"# Dock\n\n## Process\n\n1. Rotate TIDE_KEY\n2. Ring\n\n## {chapter}\n\n{table}"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        ("## Rollback\n\n1. Find the last good mix\n2. Fill it in\n3. Mill one bag\n", False),
        ("## Zurückrollen\n\n1. Mischung suchen\n2. Einfüllen\n3. Einen Sack mahlen\n", False),
        ("## Rollback\n\n- Ask the miller\n", True),
        ("## Mixing\n\n1. Find the last good mix\n2. Fill it in\n3. Mill one bag\n", True),
    ],
)
def test_a_chapter_in_steps_says_how_to_go_back(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Containment\n\n- roll back to what was milled before\n\n{chapter}"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Restore the winch (docs/WINCHES.md)", False),
        ("Die Winde zurücksetzen, wie in winden.pdf", False),
        ("Preserve the rope – do not cut it", False),
        ("Restore the winch (port side)", True),
        ("Preserve the rope – for the owner", True),
    ],
)
def test_a_paper_or_what_is_not_to_be_done_says_how(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ferry\n\n## Process\n\n1. {step}\n2. Ring the mate\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("elsewhere", "is_found"),
    [
        ("**Rollback, if need be:**\n\n```bash\nwinchctl start --release 7\n```", False),
        ("**Zurückrollen:**\n\n```bash\nwinchctl start --release 7\n```", False),
        ("Reference: [winch-restore.md](docs/winch-restore.md)", True),
        ("**Rollback, if need be:**\n\nAsk the mate.", True),
    ],
)
def test_a_label_over_commands_says_how_a_roll_back_is_done(
    elsewhere: str, is_found: bool, words: Vocabulary
) -> None:
    steps = "## Process\n\n- Roll back the newest winch program\n- Ring the mate\n"
    text = f"# Ferry\n\n{steps}\n## Winch\n\n{elsewhere}\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ("[winch-restore.md](docs/winch-restore.md)", False),
        ("[restore-ropes.pdf](restore-ropes.pdf)", False),
        ("[winch-list.md](docs/winch-list.md)", True),
        ("[The restored winch](docs/winch.html)", True),
    ],
)
def test_a_paper_whose_name_is_the_act_says_how(
    link: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ferry\n\n## Process\n\n- Restore the rope\n- Ring the mate\n\n## More\n\n{link}\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found
