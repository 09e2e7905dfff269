"""Which headings, rows or lines are the phases of a process."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CASES = (
    ("## Phase 1: Look (5 min)\n\n- a\n\n## Phase 2: Fix\n\n- b",
     ["Phase 1: Look", "Phase 2: Fix"]),
    ("## Flow\n\n### Stage A: In\n\nx\n\n### Stage B: Out\n\ny", ["Stage A: In", "Stage B: Out"]),
    ("## Process\n\n### 1. Look\n\nx\n\n### 2. Fix\n\ny", ["Look", "Fix"]),
    ("## 流程\n\n### 步骤 1：看\n\nx\n\n### 步骤 2：修\n\ny", ["步骤 1：看", "步骤 2：修"]),
    ("## Vorgehen\n\n### Schritt 1: Lage\n\nx\n\n### Schritt 2: Hilfe\n\ny",
     ["Schritt 1: Lage", "Schritt 2: Hilfe"]),
    ("## Marche à suivre\n\n**1. Voir**\n\n- a\n\n**2. Agir**\n\n- b", ["Voir", "Agir"]),
    ("## Preparation\n\na\n\n## Identification\n\nb\n\n## Containment\n\nc\n\n## Recovery\n\nd",
     ["Preparation", "Identification", "Containment", "Recovery"]),
    (("## Is the tea cold?\n\na\n\n## The first 3 minutes\n\n- b\n\n## Next 20 minutes: warm"
     "\n\n- c\n\n## Tell people\n\n- d\n\n## The next day\n\n- e\n\n## Phones\n\nf"),
     ["The first 3 minutes", "Next 20 minutes: warm", "Tell people", "The next day"]),
    (("## How we handle an incident\n\n| Step | What | By |\n|---|---|---|\n| 1. See | a | 5 min |"
      "\n| 2. Do | b | 1 h |"), ["See", "Do"]),
    (("## 火災時の対応手順\n\n### 1. 評価（3分以内）\n\nx\n\n### 2. 火元診断\n\ny"
      "\n\n### 3. 弁修正\n\nz\n\n### 4. 窯検証（20分）\n\nv\n\n### 5. 事後整理\n\nw"),
     ["評価", "火元診断", "弁修正", "窯検証", "事後整理"]),
    (("## 1. Detecção\n\nx\n\n## 2. Contenção (T + 2h)\n\ny\n\n## 3. Notificação\n\nz"
      "\n\n## 4. Troca do forno (T + 9h, se der)\n\nv\n\n## 5. Pós-mortem\n\nw\n\n"
      "## 6. Contatos\n\nu"),
     ["Detecção", "Contenção", "Notificação", "Troca do forno", "Pós-mortem"]),
    ("## 炉子\n\n### 第一步：看火\n\nx\n\n### 第二步：关气\n\ny", ["第一步：看火", "第二步：关气"]),
    ("## Part A: Contacts\n\nx\n\n## Part B: Cards\n\ny", []),
    ("## Part A: Look\n\nx\n\n## Part B: Fix\n\ny", ["Part A: Look", "Part B: Fix"]),
    (("## When it whistles\n\n**B.1 Look** (2 min)\n\n- a\n\n**B.2 Tell** (5 min)\n\n- b"
      "\n\n**B.3 Fix**\n\n- c"), ["B.1 Look", "B.2 Tell", "B.3 Fix"]),
    (("## 4. Post-incident process\n\n### 4.1 Meet\n\n- a\n\n### 4.2 Write\n\n- b\n\n"
      "### 4.3 Review form\n\n```\nTitle:\nCause:\n```"), ["Meet", "Write"]),
    ("## 1. Scope\n\nx\n\n## 2. Recovery\n\ny\n\n## 3. Papers\n\nz", []),
    ("## Recovery procedures\n\n### 2.1 Pot\n\n#### 2.1.1 Before\n\nx\n\n#### 2.1.2 Do\n\ny", []),
    ("## 24 hours a day\n\na\n\n## Who is on call\n\nb\n\n## Tomorrow\n\nc", []),
    (("## 0. Kinds of tea\n\na\n\n## 1. First 3 minutes\n\n1. b\n\n## 2. Where it is cold"
      "\n\n- c\n\n## 3. After containment\n\n- [ ] d"),
     ["First 3 minutes", "Where it is cold", "After containment"]),
    ("## Die ersten 3 Minuten\n\n1. a\n\n## Nach der Eindämmung\n\n1. b",
     ["Die ersten 3 Minuten", "Nach der Eindämmung"]),
    ("## Kettles\n\na\n\n## After containment\n\n- [ ] b", []),
    ("## First 3 minutes\n\na\n\n## Who to call\n\n- b\n\n## After containment\n\n- c", []),
    ("## 1. Severity\n\nx\n\n## 2. Contacts\n\ny", []),
    ("## Contents\n\n### 1. One\n\nx\n\n### 2. Two\n\ny", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_phases_are_found(text: str, titles: list[str], words: Vocabulary) -> None:
    phases = compile_playbook(f"# T\n\n{text}\n", words).phases
    assert [phase.title for phase in phases] == titles


def test_a_phase_knows_its_options_and_its_remark(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Process\n\n### 1. Look (P0 only)\n\nx\n\n### 2. Mitigate (15 min)\n\n"
        "**Turn it off**\n\n```sh\na\n```\n\n**Turn it on**\n\n```sh\nb\n```\n"
    )
    first, second = compile_playbook(text, words).phases
    assert first.qualifier == "P0 only"
    assert second.timebox is not None
    assert second.timebox.seconds == 900
    assert second.options == ("Turn it off", "Turn it on")
    assert len(second.fences) == 2


def test_questions_with_letters_are_ways_of_stopping_it(words: Vocabulary) -> None:
    text = (
        "# T\n\n## First 5 minutes\n\n- look\n\n## Next 15 minutes: contain\n\n"
        "### A. Is it the kettle?\n\n- off\n\n### B. Is it the pot?\n\n- out\n"
    )
    _, second = compile_playbook(text, words).phases
    assert second.options == ("A. Is it the kettle?", "B. Is it the pot?")


def test_the_chapter_about_the_process_is_asked_first(words: Vocabulary) -> None:
    body = (
        "## Kinds\n\n### 1. Red\n\nNo tea.\n\n### 2. Amber\n\nCold tea.\n\n"
        "## What to do\n\n### 1. Look\n\n- a\n\n### 2. Boil\n\n- b\n"
    )
    found = compile_playbook(f"# Tea\n\n{body}", words).phases
    assert [one.title for one in found] == ["Look", "Boil"]


def test_windows_at_the_head_are_time_boxes(words: Vocabulary) -> None:
    body = (
        "## Tea time\n\n### 0–5 Minuten: Schauen\n\n- a\n\n### 5–30 Minuten: Kochen\n\n- b\n\n"
        "## Anhang\n\nc\n"
    )
    found = compile_playbook(f"# Tea\n\n{body}", words).phases
    assert [(one.title, one.timebox and one.timebox.seconds) for one in found] == [
        ("0–5 Minuten: Schauen", 300), ("5–30 Minuten: Kochen", 1800),
    ]  # fmt: skip


def titles(text: str, words: Vocabulary) -> list[str]:
    return [phase.title for phase in compile_playbook(f"# Circus\n\n{text}\n", words).phases]


def test_phases_count_themselves_behind_the_number_of_the_chapter(words: Vocabulary) -> None:
    text = (
        "## 3. Sofortmaßnahmen\n\n### 3.1 Schritt 1: Lage\n\nx\n\n### 3.2 Schritt 2: Abhilfe\n\ny"
    )
    assert titles(text, words) == ["Schritt 1: Lage", "Schritt 2: Abhilfe"]


def test_words_of_phases_in_chapters_about_something_else_are_none(words: Vocabulary) -> None:
    text = (
        "## Severity classification\n\na\n\n## Monitoring and alerting\n\nb\n\n"
        "## Notification templates\n\nc\n\n## Containment playbooks\n\nd"
    )
    assert titles(text, words) == []


def test_time_boxes_behind_the_names_make_phases_of_a_level(words: Vocabulary) -> None:
    text = (
        "## Response procedures\n\n### Level 1 acts\n\n#### Net (0-5 minutes)\n\n1. Lower it\n\n"
        "#### Doctor (5-20 minutes)\n\n1. Call\n\n### Level 2 acts\n\n1. Wait"
    )
    assert titles(text, words) == ["Net", "Doctor"]


def test_numbered_chapters_of_a_file_of_runbooks_are_repairs(words: Vocabulary) -> None:
    look, turn = "```sh\nlamp status\n```", "```sh\nlamp reset\n```"
    text = (
        f"# Runbook · Circus lights\n\n## 1. Lamps\n\n{look}\n\n## 2. Flush the desk\n\n{turn}"
        f"\n\n## 3. Wheel\n\n{look}\n\n### Exact steps\n\n1. **Hold** it\n2. **Turn** it\n"
    )
    playbook = compile_playbook(text, words)
    assert playbook.phases == ()
    assert [one.title for one in playbook.runbooks] == ["Lamps", "Flush the desk", "Wheel"]


def test_steps_of_a_runbook_are_no_phases(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Runbooks\n\n### Kettle cold\n\n#### Step 1: Look\n\n1. a\n2. b\n\n"
        "#### Step 2: Boil\n\n1. c\n2. d"
    )
    made = compile_playbook(text, words)
    assert (len(made.runbooks), made.phases) == (1, ())


@pytest.mark.parametrize(
    ("look", "stop", "mend"),
    [
        ("Detection", "Containment actions", "Recovery actions"),
        ("Detecção", "Ações de Contenção", "Ações de Recuperação"),
        ("Erkennung", "Eindämmung", "Wiederherstellung"),
    ],
)
def test_headings_below_each_kind_of_trouble_are_no_phases(
    look: str, stop: str, mend: str, words: Vocabulary
) -> None:
    body = f"#### {look}\n\n- a\n\n#### {stop}\n\n1. b\n\n#### {mend}\n\n1. c\n\n"
    more = f"{body}#### Post-incident\n\n1. d\n\n"
    text = f"# Mill\n\n## 3. Runbooks\n\n### 3.1 Sails torn\n\n{more}### 3.2 Stone hot\n\n{body}"
    found = compile_playbook(text, words)
    assert found.phases == ()
    assert [one.title for one in found.runbooks] == ["Sails torn", "Stone hot"]


def test_the_hours_of_each_trouble_are_no_phases(words: Vocabulary) -> None:
    """Unless one chapter alone has them."""
    course = (
        "### Hour by hour\n\n#### 0-10 minutes: Turn\n\n- a\n\n#### 10-60 minutes: Sew\n\n- b\n\n"
    )
    one = f"# Mill\n\n## Sails torn\n\n{course}"
    other = f"## Stone hot\n\n{course.replace('Turn', 'Lift').replace('Sew', 'Dress')}"
    assert compile_playbook(f"{one}{other}", words).phases == ()
    assert len(compile_playbook(f"{one}## Mice\n\n- cat\n", words).phases) == len(["Turn", "Sew"])


def test_numbers_below_the_first_level_of_several_are_its_phases(words: Vocabulary) -> None:
    """Kinds of trouble with their levels in front have names of their own."""
    course = "### {} (0-15 minutes)\n\n#### 1. Look\n\n- a\n\n#### 2. Sew\n\n- b\n\n"
    first, other = course.format("Immediate response"), course.format("Recovery")
    levels = f"# Mill\n\n## P1 - Critical storm response\n\n{first}## P2 - Other {{}}\n\n{other}"
    found = compile_playbook(levels.format("storm response"), words)
    assert [one.title for one in found.phases] == ["Look", "Sew"]
    assert compile_playbook(levels.format("mice"), words).phases == ()


def test_numbers_below_a_part_of_the_process_are_phases(words: Vocabulary) -> None:
    text = "# Mill\n\n## {}\n\n### Immediate actions\n\n#### 1. Look\n\n- a\n\n#### 2. Sew\n\n- b\n"
    assert len(compile_playbook(text.format("Incident response process"), words).phases) == 2
    assert compile_playbook(text.format("Sails torn"), words).phases == ()


def test_a_first_window_stands_before_the_headings_that_mean_a_phase(words: Vocabulary) -> None:
    names = ["First 10 minutes", "Containment", "Diagnostics", "Recovery", "Post-incident"]
    body = "".join(f"## {name}\n\n1. a\n2. b\n3. c\n\n" for name in names)
    made = compile_playbook(f"# Lighthouse book\n\n## Phones\n\n- 0100\n\n{body}", words)
    assert [one.title for one in made.phases] == names
    assert made.phases[0].timebox is not None
    assert (made.phases[0].timebox.seconds, made.runbooks) == (600, ())


def _level(*boxes: str) -> str:
    names = ("First look", "What is broken", "What we do", "Later")
    below = "".join(
        f"### {one} ({box})\n\n1. a\n\n" for one, box in zip(names, boxes, strict=False)
    )
    return f"# Lighthouse\n\n## S1: Lamp dark\n\n{below}## S2: Horn silent\n\n- oil it\n"


@pytest.mark.parametrize(
    ("boxes", "ends"),
    [(("Minute 0-1", "Minute 1-3", "Minute 3-5"), [60, 180, 300]),
     (("0–5 min", "5–20 min", "20–60 min", "if need be"), [300, 1200, 3600]),
     (("0–5 min", "5–20 min"), []), (("5 min", "10 min", "20 min"), []),
     (("5–10 min", "10–20 min", "20–60 min"), [])],
)  # fmt: skip
def test_the_stages_of_a_level_told_by_the_clock_stand_for_all(
    boxes: tuple[str, ...], ends: list[int], words: Vocabulary
) -> None:
    phases = compile_playbook(_level(*boxes), words).phases
    assert [one.timebox.seconds for one in phases if one.timebox] == ends


def test_a_process_told_elsewhere_goes_before_that_of_a_level(words: Vocabulary) -> None:
    own = _level("0-1 min", "1-3 min", "3-5 min")
    text = f"{own}\n## Process\n\n### 1. Climb\n\n- a\n\n### 2. Light\n\n- b\n"
    assert [one.title for one in compile_playbook(text, words).phases] == ["Climb", "Light"]


def test_time_boxes_below_the_process_go_before_numbers_further_down(words: Vocabulary) -> None:
    body = (
        "## Response process\n\n### First aid (0-10 minutes)\n\n#### 1. Look\n\n- a\n\n#### 2. Ring"
        "\n\n- b\n\n### Damming (10-45 minutes)\n\n- c\n\n### Mending (as long as it takes)\n\n- d"
    )
    phases = compile_playbook(f"# Eel farm\n\n{body}", words).phases
    assert [(one.title, one.qualifier) for one in phases] == [
        ("First aid", None),
        ("Damming", None),
        ("Mending", "as long as it takes"),
    ]


def test_ways_below_one_heading_of_cases_are_options(words: Vocabulary) -> None:
    ways = "".join(
        f"##### {title}\n\n```sh\na\n```\n\n" for title in ("Forno frio", "Forno quente")
    )
    course = "## Processo\n\n### 1. Triagem\n\nx\n\n### 2. Mitigação\n\n#### Caso a caso"
    text = f"# T\n\n{course}\n\n{ways}"
    _, second = compile_playbook(text, words).phases
    assert second.options == ("Forno frio", "Forno quente")


@pytest.mark.parametrize("title", ["Déroulé", "Le déroulé", "Svolgimento"])
def test_a_course_of_coded_steps_is_no_runbook(title: str, words: Vocabulary) -> None:
    steps = "### Étape 1 — Regarder\n\n1. Ouvrir\n\n### Étape 2 — Fermer\n\n- Poser\n\n"
    repairs = "".join(f"## Fiche {n} : vanne {n}\n\n```sh\nvannectl\n```\n\n" for n in "AB")
    made = compile_playbook(f"# Salines\n\n## {title}\n\n{steps}{repairs}", words)
    assert [one.title for one in made.phases] == ["Étape 1 — Regarder", "Étape 2 — Fermer"]
    assert len(made.runbooks) == 2


COURSE = ("Identification", "Containment", "Recovery")


@pytest.mark.parametrize(
    ("chapters", "found"),
    [((*COURSE, "Runbooks", "Communications", "Post-mortem"), COURSE),
     ((*COURSE, "Common playbooks", "Verification gaps"), COURSE),
     ((*COURSE, "Communications", "Post-mortem"), (*COURSE, "Communications", "Post-mortem")),
     ((*COURSE[:2], "Runbooks", "Recovery", "Post-mortem"), (*COURSE, "Post-mortem"))],
)  # fmt: skip
def test_a_course_ends_at_the_runbooks_where_nothing_goes_on_with_it(
    chapters: tuple[str, ...], found: tuple[str, ...], words: Vocabulary
) -> None:
    assert titles("".join(f"## {one}\n\n- a\n\n" for one in chapters), words) == [*found]


@pytest.mark.parametrize(
    ("first", "second", "is_course"),
    [("MB-1: Wheel low", "MB-{}: Gate {}", False), ("Wheel broken", "Gate {} {}", False),
     ("Wheel low", "Gate {} {}", True), ("MB-1: Wheel low", "Gate {} {}", True)],
)  # fmt: skip
def test_headings_below_one_trouble_among_such_are_its_own(
    first: str, second: str, is_course: bool, words: Vocabulary
) -> None:
    steps = ("Diagnosis", "Communication", "Resolution", "Post-incident")
    below = "".join(f"### {one}\n\n1. a\n\n" for one in steps)
    signs = "### Symptoms\n\n- Slow\n\n### Immediate actions\n\n1. b\n\n"
    others = "".join(f"## {second.format(at, at)}\n\n{signs}" for at in (2, 3))
    found = titles(f"## {first}\n\n{below}{others}", words)
    assert found == ([*steps] if is_course else [])
