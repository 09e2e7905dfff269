"""Front doors of consoles, and the desks of vendors behind them."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("address", "is_found"),
    [
        ("https://console.aws.amazon.com/", False),
        ("https://console.aws.amazon.com/cloudwatch", True),
        ("https://eu-west-1.console.aws.amazon.com/cloudwatch", True),
        ("https://portal.azure.com", False),
        ("https://console.aws.amazon.com/support", False),
        ("https://console.weirbase.example/", False),
        ("https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logs", False),
    ],
)
def test_the_desk_of_a_vendor_has_no_region(
    address: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\nSee {address} for it.\n", words)}
    assert ("RC032" in codes) is is_found


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("Follow `\\\\files\\ops\\restore_v2.docx`.", True),
        ("Gemäß `\\\\srv\\plan.pdf` vorgehen.", True),
        ("The share `\\\\files\\ops` is full.", False),
    ],
)
def test_a_file_on_a_drive_is_no_link(says: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n{says}\n", words)}
    assert ("RC033" in codes) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("# Open the bridge\nxdg-open https://meet.example/gates", False),
        ("# Open the bridge\nmeetctl new", True),
        ("Pilot: [NAME], bridge: [LINK]", False),
        ("Open the bridge\nTell https://gates.example", True),
    ],
)
def test_the_address_may_stand_below_its_comment(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## War room setup\n\n```bash\n{lines}\n```\n"
    assert ("RC034" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("says", "below", "is_found"),
    [
        ("Follow the disaster recovery plan:", "It is [in the cabin](CABIN.md).", False),
        ("Siehe Notfallhandbuch:", "[Kajüte](KAJUETE.md)", False),
        ("Follow the disaster recovery plan:", "It is in the cabin.", True),
        ("Follow the disaster recovery plan.", "The tides are [here](TIDES.md).", True),
    ],
)
def test_behind_a_colon_the_link_is_on_the_next_line(
    says: str, below: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n**{says}**\n\n{below}\n", words)}
    assert ("RC033" in codes) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [("**For the passengers:**", False), ("**Public notice**", False), ("**Set up:**", True)],
)
def test_nobody_outside_is_sent_into_our_room(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ferry\n\n## War room\n\n{label}\n\n```\nThe bridge is shut.\n```\n"
    assert ("RC034" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("Chat: Mattermost or similar", True),
        ('The panel shows "hoist: fault 4" or similar', False),
        ("Die Tafel zeigt „Winde: Fehler 4“ oder ähnlich", False),
        ('Log "everything": Mattermost or similar', True),
        ("Shorten it: `TIDE_LIMIT` or similar", False),
        ("Kürzen: `is_tide()` oder ähnlich", False),
        ("Shorten `TIDE_LIMIT`: Mattermost or similar", True),
    ],
)
def test_what_a_program_says_is_no_tool(says: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n- {says}\n", words)}
    assert ("RC036" in codes) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Give the recipe its former public status and publish the list.", False),
        ("Publish every change of the oven as a public status.", True),
    ],
)
def test_what_others_see_of_a_thing_is_no_status_page(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC031" in {one.code for one in found_in(f"# Ovens\n\n{said}\n", words)}) is is_found


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("Look at the tide: open https://tide.example or equivalent", False),
        ("Pegel: https://pegel.example oder ähnlich", False),
        ("Look at the tide: the tide page or equivalent", True),
        ("Pegel: die Pegelseite oder ähnlich", True),
    ],
)
def test_a_page_with_its_address_is_chosen(says: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n- {says}\n", words)}
    assert ("RC036" in codes) is is_found
