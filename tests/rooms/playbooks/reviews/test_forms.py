"""The form for afterwards: where it may stand, and the headings it asks for."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import ReviewTemplate
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.vocabulary import Vocabulary

FORM = "```markdown\n# Tea <number>\n\n## 3 causes\n\n## What we learnt\n```\n"


def form(body: str, words: Vocabulary) -> ReviewTemplate | None:
    return compile_playbook(f"# Tea\n\n{body}", words).review.template


def test_a_form_stands_beside_the_box_that_asks_for_the_review(words: Vocabulary) -> None:
    found = form(f"## The morning after\n\n- [ ] Post-mortem begun\n\n{FORM}", words)
    assert found is not None
    assert found.line == 3


def test_a_page_with_headings_elsewhere_is_no_form(words: Vocabulary) -> None:
    assert form(f"## The morning after\n\n- [ ] Wash the cups\n\n{FORM}", words) is None


def test_a_number_that_counts_nothing_belongs_to_its_heading(words: Vocabulary) -> None:
    found = form(f"## Post-mortem\n\n{FORM}", words)
    assert found is not None
    assert found.sections == ("3 causes", "What we learnt")


def test_numbers_that_count_are_left_out(words: Vocabulary) -> None:
    numbered = FORM.replace("## What", "## 2. What").replace("## 3 causes", "## 1. Causes")
    found = form(f"## Post-mortem\n\n{numbered}", words)
    assert found is not None
    assert found.sections == ("Causes", "What we learnt")


@pytest.mark.parametrize(
    "body",
    ["## Templates\n\n**Retro doc**\n\n```\nTitle:\nWhat happened?\nFollow-ups (who):\n```",
     "## Tea note\n\n```\nSummary:\nTimeline:\nCause:\n```",
     "## Nachbereitung\n\n```\n**Tee:** {nummer}\n\n**Was ist passiert**\n\n**Lehren**\n```",
     "## Wrap-up\n\n```\n概要：\n原因：\n```",
     "## Note\n\n```markdown\n# Tea <n>\n\n## Timeline\n\n## Root cause\n```"],
)  # fmt: skip
def test_labels_questions_and_what_only_a_review_can_tell(body: str, words: Vocabulary) -> None:
    assert form(f"{body}\n", words) is not None


@pytest.mark.parametrize(
    "body",
    ["## Messages\n\n```\nCause: [cause]\nTimeline: [times]\n```",
     "## Follow-ups\n\n```\nAction: [what]\nOwner: [who]\n```",
     "## Duty\n\n```\nPrimary:\nSecondary:\n```"],
)  # fmt: skip
def test_messages_actions_and_lists_are_no_form(body: str, words: Vocabulary) -> None:
    assert form(f"{body}\n", words) is None


@pytest.mark.parametrize(
    "body",
    ["Vorlage:\n\n```\n# Bericht <Nummer>\nDatum:\nAutor:\nUrsache:\nMassnahmen:\n```",
     "Wir schreiben einen Bericht.\n\n```text\n## Fall [Nr]\n**Ursache**:\n**Dauer**:\n- [ ]\n```"],
)  # fmt: skip
def test_labels_below_the_title_of_a_form(body: str, words: Vocabulary) -> None:
    found = form(f"## Nachbereitung\n\n{body}\n", words)
    assert found is not None
    assert found.sections == ()
    assert form("## Nachbereitung\n\n```\n# Tee <Nummer>\nheiss\n```\n", words) is None


def test_among_messages_a_template_is_a_message(words: Vocabulary) -> None:
    body = (
        "## Phase 1: Communication\n\n**Template of the first notice:**\n\n```\nWhat: [what]\n"
        "Where: [hall]\nWho:\n```\n\n## Phase 2: Review\n\nWe meet.\n"
    )
    assert form(body, words) is None


def test_a_template_of_a_message_is_no_form_for_afterwards(words: Vocabulary) -> None:
    body = f"## Communication\n\n**Template of the notice**:\n\n{FORM.replace('causes', 'ships')}"
    assert form(body, words) is None


@pytest.mark.parametrize(
    ("label", "head", "is_form"),
    [
        ("Notice template", "Subject: The lock was open", False),
        ("Vorlage an die Kunden", "Betreff: Schleuse offen", False),
        ("Template", "Lock: [lock]", True),
        ("Post-mortem template", "Subject: What we learned", True),
    ],
)
def test_what_begins_with_a_subject_is_a_letter(
    label: str, head: str, is_form: bool, words: Vocabulary
) -> None:
    body = f"{head}\n\nWhat happened: [words]\nWhat we do: [words]\nWhat was seen: [words]"
    text = f"## Open lock\n\n**{label}:**\n```\n{body}\n```\n"
    assert (form(text, words) is not None) is is_form


def test_answered_labels_below_a_title_for_a_form(words: Vocabulary) -> None:
    lines = "## Flood <date>\n**Timeline:** rain, weir, dry\n**Causes:** why, not what\n"
    found = form(f"## Post-mortem template\n\n```\n{lines}```\n", words)
    assert found is not None
    assert found.line == 3


def test_headings_that_ask_why_among_templates(words: Vocabulary) -> None:
    asked = "## Timeline\n\n- HH:MM\n\n## Root cause\n\n<cause>"
    page = f"```markdown\n**Owner:** <name>\n\n{asked}\n```\n"
    for heading in ("Log template", "RCA"):
        found = form(f"## {heading}\n\n{page}", words)
        assert found is not None
        assert found.sections == ("Timeline", "Root cause")


def test_headings_that_tell_among_templates_are_a_message(words: Vocabulary) -> None:
    page = "```markdown\n## Tea is off\n\nWe boil.\n\n## Tea is on\n\nIt is back.\n```\n"
    text = f"# Tea\n\n## Communication\n\n### Outside (if needed)\n\n{page}"
    found = compile_playbook(text, words)
    assert found.review.template is None
    assert [one.text_line for one in found.templates] == [8]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Soon (1-2 weeks)", "2. Later (1-3 months)"),
        ("- Bald (1-2 Wochen)", "- Später (1-3 Monate)"),
        ("### Soon (1-2 weeks)", "### Later (1-3 months)"),
        ("**Soon (1-2 weeks):**\n- [what]", "**Later (1-3 months)**:\n- [what]"),
    ],
)
def test_entries_of_a_form_tell_by_when_they_are_done(
    first: str, second: str, words: Vocabulary
) -> None:
    broke = "## What broke\n- down (20 minutes)\n**Wet (2 hours):**\n**Seen (by all)**\n"
    form = f"```\n# Post-mortem\n{broke}## Why\n{first}\n{second}\n```\n"
    text = f"# Locks\n\n## Post-mortem\n\n{form}"
    found = compile_playbook(text, words).review.template
    assert found is not None
    assert [one.within.seconds for one in found.windows] == [1209600, 7776000]


NOTE = "```\n- **Lock:** [name]\n- **Cause:** [cause]\n- **Prevention:** [what]\n```\n"
DOCUMENT = "```markdown\n# Lock [name]\n\n## Water\n\n## Root cause\n\n## Lessons\n```\n"


def test_a_whole_form_is_taken_before_a_note(words: Vocabulary) -> None:
    text = f"# Locks\n\n## After the incident\n\n{NOTE}\n## Forms: template\n\n{DOCUMENT}"
    found = compile_playbook(text, words)
    assert found.review.template is not None
    assert found.review.template.sections == ("Water", "Root cause", "Lessons")
    assert [one.kind for one in found.fences] == [FenceKind.REVIEW_TEMPLATE] * 2


def test_a_note_is_the_form_where_nothing_asks_more(words: Vocabulary) -> None:
    duty = DOCUMENT.replace("Root cause", "Wind").replace("Lessons", "Boats")
    found = form(f"## After the incident\n\n{NOTE}\n## Forms: template\n\n{duty}", words)
    assert found is not None
    assert found.sections == ()


def test_a_form_that_a_fence_writes_into_a_file(words: Vocabulary) -> None:
    body = DOCUMENT.removeprefix("```markdown\n").removesuffix("```\n")
    fence = f"```bash\n# Keep the log\ncp log /srv\n{{}} <<EOF\n{body}EOF\n```\n"
    found = form(f"## After the incident\n\n{fence.format('cat > lock.md')}", words)
    assert found is not None
    assert found.sections == ("Water", "Root cause", "Lessons")
    assert form(f"## After the incident\n\n{fence.format('lockctl report')}", words) is None


def test_remarks_among_commands_ask_nothing(words: Vocabulary) -> None:
    fence = "```bash\n# Timeline\ngit log\n# Root cause\ngrep ERR log\n```\n"
    assert form(f"## First steps\n\n{fence}", words) is None


def test_headings_of_the_page_below_one_that_names_the_form(words: Vocabulary) -> None:
    body = (
        "## {}\n\n### Kettle\n\n- Which: [name]\n\n"
        "### {}\n\nHH:MM it went cold\n\n### {}\n\n...\n\n---\n\nAsk [name of the cook]\n\n"
        "## Telephone numbers\n\nAda: 4711\n"
    )
    for said in (
        ("Post-mortem template", "Timeline", "Root cause"),
        ("Vorlage für die Nachbereitung", "Zeitverlauf", "Ursache"),
        ("Plantilla de post-mortem", "Cronología", "Causa raíz"),
    ):
        found = form(body.format(*said), words)
        assert found is not None
        assert found.line == 3
        assert found.sections == ("Kettle", *said[1:])
        assert found.text.endswith("...\n")
        assert next(one.token for one in found.placeholders) == "[name]"
    assert form(body.format("Post-mortem", "Who comes", "When"), words) is None


def test_a_line_to_write_on_may_say_in_what_it_is_counted(words: Vocabulary) -> None:
    rest = "Course:\n  08:00 cold\n  09:00 warm\n  10:00 hot\nCause: ____\n"
    body = "## Debriefing template\n\n```\nLasted: {}\n" + rest + "```\n"
    assert form(body.format("____ hours"), words) is not None
    assert form(body.format("two hours"), words) is None


@pytest.mark.parametrize(
    ("lead", "line"),
    [
        ("Template:", 5),
        ("Use this post-mortem skeleton:", 5),
        ("When the tea is hot again:", 3),
        ("The form has three parts.", 3),
        ("Form: see the shelf", 3),
    ],
)
def test_a_line_that_leads_to_a_form_is_where_it_stands(
    lead: str, line: int, words: Vocabulary
) -> None:
    fence = "```\n# Kettle\n\n## Timeline\n\n## Root cause\n\n## Lessons learned\n```\n"
    found = form(f"## Post-mortem\n\n{lead}\n\n{fence}", words)
    assert found is not None
    assert found.line == line


@pytest.mark.parametrize(
    ("lead", "labels", "is_form"),
    [
        ("A post-mortem as an example:", ("Timeline", "Root cause"), True),
        ("Vorfallbericht, ausgefüllt:", ("Ursache", "Vorbeugung"), True),
        ("A letter as an example:", ("Timeline", "Root cause"), False),
        ("A post-mortem as an example:", ("Cook", "Kettle"), False),
    ],
)
def test_a_report_that_is_filled_in(
    lead: str, labels: tuple[str, str], is_form: bool, words: Vocabulary
) -> None:
    said = "\n\n".join(f"**{label}:** the lid was loose" for label in labels)
    fence = f"```markdown\n## No tea on Monday\n\n{said}\n1. New lid\n```\n"
    found = form(f"## Findings\n\n### Write them down\n\n**{lead}**\n{fence}", words)
    assert (found is not None) is is_form
