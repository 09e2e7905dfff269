"""Who does what may be told below names, part by part, or by one who does it all."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PLAN = (
    "# Vineyard\n\n{head}\n\n## Severity levels\n\n| Level | Definition | Response time |\n"
    "|---|---|---|\n| P1 | press stopped | 5 min |\n| P2 | pump slow | 1 h |\n\n"
    "## Escalation\n\n1. Cellar hand\n{duty}2. Cellar master (after 5 min)\n{duty}\n"
    "## Contacts\n\n| Post | Name | Phone |\n|---|---|---|\n"
    "| Cellar hand | {first} | 01632 960140 |\n| Cellar master | Ugo Prati | 01632 960141 |\n\n"
    "## Press\n\n{one}\n\n## Pump\n\n{two}\n"
)
PLAIN = {"head": "", "duty": "", "first": "Ada Moor", "one": "", "two": ""}


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ({}, True),
        ({"duty": "   - tells the growers\n"}, False),
        ({"first": "Ugo Prati"}, False),
        ({"head": "The vineyard is run by a solo founder."}, False),
        ({"head": "Das Weingut ist ein Einpersonenbetrieb."}, False),
        ({"head": "- **This season (solo).** Ugo prunes, presses and writes."}, False),
        ({"head": "- **This season (solo violin at six).** Ugo presses."}, True),
        ({"head": "La bodega la lleva un solo operador."}, False),
        ({"one": "**Responsible:** cellar hand", "two": "**Responsible:** cellar master"}, False),
        ({"one": "**Responsável:** adega", "two": "**Responsável:** enólogo"}, False),
        ({"one": "**Responsible:** [name]", "two": "**Responsible:** ____"}, True),
        ({"two": "### RACI matrix\n\nSee the board."}, False),
    ],
)
def test_parts_of_the_work_have_somebody(
    told: dict[str, str], is_found: bool, words: Vocabulary
) -> None:
    text = PLAN.format(**(PLAIN | told))
    assert ("RC311" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("## Notes\n\nAsk the scribe.\n", True),
        ("## Rota\n\n| Part | Who |\n|---|---|\n| Scribe | last week's hand |\n", False),
    ],
)
def test_a_row_of_duty_defines_a_role(place: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{PLAN.format(**PLAIN)}\n## Steps\n\nThe scribe writes it down.\n\n{place}"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found


ALONE = (
    "# Vineyard\n\n{}\n\n## Severity levels\n\n| Level | Definition | Response time |\n"
    "|---|---|---|\n| P1 | press stopped | 5 min |\n| P2 | pump slow | 1 h |\n\n## Phases\n\n"
    "### Phase 1: Stop the press\n\n- [ ] Pull the lever\n\n"
    "### Phase 2: Clean it\n\n- [ ] Rinse\n\n"
    "## Messages\n\n### Initial notice\n\n```\n[TIME] We look into [WHAT]\n```\n"
)


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("The press is old.", True),
        ("This is a one-person operation.", False),
        ("Das Weingut wird von einer Person betrieben.", False),
    ],
)
def test_one_alone_has_nobody_to_call(head: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(ALONE.format(head), words)}
    asked = codes & {"RC301", "RC311", "RC401", "RC504"}
    assert asked == ({"RC301", "RC311", "RC401", "RC504"} if is_found else set())


@pytest.mark.parametrize(
    ("post", "is_told"),
    [
        ("[cellar engineer]", True),
        ("whoever is on call", True),
        ("[Leiterin der Kelter]", True),
        ("[name]", False),
        ("[name of the cellar engineer]", False),
        ("@cellar-engineer", False),
        ("", False),
    ],
)
def test_an_entry_with_a_post_says_who_takes_the_part(
    post: str, is_told: bool, words: Vocabulary
) -> None:
    given = f"```bash\n# Give out the parts\n- Scribe: {post}\n- Incident Lead: {post}\n```\n"
    codes = {one.code for one in found_in(f"{PLAN.format(**PLAIN)}\n## Start\n\n{given}", words)}
    assert bool(codes & {"RC311", "RC313"}) is not is_told


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("writes down every turn of the press", False),
        ("Keeps the growers waiting no longer", False),
        ("führt das Kellerbuch weiter", False),
        ("Ada Moor", True),
        ("[whoever is free]", True),
        ("to be confirmed", True),
        ("who was it?", True),
    ],
)
def test_an_entry_with_a_duty_defines_the_role_in_a_fence_too(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    listed = f"```bash\n# Give out the parts\n- Scribe: {value}\n- Comms Lead: {value}\n```\n"
    codes = {one.code for one in found_in(f"{PLAN.format(**PLAIN)}\n## Press\n\n{listed}", words)}
    assert {"RC313", "RC311"} & codes == ({"RC313", "RC311"} if is_found else set())


DUTIES = "## On-call\n\n**Responsibilities:**\n- Answer the bell\n- Call the master\n"
CHANNELS = "## Communication\n\n| Way | Who |\n|---|---|\n| Board | {} |\n| Growers | master |\n"


@pytest.mark.parametrize(
    ("one", "two", "is_found"),
    [
        (DUTIES, CHANNELS.format("hand on call"), False),
        (DUTIES, "", True),
        ("", CHANNELS.format("hand on call"), True),
        (DUTIES, CHANNELS.format("[name]"), True),
    ],
)
def test_duties_of_the_shift_and_whoever_writes_are_roles(
    one: str, two: str, is_found: bool, words: Vocabulary
) -> None:
    text = PLAN.format(**(PLAIN | {"one": f"Shut it.\n\n{one}", "two": f"Stop it.\n\n{two}"}))
    assert ("RC311" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("1. **Name a scribe** (mostly the on-call cook)", False),
        ("| Who | Takes |\n|---|---|\n| **First on call** | the calls, scribe |", False),
        ("1. **Name a scribe** (by the blue phone)", True),
        ("| Who | Takes |\n|---|---|\n| **First on call** | rings the scribe |", True),
    ],
)
def test_whoever_is_on_call_may_take_a_part(step: str, is_found: bool, words: Vocabulary) -> None:
    found = found_in(f"# Kitchen\n\n## Steps\n\n{step}\n\nThen ask the scribe.\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("called", "told", "is_found"),
    [
        ("Head cook, Tech Lead", "", False),
        ("Tech Lead", "Ring the tech lead.", False),
        ("Head cook", "Ring the tech lead.", True),
        ("Head cook, Incident Lead", "", True),
    ],
)
def test_a_post_that_a_level_calls_is_no_part_to_define(
    called: str, told: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Kitchen\n\n## Severity levels\n\n| Level | Definition | Response time | Escalate to |\n"
        f"|---|---|---|---|\n| P1 | cold | 5 min | {called} |\n| P2 | slow | 1 h | Cook |\n\n"
        f"## Steps\n\n1. Look\n2. {told}\n"
    )
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("No deputy is named until somebody has agreed to it.", False),
        ("Es gibt bewusst keine Vertretung.", False),
        ("No deputy is named. Doors are shut on purpose.", True),
        ("The deputy is named on purpose.", True),
    ],
)
def test_that_nobody_stands_in_may_be_meant(said: str, is_found: bool, words: Vocabulary) -> None:
    levels = "- **S1**: all piers\n- **S2**: one pier\n"
    text = f"# Quay\n\n{said}\n\n## Severity levels\n\n{levels}"
    assert ("RC301" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The owners of an escalation stand in a private runbook.", False),
        ("The quay is run by one owner, and this page is cut to that.", False),
        ("The charts stand in a private runbook.", True),
        ("The quay is run by the town.", True),
    ],
)
def test_a_chain_kept_elsewhere_or_of_one_person_is_not_missing(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "| Level | Definition |\n|---|---|\n| P1 | sunk |\n| P2 | slow |\n"
    text = f"# Quay\n\n{said}\n\n## Severity levels\n\n{levels}"
    assert ("RC301" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The scribe writes down every turn of the press.", False),
        ("- The scribe keeps the cellar book.", False),
        ("Scribe decides nothing and owns the cellar book.", False),
        ("1. The scribe writes down every turn of the press.", True),
        ("- [ ] The scribe keeps the cellar book.", True),
        ("The scribe writes.", True),
        ("Tell the scribe of every turn.", True),
        ("Ask whether the scribe writes.", True),
    ],
)
def test_a_sentence_of_its_own_tells_what_a_part_does(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Vineyard\n\n## When the press stops\n\n{line}\n"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found
