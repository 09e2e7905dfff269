"""When to escalate: under a heading, behind a sentence, in any language; never a chain."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

BULLETS = "\n\n- water in the hold\n- the mast is down\n"
NUMBERED = "\n\n1. water in the hold\n2. the mast is down\n"
OPENINGS = [
    "## When to escalate" + BULLETS,
    "## Escalation\n\nEscalate when" + NUMBERED,
    "## Escalation\n\nCall for help at once if:" + BULLETS,
    "## Escalation\n\n**Escalate right away if**" + BULLETS,
    "## Eskalation\n\nWir rufen weiter, wenn" + BULLETS,
    "## Escalade\n\nEscaladez tout de suite si :" + BULLETS,
    "## エスカレーション\n\n次のどれかに当てはまる場合：" + BULLETS,
    "## Escalation\n\nThese require immediate escalation to the owner:" + BULLETS,
    "## Escalation\n\nPage the captain as soon as any of these is true:" + BULLETS,
    "## Escalation\n\n**Reasons to go up a deck**" + BULLETS,
    "## Escalade\n\nLe capitaine est appelé sans détour dans les cas suivants :" + NUMBERED,
    "## Eskalation\n\nDirekt zur Stufe 3 geht es in diesen Fällen:" + NUMBERED,
    "## Escalation\n\n### Criteria" + BULLETS,
    "## Eskalation\n\n### Wann wird eskaliert?" + BULLETS,
    "## Eskalation\n\nEskaliert wird, sobald eines davon zutrifft:" + BULLETS,
    "## Escalade\n\nOn escalade dès que l'un de ces points est vrai :" + BULLETS,
    "## Escalamiento\n\nSe escala cuando:" + BULLETS,
    "## Escalonamento\n\nEscale assim que uma destas for verdade:" + BULLETS,
    "## エスカレーション\n\n### 判断の目安" + BULLETS,
    "## 升级\n\n### 什么时候升级" + BULLETS,
]


@pytest.mark.parametrize("text", OPENINGS)
def test_what_follows_is_a_list_of_reasons(text: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Ship\n\n{text}", words)
    assert [one.text for one in found.triggers] == ["water in the hold", "the mast is down"]
    assert found.chains == ()


def test_names_behind_such_a_sentence_elsewhere_are_no_reasons(words: Vocabulary) -> None:
    text = "## Escalation\n\nIf nobody answers in 9 minutes, call:\n\n1. Bosun\n2. Mate\n"
    found = compile_playbook(f"# Ship\n\n{text}", words)
    assert found.triggers == ()
    assert [step.who for chain in found.chains for step in chain.steps] == ["Bosun", "Mate"]


@pytest.mark.parametrize("heading", ["When nobody answers", "Conditions"])
def test_names_below_such_a_heading_are_no_reasons(heading: str, words: Vocabulary) -> None:
    text = f"## Escalation\n\n### {heading}\n\n- Bosun\n- Mate (after 9 min)\n- Captain\n"
    assert compile_playbook(f"# Ship\n\n{text}", words).triggers == ()


def test_names_to_choose_from_are_no_reasons(words: Vocabulary) -> None:
    text = "## Escalation\n\nIf it is dark, call one of the following:\n\n- Bosun\n- Mate\n"
    found = compile_playbook(f"# Ship\n\n{text}", words)
    assert found.triggers == ()
    assert [step.who for step in found.chains[0].steps] == ["Bosun", "Mate"]


def test_an_order_of_calling_may_stand_below_the_reasons(words: Vocabulary) -> None:
    text = f"## When to escalate{BULLETS}\nOrder: Bosun → Mate → Captain (after 20 min).\n"
    found = compile_playbook(f"# Ship\n\n{text}", words)
    assert len(found.triggers) == 2
    assert [step.who for step in found.chains[0].steps] == ["Bosun", "Mate", "Captain"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "## Who to wake\n\nWake the next one when:\n\n- the mast is down\n\n"
            "1. Bosun\n2. Mate (after 10 min)\n3. Captain (after 1 h)\n"
        ),
        (
            "## Escalation\n\n1. Bosun\n2. Mate: after 10 min\n3. Captain: after 1 h\n\n"
            "If one of these is so, call the next one at once.\n\n- the mast is down\n"
        ),
    ],
)
def test_of_two_lists_the_one_below_if_says_when(body: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Ship\n\n{body}", words)
    assert [one.text for one in found.triggers] == ["the mast is down"]
    assert [[step.who for step in chain.steps] for chain in found.chains] == [
        ["Bosun", "Mate", "Captain"]
    ]


def test_an_order_to_call_somebody_if_counts_outside_runbooks(words: Vocabulary) -> None:
    body = "\n\nCall the captain if:\n\n- water in the hold\n- you are alone\n"
    for title, count in (("What to do", 2), ("Runbooks\n\n### Leak", 0)):
        found = compile_playbook(f"# Ship\n\n## {title}{body}", words)
        assert len(found.triggers) == count


def test_a_heading_that_orders_a_call_has_its_reasons_below(words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Escalation\n\n1. Pilot\n2. Mate (after 5 min)\n\n"
        "### Wake the owner at any hour\n\n- a ship is about to be lost\n- somebody is hurt\n"
    )
    found = compile_playbook(text, words)
    assert [one.text for one in found.triggers] == [
        "a ship is about to be lost",
        "somebody is hurt",
    ]
    assert len(found.chains) == 1


def test_the_rungs_of_a_chain_are_no_triggers(words: Vocabulary) -> None:
    people = "## Contacts\n\n- Bosun: +1 555 0100\n\nEscalation when nobody answers:\n\n"
    rungs = "1. Bosun\n2. Mate, 9 min without an answer\n3. Captain, 20 min without an answer\n"
    found = compile_playbook(f"# B\n\n{people}{rungs}", words)
    called = [step.who for chain in found.chains for step in chain.steps]
    assert called == ["Bosun", "Mate", "Captain"]
    assert not found.triggers


def test_a_numbered_list_for_a_level_is_a_chain(words: Vocabulary) -> None:
    text = "## エスカレーション\n\nS1の場合:\n1. 水夫長（即時）\n2. 航海士（9分後）\n"
    read = compile_playbook(text, words)
    assert read.triggers == ()
    assert [step.who for chain in read.chains for step in chain.steps] == ["水夫長", "航海士"]
    bullets = compile_playbook(text.replace("1.", "-").replace("2.", "-"), words)
    assert len(bullets.triggers) == 2


@pytest.mark.parametrize(
    "text",
    [
        "## Escalation\n\nIf you need help:\n\n1. Call the mate\n2. Call the captain\n",
        "## Escalation\n\nIf nobody answers, go on after 5 min:\n\n1. Mate on duty\n2. Captain\n",
        "## Eskalation\n\nWenn du nicht weiterkommst:\n\n- Maat anrufen\n- Kapitän anrufen\n",
    ],
)
def test_whom_to_call_is_not_when(text: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Ship\n\n{text}", words)
    assert found.triggers == ()
    assert len(found.chains) == 1


def test_cases_with_whom_to_call_behind_are_both(words: Vocabulary) -> None:
    entries = "1. **Mast down for 20 min**: Escalate to mate\n2. **Fire**: Escalate to captain\n"
    found = compile_playbook(f"# Ship\n\n## Escalation\n\n### When to escalate\n\n{entries}", words)
    assert (found.triggers_line, len(found.triggers)) == (5, 2)
    assert [(one.line, len(one.steps)) for one in found.chains] == [(5, 2)]


@pytest.mark.parametrize(
    "opening",
    [
        "## First look\n\nRaise severity at once to Sev1 if any answer shows:",
        "## First look\n\n**Upgrade to P1 when:**",
        "## Severity levels\n\nBump it up if one of these is true:",
        "## Erster Blick\n\nAuf Stufe 1 hochstufen, wenn:",
    ],
)
def test_when_a_level_is_raised_is_a_reason_too(opening: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Ship\n\n{opening}{BULLETS}", words).triggers
    assert [one.text for one in found] == ["water in the hold", "the mast is down"]


def test_people_with_their_numbers_are_no_reasons(words: Vocabulary) -> None:
    people = "\n\n- Mate (for leaks): mate@ship.fm\n- Captain (for fire): 01632 960 733\n"
    for opening in ("Escalate to these people when needed:", "Call these people if:"):
        found = compile_playbook(f"# Ship\n\n## Escalation\n\n{opening}{people}", words)
        assert found.triggers == ()


def test_the_next_level_is_nobody(words: Vocabulary) -> None:
    for whom, called in (("next level", []), ("the next tier", []), ("the mate", ["mate"])):
        page = compile_playbook(f"## Escalation\n\nEscalate to {whom} if:{BULLETS}", words)
        assert [step.who for one in page.chains for step in one.steps] == called


def test_cases_below_whom_they_call_are_triggers_and_nobody(words: Vocabulary) -> None:
    page = compile_playbook(
        "# Ship\n\n## Escalation\n\n### Escalation criteria\n\n"
        "**Escalate to step 2 if:**\n- water in the hold\n- the mast is down\n\n"
        "**Escalate to step 3 if:**\n- Fire aboard\n- Ship lost\n",
        words,
    )
    assert [one.text for one in page.triggers] == [
        "water in the hold", "the mast is down", "Fire aboard", "Ship lost",
    ]  # fmt: skip
    assert page.chains == ()


@pytest.mark.parametrize(
    ("heading", "opening"),
    [("Não espere a maré", "Escale na hora se:"), ("Nicht warten", "Eskalieren Sie sofort, wenn:"),
     ("Ne pas attendre", "Escaladez aussitôt quand :")],
)  # fmt: skip
def test_an_order_to_escalate_opens_the_reasons(
    heading: str, opening: str, words: Vocabulary
) -> None:
    text = f"# Ship\n\n## {heading}\n\n{opening}{BULLETS}"
    found = compile_playbook(text, words).triggers
    assert [one.text for one in found] == ["water in the hold", "the mast is down"]


def test_reasons_beside_whom_to_call_in_a_sentence_that_ends_in_when(words: Vocabulary) -> None:
    text = (
        "# Barco\n\n## A quién se llama\n\n1. **Piloto**: lo avisa la campana.\n"
        "2. **Capitán**: si el piloto no contesta en 5 minutos.\n\n"
        f"Hay que llamar directamente al capitán cuando:{BULLETS}"
    )
    found = compile_playbook(text, words).triggers
    assert [one.text for one in found] == ["water in the hold", "the mast is down"]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Calling order", "Without waiting, to the head miller:"),
        ("Alarmierungskette", "Ohne Wartezeit an die Müllerin:"),
        ("Qui appelle-t-on ?", "Cas où l'on n'attend pas"),
        ("¿A quién se llama?", "Casos en que no se espera"),
        ("Quem se chama?", "Casos em que não se espera"),
        ("叫谁", "无需等待的情况"),
        ("誰を呼ぶか", "待たずに呼ぶ場合"),
        ("Quem se chama?", "Sem olhar para o relógio"),
        ("叫谁", "以下情况跳过等待，直接叫坊主"),
        ("Quem se chama?", "Não espera o relógio"),
        ("Escalation", "Does not wait for the clock"),
        ("エスカレーション", "経過時間によらず直ちに親方へ連絡する事象"),
    ],
)
def test_cases_in_which_nobody_waits(title: str, label: str, words: Vocabulary) -> None:
    cases = ["flood high behind the dam", "a hand was hurt badly", "the press rings at night"]
    numbered = "".join(f"{at}. {case}\n" for at, case in enumerate(cases, 1))
    bullets = "".join(f"- {case}\n" for case in cases)
    below = f"# Mill\n\n## {title}\n\nThe bell rings.\n\n**{label}**\n\n{numbered}"
    headed = f"# Mill\n\n## {title}\n\nThe bell rings.\n\n### {label}\n\n{bullets}"
    for page, line in ((below, 7), (headed, 7)):
        made = compile_playbook(page, words)
        assert [one.text for one in made.triggers] == cases
        assert made.triggers_line == line
        assert made.chains == ()
    elsewhere = below.replace(title, "Notes")
    assert compile_playbook(elsewhere, words).triggers == ()


@pytest.mark.parametrize(
    ("heading", "lead"),
    [("Call more people", "We do not wait for these times when:"),
     ("Mehr Leute rufen", "Auf diese Fristen wird nicht gewartet, wenn:"),
     ("Appeler plus de monde", "On n'attend pas ces délais si :"),
     ("Llamar a más gente", "No se esperan estos plazos cuando:"),
     ("Chamar mais gente", "Não se espera por estes prazos quando:"),
     ("Who wakes whom", "Straight to the captain, whatever the hour:"),
     ("A quién llamo", "Sin mirar el reloj, al capitán:"),
     ("A quién se sube", "Esto va al capitán, sea la hora que sea:"),
     ("往上叫人", "出现下面任何一种，别管上面的时间，直接叫船长："),
     ("往上叫人", "出现下列任一情况，直接叫船长：")],
)  # fmt: skip
def test_what_nobody_waits_for_is_a_reason(heading: str, lead: str, words: Vocabulary) -> None:
    body = "The bell rings at the mate.\n\n{0}\n\n- the ship leaks\n- a mast is broken\n"
    found = compile_playbook(f"# Ship\n\n## {heading}\n\n{body.format(lead)}", words).triggers
    assert [one.text for one in found] == ["the ship leaks", "a mast is broken"]
    other = compile_playbook(f"# Ship\n\n## The hold\n\n{body.format(lead)}", words)
    assert other.triggers == ()


@pytest.mark.parametrize(
    ("home", "heading"),
    [("Escalation", "Cases in which the captain is called"), ("升级", "必须马上升级的情况"),
     ("Eskalation", "Fälle, in denen sofort eskaliert wird"),
     ("Escalade", "Cas où l'on escalade tout de suite"),
     ("Escalamiento", "Casos en que se escala de una vez"),
     ("Escalação", "Casos em que se escala logo")],
)  # fmt: skip
def test_cases_of_escalation_are_its_triggers(home: str, heading: str, words: Vocabulary) -> None:
    text = f"# Ship\n\n## {home}\n\n### {heading}\n\n- the ship leaks badly\n- 主桅杆断了\n"
    assert len(compile_playbook(text, words).triggers) == 2


@pytest.mark.parametrize(
    "said",
    ["In these cases, whatever the hour, call the captain:",
     "In folgenden Fällen wird zu jeder Stunde die Leitung gerufen:",
     "Dans les cas suivants, on appelle tout de suite le directeur :",
     "En estos casos se llama al director, sin mirar el reloj:",
     "Nos seguintes casos, ligar direto para o diretor:",
     "次の場合は、時間を待たずに船長へ電話する：", "出现下列情况，不看时间，直接打电话给船长："],
)  # fmt: skip
def test_cases_below_whom_to_call_are_reasons(said: str, words: Vocabulary) -> None:
    """Beside a chain, in a numbered list."""
    chain = "1. Bosun\n2. Mate (after 9 min)\n3. Captain (after 30 min)\n"
    found = compile_playbook(f"# Ship\n\n## Escalation\n\n{chain}\n{said}{NUMBERED}", words)
    assert [one.text for one in found.triggers] == ["water in the hold", "the mast is down"]
    assert [step.who for one in found.chains for step in one.steps] == ["Bosun", "Mate", "Captain"]


@pytest.mark.parametrize("said", ["In these cases, call:", "次の場合は、順に電話する："])
def test_people_below_cases_are_no_reasons(said: str, words: Vocabulary) -> None:
    text = f"{said}\n\n1. Duty manager\n2. Team lead\n"
    assert compile_playbook(f"# Ship\n\n## Escalation\n\n{text}", words).triggers == ()
