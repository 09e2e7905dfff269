"""Marked messages under headings that do not say so, and tags that are no placeholders."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Tea\n\n{body}\n", words).templates


def test_quotes_below_labels_are_messages_under_any_heading(words: Vocabulary) -> None:
    found = templates(
        "## Talking to guests\n\nFirst (within 10 minutes):\n\n> No tea in {room}.\n\n"
        "Last:\n\n> Tea in {room} again.",
        words,
    )
    assert [one.deadline and one.deadline.seconds for one in found] == [600, None]


def test_texts_of_one_heading_are_told_apart_by_what_stands_above_them(words: Vocabulary) -> None:
    found = templates(
        "## Message templates\n\n### Words\n\n**To the stewards**\n\n```\nNo tea in [room].\n"
        "```\n\n"
        "**To the guests**\n\n```\nSorry, [room] is shut.\n```\n\n### Last words\n\n"
        "**Text:**\n\n```\nTea in [room] again.\n```",
        words,
    )
    assert [(one.title, one.name) for one in found] == [
        ("Words", "To the stewards"), ("Words", "To the guests"), ("Last words", "Last words"),
    ]  # fmt: skip


def test_quotes_that_ask_for_nothing_are_sayings(words: Vocabulary) -> None:
    assert templates("## Sayings\n\nAda:\n\n> Boil it.\n\nBo:\n\n> Drink it.", words) == ()


def test_markup_is_not_asked_for(words: Vocabulary) -> None:
    (found,) = templates(
        "## Texts\n\n### Note\n\n<details><summary>Text</summary>\n\nNo tea in [room].\n\n"
        "</details>",
        words,
    )
    assert [one.token for one in found.placeholders] == ["[room]"]


def test_doubled_signs_belong_to_the_token(words: Vocabulary) -> None:
    (found,) = templates("## Texts\n\n```\nNo <<drink>> in [[room]] since {{time}}\n```", words)
    assert [one.token for one in found.placeholders] == ["<<drink>>", "[[room]]", "{{time}}"]


def test_the_form_of_the_review_is_no_message(words: Vocabulary) -> None:
    text = "## Templates\n\n**Start**\n\n```\nNo tea: [room]\n```\n\n**Retro doc**\n\n"
    found = compile_playbook(f"# Tea\n\n{text}```\nTitle:\nWhy did it happen?\n```\n", words)
    assert [one.text for one in found.templates] == ["No tea: [room]"]
    assert found.review.template is not None


def test_a_message_about_the_bridge_call_stands_among_the_messages(words: Vocabulary) -> None:
    text = "## Message templates\n\n### Bridge call opened\n\n```\nTea is out: <room>\n```"
    (found,) = templates(text, words)
    assert [one.token for one in found.placeholders] == ["<room>"]
    assert templates("## Bridge call\n\n### Notes\n\n```\nTea is out: <room>\n```", words) == ()


@pytest.mark.parametrize(
    ("title", "moment"), [("Over", "resolution"), ("Meanwhile", "update"), ("Overview", None)]
)
def test_a_word_that_is_the_whole_title_says_when_a_message_is_sent(
    title: str, moment: str | None, words: Vocabulary
) -> None:
    (found,) = templates(f"## Texts\n\n**{title}**\n\n```\nTea: [room]\n```", words)
    assert found.moment == moment


def test_the_line_that_introduces_a_message_says_when_it_is_sent(words: Vocabulary) -> None:
    text = "## Texts\n\nPorters, first:\n\n> No [tea]\n\nGuests, resolved:\n\n> Tea in [room]"
    first, last = templates(text, words)
    assert (first.moment, last.moment, last.audience) == ("initial", "resolution", "customers")


def test_a_labelled_text_beside_a_message_is_one_too(words: Vocabulary) -> None:
    first = "**First**\n\n```text\nNo tea in [room]. We write again at [time].\n```\n\n"
    last = "**{}**\n\n```text\nTea in [room] was mended at [time].\n```\n"
    assert len(templates(f"## Notes\n\n{first}{last.format('Mended')}", words)) == 2
    assert len(templates(f"## Notes\n\n{first}{last.replace('**{}**', '')}", words)) == 1


def test_quotations_behind_names_of_readers_are_messages_as_they_stand(words: Vocabulary) -> None:
    body = "{}\n\n> Es gibt heute keinen Tee.\n\n{}\n\n> Es gibt wieder Tee.\n"
    found = templates("## Kommunikation\n\n" + body.format("Gäste:", "Behoben:"), words)
    assert [(one.audience, one.moment, one.literal) for one in found] == [
        ("customers", None, True), ("customers", "resolution", True),
    ]  # fmt: skip
    assert templates("## Kommunikation\n\n" + body.format("Merke:", "Und:"), words) == ()


def test_a_quotation_among_messages_asks_for_nothing(words: Vocabulary) -> None:
    asks, fixed = "> No tea in [room].", "> We are sorry about the tea."
    labelled = f"## Texts\n\n**Cooks**\n\n{asks}\n\n**Door**\n\n{fixed}\n"
    headed = f"## Texts\n\n### Cooks\n\n{asks}\n\n### Door\n\n{fixed}\n"
    assert [one.literal for one in templates(labelled, words)] == [False, True]
    assert [one.literal for one in templates(headed, words)] == [False, True]
    assert templates(f"## Texts\n\nWrite calmly.\n\n{fixed}\n", words) == ()


def test_a_short_heading_over_untagged_fences_is_about_messages(words: Vocabulary) -> None:
    body = "## msgs\n\nhost sms:\n\n```\nno tea in <room>\n```\n\nclose:\n\n```\ntea again.\n```"
    assert [one.moment for one in templates(body, words)] == [None, "resolution"]


def test_a_fixed_quotation_below_a_label_is_one_of_the_messages(words: Vocabulary) -> None:
    body = (
        "## Communication\n\nFor the desk:\n\n> No tea in [room].\n\nFor the wall (Ada agrees):\n\n"
    )
    assert [one.literal for one in templates(f"{body}> Tea again.", words)] == [False, True]
    assert len(templates(f"{body}Tea again.", words)) == 1


def test_a_message_may_stand_in_the_procedure_of_any_incident(words: Vocabulary) -> None:
    (found,) = templates(
        "## Step by step procedure\n\n### 1. Pour\n\n1. Pour\n\n### 2. Close\n\nWrite:\n\n```\n"
        "[HH:MM] CLOSED\nNEXT: tasting on YYYY-MM-DD\nNEXT UPDATE: none\n```\n",
        words,
    )
    assert found.title == "Close"


def test_a_line_that_names_the_channel_leads_to_a_message(words: Vocabulary) -> None:
    said = "```\nWHAT: no tea since noon\nWHO: <your name>\nNEXT UPDATE: 12:30\n```"
    (found,) = templates(f"## 2. Say how bad\n\nPut it in the incident channel:\n\n{said}", words)
    assert [one.token for one in found.placeholders] == ["<your name>"]
    assert templates(f"## 2. Say how bad\n\nIt looks so:\n\n{said}", words) == ()


def test_a_quotation_may_begin_with_a_tick(words: Vocabulary) -> None:
    said = "**First**\n\n> ⚠ No tea in [room].\n\n**Last**\n\n> ✅ Tea in [room] since [time]."
    assert len(templates(f"## Templates\n\n{said}", words)) == 2


@pytest.mark.parametrize(
    ("lines", "is_literal"),
    [
        ("Cups lost:\n- 4 blue ones\n\nNext:\n\n1. Buy cups", True),
        ("Cups lost:\n- \n\nNext:\n1. Buy cups", False),
        ("Cups lost:\nNext:\n1. Buy cups", False),
        ("Next:\n1. Buy cups\n\nCups lost:", False),
        ("Cups lost:\nWe will tell you more.", False),
    ],
)
def test_a_label_above_a_list_that_says_something_is_filled_in(
    lines: str, is_literal: bool, words: Vocabulary
) -> None:
    found = templates(f"## Message templates\n\n### Cooks\n\n```\nNo tea.\n{lines}\n```\n", words)
    assert [one.literal for one in found] == [is_literal]


def test_a_form_named_a_template_inside_a_runbook(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Runbooks\n\n### Flour spilled\n\n**{}:**\n\n```\nWHAT WAS SPILLED:\n"
        "- Sort: [sort]\n- Where: [floor]\n```\n"
    )
    for name in ("Message to guests", "Nachricht an die Gäste", "Mensaje para los clientes"):
        assert len(compile_playbook(text.format(name), words).templates) == 1


def test_what_is_typed_in_a_chat_is_no_message(words: Vocabulary) -> None:
    text = (
        '# Mill\n\n## Communication\n\n**Open a room:**\n\n```\n/incident open "Flour" SEV-1\n```\n'
    )
    assert compile_playbook(text, words).templates == ()


@pytest.mark.parametrize(
    ("title", "seconds"),
    [
        ("All clear by mail, within 20 minutes of the end", 1200),
        ("Entwarnung per Brief – spätestens 20 Minuten nach dem Ende", 1200),
        ("Fin d'alerte, au plus tard 20 minutes après la reprise", 1200),
        ("Aviso final, en menos de 20 minutos", 1200),
        ("Aviso final – em até 20 minutos", 1200),
        ("恢复通知，20分钟内", 1200),
        ("解除の通知、20分以内", 1200),
        ("All clear, every 20 minutes", None),
        ("All clear, short", None),
    ],
)
def test_a_heading_may_end_in_the_deadline(
    title: str, seconds: int | None, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Messages\n\n### {title}\n\n```\nThe wheel of <mill> turns again.\n```\n"
    (found,) = compile_playbook(text, words).templates
    assert (found.deadline.seconds if found.deadline else None) == seconds


@pytest.mark.parametrize(
    ("title", "count"),
    [("通知怎么写", 1), ("連絡の書き方", 1), ("How we word it", 1), ("茶怎么泡", 0)],
)
def test_how_messages_are_written_stands_above_messages(
    title: str, count: int, words: Vocabulary
) -> None:
    text = "```\n各位客人：\n<时间> 起没有 <饮料>，请用 <办法>。\n```"
    page = f"# 茶室\n\n## {title}\n\n### 给客人的话\n\n{text}\n"
    assert len(compile_playbook(page, words).templates) == count


@pytest.mark.parametrize(
    ("label", "seconds"),
    [
        ("Erste Meldung (T+0–5)", 300),
        ("First word (T+10 min to T+20 min)", 1200),
        ("First word (T+15)", 900),
        ("First word (T-shirt 15)", None),
        ("First word (0–5 boats)", None),
    ],
)
def test_a_label_may_count_from_the_alarm(
    label: str, seconds: int | None, words: Vocabulary
) -> None:
    page = f"# Harbour\n\n## Message templates\n\n**{label}:**\n\n```\nNo boat at [pier].\n```\n"
    (found,) = compile_playbook(page, words).templates
    assert (found.deadline.seconds if found.deadline else None) == seconds


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Guest communication", ["Guest communication"]),
        ("User communication", ["User communication"]),
        ("Kommunikation an Kunden", ["Kommunikation an Kunden"]),
        ("Rules of communication", []),
        ("What customers see", []),
    ],
)
def test_a_quotation_below_a_heading_that_says_who_is_told_is_sent_as_it_stands(
    heading: str, titles: list[str], words: Vocabulary
) -> None:
    found = templates(f"## Kettle cold\n\n### {heading}\n\n> No tea before noon, sorry.", words)
    assert [one.title for one in found] == titles


QUOTED = (
    "# Mill\n\n## {}\n\n### {}\n\n> **Subject:** [what] at the mill\n>\n> What we do:\n"
    "> - [first deed]\n> - [second deed]\n>\n> 1. [then]\n>\n> ### {}\n>\n> Next word at [time].\n"
)


@pytest.mark.parametrize(
    ("chapter", "title", "inner"),
    [
        ("Message templates", "To the farms", "Then"),
        ("Vorlagen", "An die Höfe", "Danach"),
        ("通知模板", "致农户", "之后"),
    ],
)
def test_lists_and_titles_in_a_quotation_are_part_of_its_message(
    chapter: str, title: str, inner: str, words: Vocabulary
) -> None:
    (one,) = compile_playbook(QUOTED.format(chapter, title, inner), words).templates
    assert [gap.token for gap in one.placeholders] == [
        "[what]", "[first deed]", "[second deed]", "[then]", "[time]",
    ]  # fmt: skip
    assert [gap.line for gap in one.placeholders] == [7, 10, 11, 13, 17]


@pytest.mark.parametrize("text", ["> - Shut the gate\n> - Ring the bell\n", "- [first deed]\n"])
def test_a_list_alone_is_no_message(text: str, words: Vocabulary) -> None:
    said = f"# Mill\n\n## Message templates\n\n{text}"
    assert compile_playbook(said, words).templates == ()
