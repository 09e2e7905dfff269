"""Fences that are typed are no messages; those that begin with a word like a program are."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ('ssh web1 "sudo touch /srv/banner"', False),
        ("kubectl get pods\nkubectl delete pod web-1", False),
        ("psql -c 'SELECT 1' | tail -1", False),
        ("Service [name] is down.", True),
        ("Host [name] is back. Watch the page.", True),
        ("ssh does not work since [time].\nPlease wait.", True),
    ],
)
def test_typed_lines_are_no_message(fence: str, is_message: bool, words: Vocabulary) -> None:
    page = f"# Pool\n\n## Messages\n\nGuests see a banner:\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


def test_a_list_of_steps_is_no_message(words: Vocabulary) -> None:
    page = "# Pool\n\n## Messages\n\n```\n1. Tell [guest].\n2. Close [door].\n```\n"
    assert compile_playbook(page, words).templates == ()


def test_a_drawing_is_no_message(words: Vocabulary) -> None:
    page = (
        "# Pool\n\n## Communication\n\n```\n┌─ Leak seen\n├─ < 1 hour: [name] calls\n└─ end\n```\n"
    )
    assert compile_playbook(page, words).templates == ()


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ("Water board: https://water.example/state\nPower: [its page of states]", False),
        ("#pool-leak", False),
        ("Update: see https://water.example for [what]\nPool: [name] shut", True),
    ],
)
def test_a_list_of_places_to_look_is_no_message(
    fence: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Pool\n\n## Communication\n\nLook at external pages:\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


@pytest.mark.parametrize(
    ("heading", "fence", "is_message"),
    [
        (
            "Open the incident channel",
            "Chat: #pool-YYYYMMDD-what\nCall: https://pool.example/c",
            False,
        ),
        ("War room announcement", "https://pool.example/[room]", False),
        ("Open the incident channel", "#pool-YYYYMMDD-what: [name] leads, [what] is shut.", True),
        ("Message templates", "Chat: #pool-YYYYMMDD-what\nCall: https://pool.example/c", True),
    ],
)
def test_where_to_meet_is_no_message(
    heading: str, fence: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Pool\n\n## {heading}\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ("[1. Leak] → [2. Gong]\n→ [3. Shut the valve] → [4. Write it up]", False),
        ("[Leak] --> [Gong] --> [Valve]", False),
        ("[old level] → [new level]", True),
        ("[Head]\n[What leaks]\n[Who signs]", True),
        ("[pool] leaks → [valve] is shut → [name] writes", True),
    ],
)
def test_boxes_in_a_row_are_no_message(fence: str, is_message: bool, words: Vocabulary) -> None:
    page = f"# Pool\n\n## Communication\n\n### Course\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ("Leak seen → Valve shut\n  → Guests called to [place]\n  → Over", False),
        ("Alarme → Appeler le maître\n→ Fermer [vanne]\n→ Bilan", False),
        ("The pool is shut.\n→ Please go to [place]\n→ We write again at [time]", True),
        ("Pool → open again at [time]\nSorry, [name]", True),
    ],
)
def test_a_course_of_steps_that_arrows_lead_through_is_no_message(
    fence: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Pool\n\n## Communication\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ("# The room\n/room-open #ovens-cold\n\n# Pin it\nSince: {HH:MM}\nOvens: {which}", True),
        ("/incident open #boats\nLead: [name]\nBoats: [which]", True),
        ("/room-open #ovens-cold\n/room-pin #ovens-cold", False),
        ("ring --tower north #ovens\nSince: {HH:MM}\nOvens: {which}", False),
        ("# Ovens\n# Cold\nSince: {HH:MM}\nOvens: {which}", False),
    ],
)
def test_what_is_pinned_in_a_channel_that_is_opened(
    fence: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Bakery\n\n## First steps\n\n### Classify\n\n```\n{fence}\n```\n"
    assert bool(compile_playbook(page, words).templates) is is_message


@pytest.mark.parametrize(
    ("fence", "is_message"),
    [
        ("curl https://gate.test/shut \\\n  -d '{\"why\": \"<reason>\"}'\n# says: shut", False),
        ("# The north tower\nkubectl delete pod <tower> \\\n    --namespace bells", False),
        ("The gate <name> is shut \\\n  until <time>", True),
        ("Dear <guest>,\n# we are sorry\nThe gate is shut.", True),
    ],
)  # fmt: skip
def test_a_command_may_go_on_below_and_have_remarks_beside_it(
    fence: str, is_message: bool, words: Vocabulary
) -> None:
    page = f"# Castle\n\n## Communication\n\n### Gate\n\n```\n{fence}\n```\n"
    found = compile_playbook(page, words)
    assert bool(found.templates) is is_message
    assert [one.commands for one in found.fences] == [0 if is_message else 1]
