"""What stands inside a runbook: its parts, objectives, checks and remarks."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.nouns.procedures import RunbookKind, SymptomForm
from runcard.domain.playbooks.vocabulary import Vocabulary


def the_runbook(body: str, words: Vocabulary, title: str = "Kettle does not boil") -> Runbook:
    text = f"# Tea room\n\n## Runbooks\n\n### {title}\n\n{body}\n"
    (found,) = compile_playbook(text, words).runbooks
    return found


def counted(book: Runbook) -> dict[str, tuple[int, int, int, int]]:
    return {one.name: (len(one.fences), one.commands, one.steps, one.bullets) for one in book.parts}


LABELLED = """**Symptoms**:
- no steam
- no light

**Diagnosis**:

```bash
kettlectl status
kettlectl logs
```

**Fix**:

1. Unplug it
2. Plug it in

RTO: 5 minutes (cable) / 20 minutes (new kettle)
RPO: 0

Note: tell the tea team
"""


def test_labels_name_the_parts(words: Vocabulary) -> None:
    book = the_runbook(LABELLED, words)
    assert counted(book) == {"diagnosis": (1, 2, 0, 0), "recovery": (0, 0, 2, 0)}
    assert (len(book.symptoms), book.symptom_form) == (2, SymptomForm.BULLETS)
    assert [(one.case, one.time.seconds) for one in book.rto] == [
        ("cable", 300),
        ("new kettle", 1200),
    ]
    assert book.rpo is not None
    assert book.rpo.seconds == 0
    assert book.note is not None
    assert book.note.text == "tell the tea team"


def test_the_labels_of_other_languages_name_the_same_parts(words: Vocabulary) -> None:
    german = (
        "**Anzeichen:** kein Dampf\n\n**Prüfen**\n\n```sh\na\n```\n\n**Beheben**\n\n```sh\nb\n```"
    )
    chinese = "**现象**：没有蒸汽\n\n**排查**：\n\n```sh\na\n```\n\n**处理**：\n\n```sh\nb\n```"
    for body in (german, chinese):
        book = the_runbook(body, words)
        assert counted(book) == {"diagnosis": (1, 1, 0, 0), "recovery": (1, 1, 0, 0)}
        assert book.symptom_form is SymptomForm.SENTENCE


def test_work_without_a_label_is_recovery(words: Vocabulary) -> None:
    book = the_runbook("Only at night.\n\n```sh\nkettlectl boil\n```", words)
    assert counted(book) == {"recovery": (1, 1, 0, 0)}


def test_an_unknown_label_above_work_is_a_part_of_that_name(words: Vocabulary) -> None:
    book = the_runbook("**Call the baker**\n\n- by phone\n", words)
    assert counted(book) == {"call_the_baker": (0, 0, 0, 1)}


def test_a_definition_list_names_symptoms(words: Vocabulary) -> None:
    book = the_runbook("Symptoms\n: cold tea\n: no steam\n\nFix\n\n```sh\na\n```", words)
    assert len(book.symptoms) == 2
    assert counted(book) == {"recovery": (1, 1, 0, 0)}


def test_a_restore_is_a_procedure(words: Vocabulary) -> None:
    book = the_runbook("```sh\na\n```", words, title="Restore the tea ledger")
    assert book.kind is RunbookKind.PROCEDURE


def test_a_check_after_a_change_verifies_it(words: Vocabulary) -> None:
    checked = the_runbook("```sh\nsystemctl restart tea\nsystemctl status tea\n```", words)
    unchecked = the_runbook("```sh\nsystemctl status tea\nsystemctl restart tea\n```", words)
    assert checked.verification is not None
    assert checked.verification.text == "systemctl status tea"
    assert unchecked.verification is None


WAITS = (
    ("kubectl scale deploy/tea --replicas=2\nkubectl rollout status deploy/tea\nkubectl apply -f a",
     "kubectl rollout status deploy/tea"),
    ("systemctl stop tea\nRestart-Computer -ComputerName tea -Wait", None),
    ("systemctl restart tea\npython3 -c \"import urllib.request as u; u.urlopen('http://tea')\"",
     "python3 -c \"import urllib.request as u; u.urlopen('http://tea')\""),
)  # fmt: skip


@pytest.mark.parametrize(("commands", "text"), WAITS)
def test_what_waits_for_a_change_verifies_it(
    commands: str, text: str | None, words: Vocabulary
) -> None:
    found = the_runbook(f"```sh\n{commands}\n```", words).verification
    assert (found and found.text) == text


def test_a_page_may_be_one_runbook(words: Vocabulary) -> None:
    text = (
        "# KettleCold\n\n## Symptoms\n\n- cold\n\n## Diagnosis\n\n```sh\na\n```\n\n"
        "## Recovery\n\n```sh\nb\n```\n"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert (book.title, book.line) == ("KettleCold", 1)
    assert counted(book) == {"diagnosis": (1, 1, 0, 0), "recovery": (1, 1, 0, 0)}


def test_a_check_that_is_one_of_the_numbered_steps_keeps_its_number(words: Vocabulary) -> None:
    body = "**Step 1 - Pour:**\n\n- pour\n\n**Step 2 - Check:**\n\n- taste\n"
    found = compile_playbook(
        f"# T\n\n## Runbooks\n\n### Cold\n\n**Symptoms**: cold\n\n{body}", words
    )
    assert [part.name for part in found.runbooks[0].parts] == ["step_1_pour", "step_2_check"]


@pytest.mark.parametrize("label", ["Prüfung", "Checks", "Post-checks", "Contrôle", "Comprobar"])
def test_a_check_behind_the_repair_verifies_it(label: str, words: Vocabulary) -> None:
    work = "```sh\nkettlectl status\n```"
    book = the_runbook(f"**Fix**\n\n{work}\n\n**{label}**\n\n{work}", words)
    assert [part.name for part in book.parts] == ["recovery", "verification"]


def test_bold_words_that_begin_a_sentence_are_no_part(words: Vocabulary) -> None:
    book = the_runbook("**Fix**\n\n1. Boil\n\n**Done when** the kettle whistles.", words)
    assert [part.name for part in book.parts] == ["recovery"]


def test_a_fence_that_only_a_shell_understands_is_run(words: Vocabulary) -> None:
    book = the_runbook("**Fix**\n\n```\nkettlectl lid open\n./boil.sh\n```", words)
    assert book.parts[0].commands == 2
    said = the_runbook("**Fix**\n\n```\ncall the cook and wait\n```", words)
    assert said.parts[0].commands == 0


def test_a_sentence_in_emphasis_is_no_part(words: Vocabulary) -> None:
    book = the_runbook("*Always cold.*\n\n1. Lift the lid.\n2. Wipe it.", words)
    assert counted(book) == {"recovery": (0, 0, 2, 0)}


def test_a_look_before_the_fix_is_the_diagnosis(words: Vocabulary) -> None:
    look, fix = "```sh\nkettlectl status\n```", "```sh\nkettlectl boil\n```"
    book = the_runbook(f"Have a look:\n\n{look}\n\nFix:\n\n{fix}", words)
    assert counted(book) == {"diagnosis": (1, 1, 0, 0), "recovery": (1, 1, 0, 0)}


@pytest.mark.parametrize("label", ["Undo", "Retour arrière", "Zurück", "Terugdraaien"])
def test_a_part_of_the_documents_own_may_begin_with_a_sentence(
    label: str, words: Vocabulary
) -> None:
    fence = "```bash\n{}\n```\n"
    body = (
        f"**Diagnosis**\n\n{fence.format('uptime')}\n**{label}** :\n\n"
        f"The old kettle goes on boiling meanwhile.\n\n{fence.format('kettle roll-back')}"
    )
    parts = counted(the_runbook(body, words))
    assert list(parts.values()) == [(1, 1, 0, 0), (1, 1, 0, 0)]


def test_a_bold_remark_above_a_sentence_is_no_part(words: Vocabulary) -> None:
    fence = "```bash\nuptime\n```\n"
    body = f"**Diagnosis**\n\n{fence}\n**Ask first.**\n\nThe cook knows.\n\n{fence}"
    assert list(counted(the_runbook(body, words))) == ["diagnosis"]


def test_a_label_directly_below_an_entry(words: Vocabulary) -> None:
    for look, fix, name in (
        ("Diagnosis", "Fix", "recovery"),
        ("Prüfung", "Eindämmung", "mitigation"),
    ):
        book = the_runbook(f"**{look}**\n- See the lamp\n**{fix}**\n1. Pour\n2. Wait", words)
        assert counted(book) == {"diagnosis": (0, 0, 0, 1), name: (0, 0, 2, 0)}


def test_bold_words_within_an_entry_are_no_label(words: Vocabulary) -> None:
    book = the_runbook("**Diagnosis**\n- See the lamp\n  **and** the clock\n1. Pour", words)
    assert set(counted(book)) == {"diagnosis"}


@pytest.mark.parametrize(
    ("heading", "first"), [("Escalation path", "Immediately"), ("Eskalation", "Sofort")]
)
def test_rungs_are_no_parts(heading: str, first: str, words: Vocabulary) -> None:
    body = (
        f"#### First actions\n\n1. Shut\n\n#### {heading}\n\n- **{first}:** Ada\n- **15 min:** Bo"
    )
    names = {name: found[2:] for name, found in counted(the_runbook(body, words)).items()}
    assert list(names.values()) == [(1, 0), (0, 2)]


def test_a_name_with_a_word_on_the_commands_below(words: Vocabulary) -> None:
    body = "**Second kettle** – light the other stove:\n\n```sh\nkettlectl light 2\n```"
    assert counted(the_runbook(body, words)) == {"second_kettle": (1, 1, 0, 0)}


@pytest.mark.parametrize(
    "label", ["**Immediate actions**:", "**Actions immédiates** :", "**Sofortmaßnahmen:**"]
)
def test_bold_steps_below_the_name_of_a_part_are_its_steps(label: str, words: Vocabulary) -> None:
    steps = "1. **Look at the lamp**\n   - on?\n   - off?\n\n2. **Recovery**:\n   - boil\n"
    book = the_runbook(f"**Symptoms**:\n- cold\n\n{label}\n\n{steps}", words)
    assert counted(book) == {"immediate": (0, 0, 2, 3)}


def test_a_heading_with_nothing_but_parts_below_it_is_none(words: Vocabulary) -> None:
    below = "##### Diagnosis\n\n- look\n\n##### Recovery\n\n- boil\n"
    book = the_runbook(f"#### Response procedure\n\n{below}", words)
    assert counted(book) == {"diagnosis": (0, 0, 0, 1), "recovery": (0, 0, 0, 1)}


CASES = (
    "#### Repair procedures\n\n##### The cord\n\n**Steps**:\n1. Pull\n2. Push\n\n"
    "**If it sparks**:\n- Run\n\n##### The coil\n\n**Steps**:\n1. Scrape\n\n"
    "**Time to resolution**: a day\n\n#### Afterwards\n\n1. Rest\n"
)


def test_labels_of_a_case_within_a_part_open_none_of_the_whole(words: Vocabulary) -> None:
    text = f"# Tea room\n\n## Runbooks\n\n### Kettle cold\n\n{CASES}"
    whole = compile_playbook(text, words).runbooks[0]
    assert [(one.name, one.line, one.steps, one.bullets) for one in whole.parts] == [
        ("recovery", 7, 3, 1), ("afterwards", 25, 1, 0),
    ]  # fmt: skip


STEPS_OF_PARTS = """#### Answer (within 5 minutes)

**Step 1: Pull the plug**
```sh
kettlectl off
```

**2. Tell the cook**

- by shouting

#### Repair

**If it sparks**:
- Run

**Verification**:
- It boils
"""


def test_bold_names_below_the_heading_of_a_part_are_its_steps(words: Vocabulary) -> None:
    assert counted(the_runbook(STEPS_OF_PARTS, words)) == {
        "answer": (1, 1, 0, 1), "recovery": (0, 0, 0, 1), "verification": (0, 0, 0, 1),
    }  # fmt: skip


def test_a_bold_name_below_no_part_opens_one_of_its_own(words: Vocabulary) -> None:
    book = the_runbook("1. Pull\n\n**If it sparks**:\n- Run\n", words)
    assert list(counted(book)) == ["recovery", "if_it_sparks"]


def test_a_form_that_a_step_asks_for_is_counted_with_it(words: Vocabulary) -> None:
    form = "```markdown\n## Incident report: [date]\n- **Cause**: [cause]\n```\n"
    inside = "   " + "   ".join(form.splitlines(keepends=True))
    for body, fences in ((inside, 1), (form, 0)):
        text = f"#### Fix\n\n1. Pull\n\n#### Post-incident actions\n\n1. **Write**:\n{body}"
        assert counted(the_runbook(text, words))["post_incident_actions"] == (fences, 0, 1, 0)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("The whole counter anew", RunbookKind.PROCEDURE), ("Kettle is down", RunbookKind.RUNBOOK)],
)
def test_below_ways_of_recovery_stands_what_is_done(
    title: str, kind: RunbookKind, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Recovery procedures\n\n### {title}\n\n```sh\nkettlectl boil\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.kind is kind


def test_cases_below_a_counted_step_are_ways_within_it(words: Vocabulary) -> None:
    way = "**If it {}:**\n\n```sh\nkettlectl fuse\n```\n\n"
    ways = way.format("sparks") + way.format("leaks")
    book = the_runbook(f"**Step 1: Unplug**\n\n- Run\n\n**Step 2: Mend**\n\n{ways}", words)
    assert counted(book) == {"step_1_unplug": (0, 0, 0, 1), "step_2_mend": (2, 2, 0, 0)}
