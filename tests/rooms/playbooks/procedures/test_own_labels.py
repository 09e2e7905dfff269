"""Bold words that name a step of the document's own, and bold words that do not."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Item, Paragraph, label_of
from runcard.domain.playbooks.procedures.own_labels import is_lead, is_title, is_work, runs_on
from runcard.domain.playbooks.vocabulary import Vocabulary

FENCE = Fence(3, 5, None, ("kettlectl boil",))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("**1.1 Lift the lid** through the hatch. If it is stuck:", True),
     ("**Steam too weak.** Turn it up on the boiler:", True),
     ("**Done when** the cup is hot:", False), ("**Steam too weak.** Turn it up.", False),
     ("**Careful.** It is hot:", False)],
)  # fmt: skip
def test_a_name_in_front_of_a_sentence(text: str, is_one: bool) -> None:
    label = label_of(text)
    assert label is not None
    assert runs_on(text, label)
    assert is_lead(text, label, (FENCE,)) is is_one
    assert not is_lead(text, label, ())


def test_titles_stand_above_work() -> None:
    said = Paragraph(3, (Text("It hisses.", 3),))
    assert is_title("**Lift the lid**", (FENCE,))
    assert is_title("**Lift the lid**", (said, FENCE))
    assert not is_title("*Always hot.*", (FENCE,))
    assert not is_title("**Lift the lid**", (said, said))


def test_work_is_a_list_or_commands() -> None:
    assert is_work((FENCE,))
    assert is_work((Item(3, (Text("Pour.", 3),), 1, 3, True),))
    assert not is_work(())


def test_names_in_no_emphasis_beside_a_part_that_is_known(words: Vocabulary) -> None:
    body = (
        "# Tea\n\n## Runbooks\n\n### Cold kettle\n\n{}:\n\n- Lid open\n\n{}:\n\n- Shut the lid\n\n"
        "{}:\n\n- The cook says when\n"
    )
    for names in (("Signs", "Containment", "Decision"), ("Anzeichen", "Eindämmung", "Beschluss")):
        (found,) = compile_playbook(body.format(*names), words).runbooks
        assert [part.bullets for part in found.parts] == [1, 1]
        assert found.parts[1].name == names[2].lower()
        (other,) = compile_playbook(body.format("What", "Why", names[2]), words).runbooks
        assert [part.bullets for part in other.parts] == [3]


def test_the_name_of_a_part_alone_on_its_line_may_stand_above_a_word_first(
    words: Vocabulary,
) -> None:
    body = (
        "# Tea\n\n## Runbooks\n\n### Cold kettle\n\nDiagnosis\n\n- Lid open\n\nRepair\n\n"
        "{}\n\n```bash\nkettlectl boil\n```\n"
    )
    (found,) = compile_playbook(body.format("Mind the steam."), words).runbooks
    assert [(part.name, part.commands) for part in found.parts] == [
        ("diagnosis", 0),
        ("recovery", 1),
    ]
    (other,) = compile_playbook(body.format("**Mind the steam:** it is hot."), words).runbooks
    assert [(part.name, part.commands) for part in other.parts] == [("diagnosis", 1)]


def test_counted_steps_in_bold_keep_their_own_names(words: Vocabulary) -> None:
    body = (
        "# Tea\n\n## Runbooks\n\n### Cold kettle\n\n**Step 1: Find the draught**\n\n- Look\n\n"
        "**Step 2: Fix**\n\n- Shut the door\n\n**Step 3: Verification**\n\n- Taste\n"
    )
    (found,) = compile_playbook(body, words).runbooks
    assert [part.name for part in found.parts] == [
        "step_1_find_the_draught",
        "step_2_fix",
        "step_3_verification",
    ]


@pytest.mark.parametrize(
    ("line", "is_part"),
    [("**Did it work?** The bees are back after ten minutes.", True),
     ("**Hat es geklappt?** Die Bienen sind nach zehn Minuten zurück.", True),
     ("**修好了吗？**十分钟后蜜蜂回来。", True),
     ("**Verification** of the bees is for the keeper.", False)],
)  # fmt: skip
def test_a_question_ends_where_it_is_asked(line: str, is_part: bool, words: Vocabulary) -> None:
    text = f"# Apiary\n\n## Runbooks\n\n### Swarm lost\n\n**Fix:**\n\n- Open the lid\n\n{line}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert ("verification" in [one.name for one in book.parts]) is is_part


BRANCHES = """# Mill

## Runbooks

### The wheel stands still

{signs}**{fix}**

{mark} {first}

```sh
millctl gate open
```

{mark} {second}

1. Grease the hub
2. Turn it by hand
{behind}"""


@pytest.mark.parametrize(
    ("fix", "first", "second"),
    [("Resolution steps:", "If the water is low:", "If the hub is dry:"),
     ("Fix", "Option A: open the gate", "Option B: grease"),
     ("Lösung:", "Wenn das Wasser fehlt", "Wenn die Nabe trocken ist"),
     ("Résolution :", "Si l'eau manque", "Si le moyeu est sec"),
     ("Solución:", "Si falta agua", "Si el eje está seco")],
)  # fmt: skip
def test_branches_below_the_bare_name_of_a_part_are_ways_of_doing_it(
    fix: str, first: str, second: str, words: Vocabulary
) -> None:
    said = {"fix": fix, "first": first, "second": second, "mark": "####"}
    (book,) = compile_playbook(BRANCHES.format(**said, signs="", behind=""), words).runbooks
    assert [(one.name, one.commands, one.steps) for one in book.parts] == [("recovery", 1, 2)]


def test_the_ways_of_doing_a_part_end_at_the_name_of_another(words: Vocabulary) -> None:
    said = {"fix": "Fix:", "first": "If dry", "second": "If bent", "mark": "####"}
    for behind in ("\n#### Verification\n\n1. Hear it\n", "\n**Verification:**\n\n1. Hear it\n"):
        said["signs"] = "**Symptoms:** no flour\n\n"
        (book,) = compile_playbook(BRANCHES.format(**said, behind=behind), words).runbooks
        assert [(one.name, one.steps) for one in book.parts] == [
            ("recovery", 2), ("verification", 1),
        ]  # fmt: skip


def test_headings_below_a_name_with_work_or_words_of_its_own_stand_for_themselves(
    words: Vocabulary,
) -> None:
    for fix in ("Fix:**\n\n- Wait\n\n**Who:", "Fix:** wait for rain.\n\n**Who:"):
        said = {"fix": fix, "first": "If dry", "second": "If bent", "mark": "####"}
        said["signs"] = "**Symptoms:** no flour\n\n"
        (book,) = compile_playbook(BRANCHES.format(**said, behind=""), words).runbooks
        assert {"if_dry", "if_bent"} <= {one.name for one in book.parts}


STEPS = """# Mill

## Runbooks

### The wheel stands still

**{name}**

**{first}**

```sh
millctl look
```

Often it is mud.

**{second}**

```sh
millctl push
```

{behind}"""


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("What to do", "Step 1: Look", "Step 2: Push (5 min)"),
     ("Mitigation", "Schritt 1: Ansehen", "Schritt 2: Anschieben")],
)  # fmt: skip
def test_steps_that_count_themselves_are_of_the_part_above(
    name: str, first: str, second: str, words: Vocabulary
) -> None:
    text = STEPS.format(name=name, first=first, second=second, behind="**Oiling**\n\n- Oil it\n")
    (book,) = compile_playbook(text, words).runbooks
    assert [(len(one.fences), one.bullets) for one in book.parts] == [(2, 0), (0, 1)]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("Step 1: Look", "Step 2: Push", "Step 3: Oil"), ("What to do", "Look", "Push")],
)
def test_names_that_count_nothing_below_them_hold_no_steps(
    name: str, first: str, second: str, words: Vocabulary
) -> None:
    text = STEPS.format(name=name, first=first, second=second, behind="")
    (book,) = compile_playbook(text, words).runbooks
    assert [len(one.fences) for one in book.parts if one.fences] == [1, 1]


@pytest.mark.parametrize(
    ("ways", "names"),
    [(("If the lid is stuck:", "If the coil is cold:"), ["recovery"]),
     (("Wenn der Deckel klemmt:", "Sonst:"), ["recovery"]),
     (("Workaround:", "Permanent fix:"), ["recovery"]),
     (("If the lid is stuck:", "Verification:"), ["recovery", "verification"])],
)  # fmt: skip
def test_labels_directly_below_the_name_of_the_repair_are_ways_of_it(
    ways: tuple[str, ...], names: list[str], words: Vocabulary
) -> None:
    below = "".join(f"**{one}**\n\n```sh\nkettlectl boil\n```\n\n" for one in ways)
    text = f"# Tea\n\n## Runbooks\n\n### No tea\n\n**Resolution:**\n\n{below}"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == names
    assert sum(len(one.fences) for one in book.parts) == len(ways)


@pytest.mark.parametrize(
    "first", ["**Resolution:**\n\n1. Boil\n\n", "**Diagnosis:**\n\n", "**Resolution:** slow.\n\n"]
)
def test_labels_beside_the_repair_keep_their_names(first: str, words: Vocabulary) -> None:
    below = "**Lift the lid:**\n\n```sh\nkettlectl lift\n```\n"
    text = f"# Tea\n\n## Runbooks\n\n### No tea\n\n{first}{below}"
    (book,) = compile_playbook(text, words).runbooks
    assert "lift_the_lid" in [one.name for one in book.parts]


@pytest.mark.parametrize(
    ("said", "names"),
    [("It is warm. Nothing burns.\n\nBUT: no cup gets full.\n\n", ["first_step", "recovery"]),
     ("Look which of the four valves are open:\n\n", ["first_step", "recovery"]),
     ("Es ist warm.\n\nAber keine Tasse wird voll.\n\nAlso:\n\n", ["recovery"]),
     ("Restart:\n\n", ["recovery"])],
)  # fmt: skip
def test_a_name_stays_open_over_what_is_only_said(
    said: str, names: list[str], words: Vocabulary
) -> None:
    body = f"**First step:**\n\n{said}```sh\nkettlectl boil\n```\n\n**Fix:**\n\n1. Heat\n"
    text = f"# Tea\n\n## Runbooks\n\n### No tea\n\n**Symptom:** cold\n\n{body}"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [("**The fuse is out. What now?**\nPut it back.\n\n", ["look", "the_fuse_is_out_what_now"]),
     ("**Wenn er kalt bleibt**\nEr wird getauscht,\nund zwar auf diese Weise:\n\n",
      ["look", "wenn_er_kalt_bleibt"]),
     ("**Ask the cook.**\nShe knows.\n\n", ["look"]),
     ("**Mind:** it is hot.\nAnd heavy.\n\n", ["look"])],
)  # fmt: skip
def test_a_name_may_have_a_word_directly_below_it(
    said: str, names: list[str], words: Vocabulary
) -> None:
    first = "**Look**\n\n```sh\nkettlectl show\n```\n\n"
    text = f"# Tea\n\n## Runbooks\n\n### No tea\n\n{first}{said}```sh\nkettlectl boil\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == names


def test_a_name_of_its_own_beside_the_signs_stands_above_steps(words: Vocabulary) -> None:
    body = (
        "# Tea\n\n## Runbooks\n\n### Cold kettle\n\n{}:\n\n- Lid open\n\n"
        "{}:\n\n1. Shut the lid\n2. Wait\n"
    )
    for names in (("Symptoms", "Response"), ("Anzeichen", "Ablauf"), ("Síntomas", "Respuesta")):
        (found,) = compile_playbook(body.format(*names), words).runbooks
        assert [(part.line, part.steps) for part in found.parts] == [(11, 2)]
        assert len(found.symptoms) == 1
    for others in (("Symptoms", "Response to the first of them"), ("Guests", "Response")):
        (other,) = compile_playbook(body.format(*others), words).runbooks
        assert "response" not in {part.name for part in other.parts}


@pytest.mark.parametrize(
    ("first", "own", "names"),
    [("Look", "Still cold", ["look", "still_cold"]), ("Nachsehen", "Immer noch kalt",
     ["diagnosis", "immer_noch_kalt"]), ("Lid", "Cup", ["recovery"])],
)  # fmt: skip
def test_entries_above_commands_begin_parts(
    first: str, own: str, names: list[str], words: Vocabulary
) -> None:
    body = "".join(f"- **{one}:**\n\n```sh\nkettlectl show\n```\n\n" for one in (first, own))
    (book,) = compile_playbook(f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{body}", words).runbooks
    assert [one.name for one in book.parts] == names
