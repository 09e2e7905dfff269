"""A fence is what it holds, whatever its tag says."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.procedures.fence_kinds import Surroundings, kind_of
from runcard.domain.playbooks.vocabulary import Vocabulary

CASES = (
    ("bash", "kubectl get pods", "", "commands"),
    ("bash", "1. Open the door\n2. Close it", "", "prose-steps"),
    ("bash", "# ask the vendor\n# wait", "", "comment-only"),
    ("bash", "# P1\n- Wake the mate\n- Ring\n\n# P2\n- Tell the shift", "", "prose-steps"),
    ("bash", "# open the line\nBridge: by radio\n- Clerk: [A]\n- Lead: [B]", "", "prose-steps"),
    ("bash", "- Wake the miller\nmillctl stop", "", "commands"),
    ("bash", "# before the feast\n[ ] keys\n- [x] log", "", "checklist"),
    ("sh", "[ ] keys\nmillctl stop", "", "commands"),
    ("sh", "[ -f keys ] && millctl stop\n[ -d log ] || mkdir log", "", "commands"),
    ("sql", "select 1;", "", "sql"),
    ("yaml", "a: 1", "", "config"),
    ("yaml", "weekday: team one", "oncall", "schedule"),
    ("python", "# in mill/settings.py\npool = Pool(\n    grain,\n    size=9\n)", "", "config"),
    (None, "1. Open the door\n2. Close it", "", "prose-steps"),
    (None, "1. Stop the mill\n   -> tell Ada\n   -> shut the gate\n2. Count\n   -> write it", "",
     "prose-steps"),
    (None, "- errors\n- load", "", "prose-steps"),
    (None, "Step 1: Ring\n└─ the keeper\n└─ the vet\nStep 2: Count\n├─ the goats\n└─ write it", "",
     "prose-steps"),
    (None, "Step 1: Ring\nthe keeper\nthe vet\nthe goats\nthe sheep", "", "note"),
    (None, "farm\n├─ barn\n└─ goats", "", "diagram"),
    (None, "[ ] keys\n[ ] log", "", "checklist"),
    (None, "on-call -> lead -> head", "", "diagram"),
    (None, "1. RIECHEN → 2. SUCHEN → 3. LÜFTEN", "", "diagram"),
    (None, "1. Menu → 2 cups\n2. Menu → 3 cups", "", "prose-steps"),
    ("mermaid", "flowchart LR", "", "diagram"),
    (None, "Lead: <Phone>", "contacts", "contacts"),
    (None, "Mon 09:00 team one", "oncall", "schedule"),
    (None, "kubectl get pods\nkubectl top pods", "", "commands"),
    (None, "select 1 from a", "", "sql"),
    (None, "kettlectl lid open", "", "commands"),
    (None, "$ boil now", "", "commands"),
    (None, "teatool pour --cup 3", "", "commands"),
    (None, "call the cook - then wait", "", "note"),
    (None, "What happened:\nWhat we change:", "review", "postmortem-template"),
    (None, "rtt below 0.4 ms", "", "note"),
    (None, "See the other page", "", "pointer"),
    (None, "cli\nconfigure exclusive\nload override /tmp/weir.conf\ncommit", "", "commands"),
    (None, "weir-sw> show board 0\nweir-sw> board reset 0/3", "", "commands"),
    ("javascript", '// On the panel:\n"E4: no paper"\n"E5: no ink"', "", "note"),
    (None, '"E4: no paper in tray 2"', "", "note"),
    ("javascript", "// In press.ts\nconst press = new Press({\n  trays: 3,\n});", "", "config"),
    ("javascript", "// Once more:\npress.on('jam', () => {\n  tray.open();\n});", "", "config"),
    ("javascript", "db.press.find()", "", "commands"),
    ("python", "# Should be:\ntrays = 3", "", "config"),
    ("python", "press = Press.find(3)\npress.stop()", "", "commands"),
    ("javascript", "TRAYS=3\nINK=black", "", "config"),
    ("bash", '# In package.json\n"ink": "press fill",\n"run": "press go"', "", "config"),
    ("bash", "TRAYS=3\nINK=black", "", "commands"),
    (None, "Panel → Trays → Log\nLook for: red rows", "", "note"),
    (None, "Panel → Trays → Size\nPAPER_SIZE = [as printed on the tray]", "", "note"),
    (None, "Panel → Lead → Head\nAnswer: 15 minutes", "", "diagram"),
    (None, "set the gate\nclear the bridge\nreturn to the lock", "", "note"),
)  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "about", "kind"), CASES)
def test_a_fence_is_what_it_holds(
    lang: str | None, text: str, about: str, kind: str, words: Vocabulary
) -> None:
    lines = tuple(text.split("\n"))
    fence = Fence(1, len(lines) + 2, lang, lines)
    where = Surroundings(frozenset({about} if about else ()))
    assert kind_of(fence, where, words) is FenceKind(kind)


def test_what_is_known_to_be_a_message_stays_one(words: Vocabulary) -> None:
    fence = Fence(1, 3, None, ("- [name]", "- [date]"))
    where = Surroundings(frozenset(), is_template=True)
    assert kind_of(fence, where, words) is FenceKind.TEMPLATE


@pytest.mark.parametrize(("tag", "count"), [("promql", 2), ("logql", 2), ("text", 0)])
def test_a_question_to_the_metrics_goes_on_over_lines(
    tag: str, count: int, words: Vocabulary
) -> None:
    asked = "# how many\nsum(rate(a[5m]))\n/ sum(rate(b[5m]))\n\nmax(c)\n"
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n```{tag}\n{asked}```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.parts[0].commands == count


def test_boxes_with_arrows_behind_them_are_no_drawing(words: Vocabulary) -> None:
    lines = ["Ask:", "[ ] Is it hot?    → Yes = stop", "[ ] Is it loud?   → Yes = oil"]
    fence = Fence(5, 9, None, tuple(lines))
    assert kind_of(fence, Surroundings(frozenset()), words) is FenceKind.CHECKLIST


def test_a_program_with_branches_is_no_list_of_commands(words: Vocabulary) -> None:
    lines = ("for sack in sacks:", "    weigh(sack)")
    fence = Fence(5, 8, "python", lines)
    assert kind_of(fence, Surroundings(frozenset()), words) is FenceKind.CONFIG


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [("typescript", "// oven.ts\n<Lid\n  open={no}\n/>", FenceKind.CONFIG),
     ("ts", "const lid = oven.find('lid');", FenceKind.CONFIG),
     ("go", "// only said", FenceKind.COMMENTS), ("ts", "npm run bake", FenceKind.COMMANDS),
     ("js", "const { bake } = require('./oven');\nbake();", FenceKind.CONFIG),
     ("javascript", "every(60, async () => {\n  await bake();\n});", FenceKind.CONFIG),
     ("js", "oven.lids.find().forEach(lid => {\n  print(lid)\n})", FenceKind.COMMANDS),
     ("javascript", "oven.lids.find({open: 1})", FenceKind.COMMANDS)],
)  # fmt: skip
def test_what_is_kept_in_files_is_not_typed(
    lang: str, text: str, kind: FenceKind, words: Vocabulary
) -> None:
    fence = Fence(1, 9, lang, tuple(text.split("\n")))
    assert kind_of(fence, Surroundings(frozenset()), words) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1. Look in\n   ovenctl look\n   ovenctl log\n\n2. If hot:\n   - ovenctl open\n   - wait",
      FenceKind.PROSE_STEPS),
     ("/oven/\n├── light.sh   # light\n└── bake.sh    # bake", FenceKind.NOTE),
     ("1. ovenctl look\novenctl log\novenctl open", FenceKind.COMMANDS),
     ("ls /oven\n├── light.sh\n└── bake.sh", FenceKind.COMMANDS)],
)  # fmt: skip
def test_a_shell_fence_may_hold_steps_with_more_or_a_tree(
    text: str, kind: FenceKind, words: Vocabulary
) -> None:
    fence = Fence(1, 9, "bash", tuple(text.split("\n")))
    assert kind_of(fence, Surroundings(frozenset()), words) is kind


def test_what_is_drawn_below_a_step_is_counted_with_it(words: Vocabulary) -> None:
    steps = "```\nStep 1: Ring\n└─ the keeper\n  └─ the vet\nStep 2: Count\n```\n"
    text = f"# Farm\n\n## Runbooks\n\n### Goats out\n\n{steps}\n## Phase 1: Look\n\n{steps}"
    made = compile_playbook(f"{text}\n## Phase 2: Mend\n\n- the fence\n", words)
    (part,) = made.runbooks[0].parts
    assert (part.steps, part.bullets) == (2, 2)
    kinds = [(one.text, one.kind.value) for one in made.phases[0].items]
    assert kinds == [
        ("Ring", "step"), ("the keeper", "bullet"), ("the vet", "bullet"), ("Count", "step")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "commands"),
    [("$ ovenctl bake loaf.yaml\nRefused by the oven:\n  - lid is open\n  - tray is wet",
      FenceKind.COMMANDS, 1),
     ("$ ./boats --in\nBOAT    SINCE\nhilda   21h\n\n$ ./boats --log\nolga   sailed --> sea",
      FenceKind.COMMANDS, 2),
     ("Refused by the oven:\n  - lid is open\n  - tray is wet", FenceKind.PROSE_STEPS, 0),
     ("$ 40 a tray\n$ 12 a loaf", FenceKind.NOTE, 0)],
)  # fmt: skip
def test_what_is_typed_at_a_prompt_makes_a_transcript(
    text: str, kind: FenceKind, commands: int, words: Vocabulary
) -> None:
    """Whatever the machine answers below: a list, a table, arrows."""
    (fence,) = compile_playbook(f"# Quay\n\n## Boats\n\n```\n{text}\n```\n", words).fences
    assert (fence.kind, fence.commands) == (kind, commands)


def test_the_path_to_a_fence_is_told_as_written(words: Vocabulary) -> None:
    text = "# Mill\n\n## Stop:\n\n### ⚙️ 1. The big wheel ###\n\n```sh\nmillctl stop\n```\n"
    assert compile_playbook(text, words).fences[0].section == ("Stop:", "⚙️ 1. The big wheel")
