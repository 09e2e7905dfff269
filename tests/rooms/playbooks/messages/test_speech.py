"""What is said to people amid work: letters, texts below a label, quotations for no shell."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.vocabulary import Vocabulary

FERRY = "# Ferries\n\n## Runbooks\n\n### Ramp stuck\n\n"


def ferry(body: str, words: Vocabulary) -> Playbook:
    return compile_playbook(FERRY + body, words)


@pytest.mark.parametrize(
    "head",
    [
        "Subject: Ramp stuck at [pier]",
        "To: harbour master, purser\nFrom: bridge\nSubject: Ramp stuck",
        "An: Hafenmeister\nBetreff: Rampe klemmt",
        "À : capitainerie\nObjet : rampe bloquée",
        "宛先: 港長\n件名: ランプ故障",
    ],
)
def test_a_letter_is_one_amid_the_steps_of_a_runbook(head: str, words: Vocabulary) -> None:
    page = ferry(f"```\n{head}\n\nPier: [pier]\n- [ ] Cars off\n- [x] Gate shut\n```\n", words)
    assert [one.text_line for one in page.templates] == [8]
    assert page.fences[0].kind is FenceKind.TEMPLATE


def test_a_way_to_somewhere_is_no_head_of_a_letter(words: Vocabulary) -> None:
    page = ferry("```\nFrom: [pier]\nTo: [yard]\nTow: one hour\n```\n", words)
    assert page.templates == ()


@pytest.mark.parametrize(
    "label", ["**Message to the crew:**", "1. **Meldung an das Deck**", "**Communication interne**"]
)
def test_a_label_says_that_a_text_is_sent(label: str, words: Vocabulary) -> None:
    inner = "   " if label.startswith("1") else ""
    text = f"{inner}```\n{inner}The ramp at [pier] is shut. Use the north gate.\n{inner}```\n"
    (found,) = ferry(f"{label}\n\n{text}", words).templates
    assert [one.token for one in found.placeholders] == ["[pier]"]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("**Ramp settings:**", "The ramp at [pier] is shut. Use the north gate."),
        ("**Message to the crew:**", "mail_host = [host]\nmail_port = 25"),
        ("**Message to the crew:**", "The ramp is shut. Use the north gate."),
    ],
)
def test_settings_and_sayings_below_a_label_are_none(
    label: str, text: str, words: Vocabulary
) -> None:
    assert ferry(f"{label}\n\n```\n{text}\n```\n", words).templates == ()


def test_a_quotation_that_a_shell_would_not_run_is_said(words: Vocabulary) -> None:
    said = '# Notice to the decks:\n"Ramp shut at [pier].\n\nNext word in: 20 min"\n'
    body = f"```bash\n# Read out:\n{said}"
    page = compile_playbook(f"# Ferries\n\n## First steps\n\n{body}```\n", words)
    assert [one.text for one in page.templates] == ["Ramp shut at [pier].\n\nNext word in: 20 min"]
    assert [(one.kind, one.commands) for one in page.fences] == [(FenceKind.TEMPLATE, 0)]
    assert [one.every.seconds for one in page.cadences] == [1200]


def test_a_quotation_that_a_command_is_given_is_run(words: Vocabulary) -> None:
    said = 'deckctl say \\\n"Ramp shut at [pier].\n\nNext word: soon"\n'
    body = f"```bash\n# Notice to the decks:\n{said}"
    page = compile_playbook(f"# Ferries\n\n## First steps\n\n{body}```\n", words)
    assert page.templates == ()
    assert page.fences[0].kind is FenceKind.COMMANDS


def test_a_letter_is_no_form_of_an_action(words: Vocabulary) -> None:
    letter = "Subject: Ramp\n\nThe ramp at [pier] is shut.\nImpact: [cars]\nNext update: 20 min\n"
    text = f"# Ferries\n\n## Course\n\n### Actions\n\n**First message**\n\n```\n{letter}```\n"
    page = compile_playbook(text, words)
    assert (len(page.templates), page.action_form) == (1, None)
    form = text.replace("Subject: Ramp\n\nThe ramp at [pier] is shut.", "Action: [what]")
    assert compile_playbook(form, words).action_form is not None


def test_what_is_forbidden_is_no_command(words: Vocabulary) -> None:
    text = "The ramp at [pier] is shut. Use the north gate.\n\nDO NOT:\n- lift it by hand"
    assert len(ferry(f"**Message to the crew:**\n\n```\n{text}\n```\n", words).templates) == 1
    text = "The ramp at [pier] is shut. Use the north gate.\n\ndo lift ramp"
    assert ferry(f"**Message to the crew:**\n\n```\n{text}\n```\n", words).templates == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Boats: 4 x 30 = 120\nBuses: 2 x 50 = 100", 0),
        ("Boats full: [count]\nBuses full: [count]", 1),
        ("The boats are full. Take the bus.", 1),
        ("Boats full:\nBuses full:", 1),
    ],
)
def test_a_sum_far_below_a_heading_on_messages_is_said_to_nobody(
    text: str, count: int, words: Vocabulary
) -> None:
    chapter = "# Ferries\n\n## SMS outage\n\n### Response\n\n#### Later\n\n**How many**\n\n"
    assert len(compile_playbook(f"{chapter}```\n{text}\n```\n", words).templates) == count


WAYS = "Desk: +44 1632 960 700\nMail: deck@ferry.example.org\nBridge: [number of the day]\n\n"


def test_a_list_of_ways_to_people_is_no_message(words: Vocabulary) -> None:
    ways = WAYS.replace("ferry.example.org", "baltic-ferry.org")
    text = f"# Ferries\n\n## Communication\n\n**Crew**\n\n```\n{ways}Always:\n- P1: by radio\n```\n"
    page = compile_playbook(text, words)
    assert page.templates == ()
    assert [one.kind for one in page.fences] == [FenceKind.CONTACTS]


@pytest.mark.parametrize("rest", ["Pier: [pier]", "We call again at [time]."])
def test_ways_above_something_to_fill_in_are_its_head(rest: str, words: Vocabulary) -> None:
    ways = WAYS.replace("ferry.example.org", "baltic-ferry.org")
    text = f"# Ferries\n\n## Communication\n\n**Crew**\n\n```\n{ways}{rest}\n```\n"
    assert len(compile_playbook(text, words).templates) == 1


def test_whole_sentences_below_a_label_on_messages_are_sent_as_they_stand(
    words: Vocabulary,
) -> None:
    body = (
        "# Ferries\n\n## Runbooks\n\n### Ramp\n\n**Step 1: Look**\n\n```\nramp at 12 degrees\n"
        "```\n\n**Step 2: Communication**\n\n```markdown\nThe northern ramp is out of order. "
        "We are lowering it by hand.\nBoats leave from the southern pier until noon.\n```\n"
    )
    found = compile_playbook(body, words).templates
    assert [one.text[:17] for one in found] == ["The northern ramp"]


FORM = "  ```\n  STUCK [S1/S2]: [which ramp]\n  Ticket: [its number]\n  ```\n"


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Open the channel of the crew and announce:", 1),
        ("Das Team im Kanal der Rampe informieren:", 1),
        ("**Post the first notice**:", 1),
        ("Send an update:", 1),
        ("Post:", 0),
        ("Check the first boat that is posted:", 0),
        ("Write down in the book of the crew:", 0),
        ("Announce:", 0),
        ("Announce in the channel of the crew, see below.", 0),
    ],
)
def test_what_is_told_to_somebody_amid_steps_is_a_message(
    lead: str, count: int, words: Vocabulary
) -> None:
    steps = "".join(f"### Step {at}\n\n- Look at ramp {at}.\n\n" for at in (2, 3))
    body = f"# Ferries\n\n## Course\n\n### Step 1\n\n- {lead}\n{FORM}\n{steps}"
    assert len(compile_playbook(body, words).templates) == count


UPDATE = "  ```\n  SEEN: [which ramp]\n  We look at it, next word in 9 minutes.\n  ```\n"


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Post in `#ramps`:", 1),
        ("Schreibt in #rampen:", 1),
        ("Publiez dans #rampes :", 1),
        ("在 #渡船坡道 发布：", 1),
        ("Look at ticket #4711 of the ramp:", 0),
        ("Read in #ramps:", 0),
    ],
)
def test_a_channel_says_that_a_text_is_sent(lead: str, count: int, words: Vocabulary) -> None:
    steps = "".join(f"### Step {at}\n\n- Look at ramp {at}.\n\n" for at in (2, 3))
    body = f"# Ferries\n\n## Course\n\n### Step 1\n\n- {lead}\n{UPDATE}\n{steps}"
    assert len(compile_playbook(body, words).templates) == count


LINES = "RAMP: [which one]\nSTATE: stuck\nMASTER: @name"


def amid_steps(body: str, words: Vocabulary) -> Playbook:
    steps = "".join(f"### Step {at}\n\n- Look at ramp {at}.\n\n" for at in (2, 3))
    return compile_playbook(f"# Ferries\n\n## Course\n\n### Step 1\n\n{body}\n{steps}", words)


@pytest.mark.parametrize(
    "remark", ["# Post in #piers channel\n", "# Das Team in #kai informieren\n"]
)
def test_a_form_in_a_shell_is_sent_and_not_run(remark: str, words: Vocabulary) -> None:
    page = amid_steps(f"**Tell the crew:**\n\n```bash\n{remark}{LINES}\n```\n", words)
    assert page.fences[0].kind is FenceKind.TEMPLATE
    assert page.fences[0].commands == 0
    assert len(page.templates) == 1


@pytest.mark.parametrize(
    "shell",
    [f"# Post in #piers channel\nrampctl note\n{LINES}",
     "# Post in #piers channel\nRAMP: 3\nSTATE: up",
     "# Post in #piers channel\nrampctl send [text] --to <pier>"],
)  # fmt: skip
def test_what_a_shell_runs_is_no_form(shell: str, words: Vocabulary) -> None:
    page = amid_steps(f"**Tell the crew:**\n\n```bash\n{shell}\n```\n", words)
    assert page.templates == ()


@pytest.mark.parametrize(
    ("label", "said"),
    [("Message to users:", "The ferry is late.\nWe are at work on it."),
     ("Nachricht an die Gäste:", "Die Fähre kommt später.\nWir arbeiten daran."),
     ("Mensagem aos usuários:", "A balsa está atrasada.\nEstamos a trabalhar."),
     ("用户通知：", "渡轮目前无法使用。\n我们正在处理。"),
     ("利用者へのメッセージ:", "現在、船が使えません。\n復旧作業中です。")],
)  # fmt: skip
def test_a_label_in_a_runbook_says_that_the_fence_below_it_is_sent(
    label: str, said: str, words: Vocabulary
) -> None:
    head = "# Ferry\n\n## Runbooks\n\n### Engine failure\n\n**Steps:**\n\n1. Stop it.\n\n"
    assert len(compile_playbook(f"{head}**{label}**\n```\n{said}\n```\n", words).templates) == 1
    assert not compile_playbook(f"{head}**Engine log:**\n```\n{said}\n```\n", words).templates
