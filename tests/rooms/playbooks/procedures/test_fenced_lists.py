"""What a list in a fence is: steps, entries, or boxes to tick."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.procedures.fence_kinds import Surroundings, kind_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.truth_form import truth_of

CASES = (
    # Boxes at the margin, and what belongs to each further in.
    (None, "□ Shut the gate (5 min)\n  └─ ring the bell\n  └─ light the lamp\n□ Count\n  └─ boats",
     FenceKind.CHECKLIST),
    ("text", "[ ] Ovens off\n  - the left one\n  - the right one\n[ ] Doors open\n  - both",
     FenceKind.CHECKLIST),
    (None, "□ Shut the gate\n└─ ring\n└─ light a lamp\n└─ call\n□ Count", FenceKind.PROSE_STEPS),
    (None, "Tick:\n  □ one\n- ring the bell\n- light the lamp\n- go", FenceKind.PROSE_STEPS),
    # Settings by the tag, boxes by what stands there.
    ("yaml", "Before the feast:\n  - [ ] Ovens are cold\n  - [ ] Doors are shut",
     FenceKind.CHECKLIST),
    ("yml", "- [x] Lamps\n- [ ] Oil", FenceKind.CHECKLIST),
    ("yaml", "lamps:\n  - [ 1, 2 ]\n  - [ 3, 4 ]", FenceKind.CONFIG),
    ("yaml", "lamps: 3\noil: 2\nwick: 1\nleft:\n  - [ ] Lamps\n  - [ ] Oil", FenceKind.CONFIG),
    # Entries and steps among the remarks of a shell.
    ("bash", "# who tells us:\n- LampWatch alarms\n- Keepers\n# then:\n1. Look\n2. Ring",
     FenceKind.PROSE_STEPS),
    ("sh", "- Boats at the quay\n- Nets on the wall\n\n1. Count the boats", FenceKind.PROSE_STEPS),
    ("bash", "- LampWatch alarms\n- Keepers\nlampctl look\n1. Ring", FenceKind.COMMANDS),
    ("bash", "- lampctl look\n- lampctl out\n1. lampctl in", FenceKind.COMMANDS),
    # A query by its first word and its last sign.
    ("bash", "# who baked today\nSELECT * FROM loaves\nWHERE day = 3;", FenceKind.SQL),
    ("shell", "delete from loaves where day < 3;\nselect 1;", FenceKind.SQL),
    ("bash", "select tray in left right; do\n  ovenctl open $tray\ndone", FenceKind.COMMANDS),
    ("bash", "ovenctl look\nselect * from loaves;", FenceKind.COMMANDS),
)  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind"), CASES)
def test_a_list_in_a_fence_is_told_by_its_marks(
    lang: str | None, text: str, kind: FenceKind, words: Vocabulary
) -> None:
    lines = tuple(text.split("\n"))
    fence = Fence(1, len(lines) + 2, lang, lines)
    assert kind_of(fence, Surroundings(frozenset()), words) is kind


@pytest.mark.parametrize(
    ("fence", "bullets"),
    [("□ Shut it\n  └─ ring\n□ Count\n  └─ boats", 0), ("- [ ] Lamps\n- [ ] Oil", 0),
     ("1. Shut it\n└─ ring\n└─ call\n2. Count", 2), ("- ring the bell\n- count", 2)],
)  # fmt: skip
def test_boxes_in_a_fence_are_no_work_of_a_part(
    fence: str, bullets: int, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Runbooks\n\n### Water high\n\n**Fix:**\n\n```\n{fence}\n```\n"
    (part,) = compile_playbook(text, words).runbooks[0].parts
    assert (part.bullets, len(part.fences)) == (bullets, 1)


def test_boxes_in_a_fence_are_asked_for_and_counted_with_the_fences(words: Vocabulary) -> None:
    fence = "```yaml\nLook:\n  - [ ] Lamps\n  - [ ] Oil\n```\n"
    text = f"# Mill\n\n## Phase 1: Look\n\n- Ring\n\n{fence}\n## Phase 2: Mend\n\n- [ ] Gate\n"
    made = compile_playbook(text, words)
    assert [one.text for one in made.phases[0].items] == ["Ring", "Lamps", "Oil"]
    look, mend = truth_of(made, "mill", words)["phases"]
    assert (look["items"], look["checklist"], look["bullets"]) == (["Ring"], 0, 1)
    assert (mend["items"], mend["checklist"]) == (["Gate"], 1)
