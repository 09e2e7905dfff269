"""Where a rhythm stands tells for whom it counts: headings, labels, columns and rows."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import CadencePlace
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Tea\n\n## Severity\n\n- **P1**: no tea\n- **P2**: weak tea\n\n"
Rhythms = list[tuple[int | None, int | None]]


def rhythms(body: str, words: Vocabulary) -> Rhythms:
    """The cadence of each level, and the one for outsiders."""
    levels = compile_playbook(LEVELS + body, words).severities
    pairs = [(level.cadence, level.cadence_external) for level in levels]
    return [(own and own.seconds, other and other.seconds) for own, other in pairs]


BOTH: Rhythms = [(600, 1800), (3600, 7200)]


def test_audiences_in_rows_and_levels_in_columns(words: Vocabulary) -> None:
    table = (
        "| Audience | By | P1 | P2 |\n|---|---|---|---|\n"
        "| Crew | radio | every 10 min | hourly |\n| Guests | board | every 30 min | every 2 h |\n"
        "| Owners | mail | every 4 h | – |\n"
    )
    assert rhythms(f"## Communication\n\n{table}", words) == BOTH


def test_levels_in_rows_and_audiences_in_columns(words: Vocabulary) -> None:
    table = (
        "| Niveau | En interne | Clients |\n|---|---|---|\n| P1 | 10 min | 30 min |\n"
        "| P2 | 1 h | 2 h |\n"
    )
    assert rhythms(f"## Communication\n\n{table}", words) == BOTH


def test_an_audience_and_a_level_in_each_row(words: Vocabulary) -> None:
    table = (
        "| Who | Severity | How often |\n|---|---|---|\n| Guests | P1 | every 30 min |\n"
        "| Staff | P1 | every 10 min |\n| Staff | P2 | hourly |\n| Guests | P2 | every 2 h |\n"
    )
    assert rhythms(f"## Communication\n\n{table}", words) == BOTH


def test_a_list_below_each_label_or_heading(words: Vocabulary) -> None:
    inside, outside = "- P1: every 10 min\n- P2: hourly\n", "- P1: every 30 min\n- P2: every 2 h\n"
    labels = f"**Customers**\n\n{outside}\n**Internal**\n\n{inside}"
    headings = f"### Gäste und Kunden\n\n{outside}\n### Intern\n\n{inside}"
    assert rhythms(f"## Communication\n\n{labels}", words) == BOTH
    assert rhythms(f"## Kommunikation\n\n{headings}", words) == BOTH


def test_a_sentence_for_each_level(words: Vocabulary) -> None:
    text = (
        "P1: every 10 minutes in the bridge, every 30 minutes to guests. "
        "P2: hourly internally, every 2 h on the status page."
    )
    assert rhythms(f"## How often we report\n\n{text}\n", words) == BOTH


def test_a_rhythm_for_outsiders_alone_is_the_rhythm(words: Vocabulary) -> None:
    text = "P1: guests hear every 30 min. P2: guests hear every 2 h."
    assert rhythms(f"## Communication\n\n{text}\n", words) == [(1800, None), (7200, None)]


def test_the_owners_rhythm_drives_no_level(words: Vocabulary) -> None:
    text = "- P1: every 10 min in the bridge\n- The board gets a mail every hour during a P1\n"
    found = compile_playbook(f"{LEVELS}## Communication\n\n{text}", words)
    assert found.severities[0].cadence is not None
    assert found.severities[0].cadence.seconds == 600
    assert [one.place for one in found.cadences][-1] is CadencePlace.LEADERS


def test_what_is_measured_or_reviewed_regularly_is_no_update(words: Vocabulary) -> None:
    metrics = "## Metrics\n\nReport each month: cups served, cups spilt.\n"
    footer = "## Templates\n\n**Review cycle**: quarterly. Next review: April 2026\n"
    assert compile_playbook(LEVELS + metrics + footer, words).cadences == ()


def test_a_report_after_the_incident_is_no_update(words: Vocabulary) -> None:
    head = "# G\n\n## Severity levels\n\n- **P1**: all gates stuck\n- **P2**: some of them\n\n"
    said = "P2 gets a line in the weekly report.\n"
    after = compile_playbook(f"{head}## Post-mortem\n\n{said}", words)
    meanwhile = compile_playbook(f"{head}## Communication\n\n{said}", words)
    assert not after.cadences
    assert [one.every.seconds for one in meanwhile.cadences] == [604800]


LEVELS = "# Oven\n\n## Severity\n\n- **P1**: no bread\n- **P2**: crumbs\n\n"


def told(text: str, words: Vocabulary) -> list[tuple[int | None, tuple[str, ...]]]:
    return [
        (one.every.seconds, one.keys) for one in compile_playbook(LEVELS + text, words).cadences
    ]


def test_the_label_of_a_line_is_the_side_of_all_its_sentences(words: Vocabulary) -> None:
    text = (
        "## Communication\n\nStatus page: the first word within 20 minutes. After that every 15 "
        "minutes for a P1 and hourly for a P2.\n"
    )
    levels = compile_playbook(
        LEVELS.replace("bread\n", "bread. Update every 30 min.\n") + text, words
    )
    assert [one.cadence_external and one.cadence_external.seconds for one in levels.severities] == [
        900, None,
    ]  # fmt: skip


def test_the_next_level_of_a_line_may_have_an_event(words: Vocabulary) -> None:
    text = "## Meanwhile\n\n- P1: update every 20 minutes. P2: when something changes.\n"
    assert told(text, words) == [(1200, ("P1",)), (None, ("P2",))]


def test_a_rhythm_behind_a_semicolon_is_for_its_own_levels(words: Vocabulary) -> None:
    text = (
        "## Communication\n\nTo the shop, once for a P1 or P2; "
        "to customers, every 60 minutes in P1.\n"
    )
    assert told(text, words) == [(3600, ("P1",))]


def test_a_rhythm_amid_reviews_needs_a_level_and_a_day_at_most(words: Vocabulary) -> None:
    text = (
        "## Post-mortem\n\nFor a P1 we send the board an update every 30 minutes. "
        "Updates to the book are weekly.\n"
    )
    assert told(text, words) == [(1800, ("P1",))]


def test_the_first_cell_of_a_row_may_hold_level_and_rhythm(words: Vocabulary) -> None:
    text = (
        "## Communication\n\n| When | To whom |\n|---|---|\n| P1 each 30 minutes | customers |\n"
        "| Closed | all |\n"
    )
    assert told(text, words) == [(1800, ("P1",))]


def told_rhythms(body: str, words: Vocabulary) -> list[tuple[int | None, tuple[str, ...]]]:
    found = compile_playbook(f"# Pool\n\n{body}\n", words).cadences
    return [(one.every.seconds, one.keys) for one in found]


POOL = "## Severity\n\n- **P1**: no water\n- **P2**: cold water\n- **P3**: a lamp\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{POOL}## General procedure\n\n1. Look.\n2. P1 or P2: go. Update every 30 minutes.",
         [(1800, ("P1", "P2"))]),
        (f"{POOL}## Procedure\n\n1. P3: look. Update every 4 hours.", [(14400, ("P3",))]),
        (f"{POOL}## Duty\n\nThe mayor is told within 15 minutes, then every 30.", []),
        (f"{POOL}## First hour\n\nThe mayor is told within 15 minutes, then every 30.",
         [(1800, ())]),
        (f"{POOL}## First hour\n\nThe mayor is told every month.", []),
    ],
)  # fmt: skip
def test_the_label_of_a_step_names_the_levels(
    body: str, expected: list[tuple[int | None, tuple[str, ...]]], words: Vocabulary
) -> None:
    assert told_rhythms(body, words) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Guide of the pool, updated 3 May 2026, to be reviewed every six months",
        "Aktualisiert am 3. Mai 2026, überprüft alle sechs Monate",
    ],
)
def test_how_often_the_page_is_read_again_is_no_update(said: str, words: Vocabulary) -> None:
    assert told_rhythms(f"{said}\n\n{POOL}", words) == []


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ("## Status update (every 9-20 minutes)\n\nTea.\n", [1200]),
        ("## On-call\n\n- [ ] Update status every 9 minutes\n", [540]),
        ("## Texts\n\n> We will update this page within 9 minutes.\n", [540]),
        ("## Texts\n\n> We look at it and will update within 9 minutes.\n", [540]),
        ("## Texte\n\n> Wir suchen. Meldung folgt in 9 Minuten.\n", [540]),
        ("## Texts\n\n> Please update your kettle within 9 minutes.\n", []),
        ("## Upkeep\n\n- **Updates:** keep the kettles updated monthly\n", []),
        ("## Messages\n\n```\nThe crew works on resolution.\n```\n", []),
    ],
)
def test_rhythms_in_headings_duties_and_messages(
    body: str, seconds: list[int], words: Vocabulary
) -> None:
    found = compile_playbook(LEVELS + body, words).cadences
    assert [one.every.seconds for one in found] == seconds


def test_a_heading_of_level_names_in_communication_procedures(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Severity\n\n### Grave (P1)\n\nNo tea.\n\n### High (P2)\n\nWeak tea.\n\n"
        "## Communication procedures\n\n### Grave/High severity\n\n"
        "- **Ongoing:** updates every 2 hours\n"
    )
    found = compile_playbook(text, words).severities
    assert [one.cadence and one.cadence.seconds for one in found] == [7200, 7200]


def test_levels_in_brackets_with_what_they_are_levels_of(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Severity\n\n- **Critical**: no tea\n- **High**: cold\n- **Low**: weak\n\n"
        "## Communication\n\n**Updates:**\n\n- Tell everybody every hour (critical incidents)\n"
        "- Send updates every 4 hours (high severity issues)\n- Updates daily (low faults)\n"
    )
    found = compile_playbook(text, words).severities
    assert [one.cadence and one.cadence.seconds for one in found] == [3600, 14400, 86400]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("We will update you in 20 minutes.", [1200]),
        ("I'll provide an update in [20 minutes] or when it changes.", [1200]),
        ("Wir melden uns in 20 Minuten.", [1200]),
        ("The update of the oven takes 20 minutes.", []),
        ("We updated the list 20 minutes ago.", []),
    ],
)
def test_who_says_in_a_message_when_he_updates_you_tells_a_rhythm(
    said: str, seconds: list[int], words: Vocabulary
) -> None:
    page = f"# Oven\n\n## Message templates\n\n### Cold\n\n```\nHi [name],\n\n{said}\n```\n"
    assert [one.every.seconds for one in compile_playbook(page, words).cadences] == seconds


def test_a_list_of_rhythms_in_a_fence_is_that_of_its_levels(words: Vocabulary) -> None:
    levels = "# Zoo\n\n## Severity\n\n### S1 - Lion out\n\nNow.\n\n### S2 - Lion loud\n\nSoon.\n\n"
    fence = (
        "## Communication\n\n**Keepers**\n\n```\nUpdates:\n- S1: every 20 minutes\n- S2: daily\n"
    )
    found = compile_playbook(f"{levels}{fence}```\n", words)
    cadences = [one.cadence and one.cadence.seconds for one in found.severities]
    assert cadences == [1200, 86400]
    message = fence.replace("Updates:\n- S1: every", "S1 at the [house]. Next update: in")
    found = compile_playbook(f"{levels}{message}```\n", words)
    assert found.severities[0].cadence is None


def test_the_moment_of_one_message_is_no_rhythm(words: Vocabulary) -> None:
    text = (
        "## Communication\n\n### Notice to guests (after resolution)\n\n```\nTea in [room].\n```\n"
    )
    assert compile_playbook(LEVELS + text, words).cadences == ()


@pytest.mark.parametrize(
    "promise",
    ["Next text message in 20 min", "Next SMS in 20 min", "Nächste SMS in 20 Minuten",
     "Prochain SMS dans 20 min", "Siguiente SMS en 20 minutos", "Próximo SMS em 20 minutos",
     "下一条短信：20分钟后", "次のSMSは20分後",
     "Próximo status: em 20 min", "Nächster Status: in 20 Minuten"],
)  # fmt: skip
def test_the_next_short_message_is_the_next_update(promise: str, words: Vocabulary) -> None:
    body = f"{LEVELS}## Message templates\n\n### SMS\n\n> No tea since [time]. {promise}.\n"
    found = compile_playbook(body, words).cadences
    assert [one.every.seconds for one in found] == [1200]


def told_below(first: str, second: str, words: Vocabulary) -> list[object]:
    """The rhythm of each level, where two lists below labels in bold tell it."""
    text = (
        f"## Communication\n\n### Inside\n\n{first}\n- a bell\n- hourly updates to the desk\n"
        f"\n{second}\n- a note on the board\n- daily updates to the desk\n"
    )
    levels = compile_playbook(LEVELS + text, words).severities
    return [one.cadence and one.cadence.seconds for one in levels]


def test_the_levels_of_a_label_are_those_of_the_list_below_it(words: Vocabulary) -> None:
    first, second, *_ = compile_playbook(LEVELS, words).severities
    assert told_below(f"**{first.key}**:", f"**{second.key}:**", words)[:2] == [3600, 86400]
    assert told_below(f"**{first.key}/{second.key}**:", "**Guests:**", words)[:2] == [3600, 3600]


def test_a_label_without_levels_ends_those_of_the_label_before_it(words: Vocabulary) -> None:
    first, *_ = compile_playbook(LEVELS, words).severities
    assert told_below("**At night:**", "**By day:**", words)[:2] == [None, None]
    assert told_below("**By day:**", f"**{first.key}:**", words)[:2] == [86400, None]


def test_the_label_of_a_rhythm_may_be_the_name_of_its_level(words: Vocabulary) -> None:
    levels = "# Tea\n\n## Severity\n\n### Grave (P1)\n\nNo tea.\n\n### Light (P2)\n\nWeak tea.\n\n"
    rates = "- **Grave**: every 20 minutes\n- **Light**: daily\n- **Grave guests**: hourly\n"
    found = compile_playbook(f"{levels}## Communication\n\n{rates}", words)
    assert [one.cadence and one.cadence.seconds for one in found.severities] == [1200, 86400]
    assert [one.keys for one in found.cadences] == [("P1",), ("P2",), ()]
