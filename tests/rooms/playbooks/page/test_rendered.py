"""What stands in the source of a page and is not seen on it."""

import pytest

from runcard.domain.playbooks.page.rendered import as_seen, heading_as_seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('<a id="roles"></a>Roles', "Roles"),
        ('<a name="roles"/>Roles', "Roles"),
        ("**Wheel:** stands still<br>", "**Wheel:** stands still"),
        ("Shut the gate <br/> <br />", "Shut the gate"),
        ("***Now:*** shut it", "**Now:** shut it"),
        ("Grind &amp; sift in &lt; 15 min", "Grind & sift in < 15 min"),
    ],
)
def test_marks_that_nobody_sees_are_not_read(written: str, seen: str) -> None:
    assert as_seen(written) == seen


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#roles">Roles</a>',
        "Shut it<br>and wait",
        "`a &lt; b`",
        "2***3 and 4",
        "Shut {gate} now {soon}",
        "AT&T",
    ],
)
def test_what_is_seen_stays(text: str) -> None:
    assert heading_as_seen(text) == text


@pytest.mark.parametrize("title", ["Roles {#roles}", "Roles {#our-roles .wide}", "Roles  {.wide}"])
def test_the_name_of_a_place_is_no_part_of_a_title(title: str) -> None:
    assert heading_as_seen(title) == "Roles"
