"""How a part is called: by a word that is known, or by the document's own."""

import tomllib
from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.part_names import own_name, part_name, part_named
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.vocabulary import Vocabulary

SPOKEN = tomllib.loads((Path(__file__).parent / "parts_spoken.toml").read_text("utf-8"))
HEAD = "# Apiary\n\n## Runbooks\n\n### Swarm lost\n\n"


def counted(body: str, words: Vocabulary) -> dict[str, tuple[int, int]]:
    (book,) = compile_playbook(HEAD + body, words).runbooks
    return {one.name: (one.steps, one.bullets) for one in book.parts}


@pytest.mark.parametrize(
    ("title", "name"),
    [("IMMEDIATE (2 min)", "immediate"), ("Sofort", "immediate"), ("初動：蜂を集める", "immediate"),
     ("Fix: the lid", "recovery"),
     ("Recovery completo", "recovery"), ("Complete fix", "recovery"), ("Full comb", None),
     ("Check after the rollback", "verification"),
     ("Vérification post-rollback", "verification"),
     ("Prüfung nach der Wiederherstellung", "verification"),
     ("Check the lid before the restart of the hive", None),
     ("Eradication and recovery", "recovery"), ("Containment & eradication", "mitigation"),
     ("Eradication", "eradication"), ("Eradication of mites in the hive", None),
     ("Actions", "actions"), ("Action (10 min)", "action"), ("Corrective actions", "recovery"),
     ("Queen actions", "queen_actions"), ("Actions of the bees in the hive", None),
     ("Post-incident fix", None), ("Hive lid", None)],
)  # fmt: skip
def test_known_words_name_the_part(title: str, name: str | None, words: Vocabulary) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(
    ("title", "last"),
    [("Actions", "verification"), ("Fix", "verification"), ("Diagnosis", "check"),
     ("First smell", "check")],
)  # fmt: skip
def test_a_check_behind_what_is_done_verifies_it(title: str, last: str, words: Vocabulary) -> None:
    done = f"**{title}:**\n\n1. Smoke the hive\n\n**Check:**\n\n1. The bees hum\n"
    assert [*counted(done, words)][-1] == last


@pytest.mark.parametrize(
    "title",
    ["Ação imediata (5 min)", "Acción inmediata", "Action immédiate", "Azione immediata",
     "Primeiras ações", "Erste Maßnahmen", "Medidas inmediatas", "Immediate actions"],
)  # fmt: skip
def test_one_thing_at_once_or_several_in_any_language(title: str, words: Vocabulary) -> None:
    assert part_name(title, words) == "immediate"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Fase de remediação (30 min)", "recovery"), ("Recupero", "recovery"),
     ("Validazione", "verification"), ("Enquête", "diagnosis"),
     ("Remède", "recovery"), ("Remedio", "recovery"), ("Remédios (10 min)", "recovery"),
     ("Ata da reunião", None)],
)  # fmt: skip
def test_parts_in_other_languages(title: str, name: str | None, words: Vocabulary) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(
    ("looks", "does", "ends"),
    [("What we check", "What we do", "We make sure it hums"),
     ("Was wir prüfen", "Was wir tun", "Läuft es wieder?"),
     ("Ce qu'on regarde", "Ce qu'on fait", "On s'assure que ça bourdonne"),
     ("Qué se revisa", "Qué se hace", "Comprobamos que funciona"),
     ("O que se verifica", "O que se faz", "Confirmamos que voltou"),
     ("看什么", "怎么做", "确认已恢复"), ("調べること", "やること", "直ったか確かめる"),
     ("Eingrenzen", "Entstören", "Funktionsprüfung"),
     ("Diagnosis", "Repair", "Functional test")],
)  # fmt: skip
def test_parts_may_be_called_as_people_talk(
    looks: str, does: str, ends: str, words: Vocabulary
) -> None:
    said = [part_name(one, words) for one in (looks, does, ends)]
    assert said == ["diagnosis", "recovery", "verification"]
    assert part_name("What the bees check", words) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [("What do I check?", "diagnosis"), ("Was prüfen wir?", "diagnosis"),
     ("Que vérifier ?", "diagnosis"), ("¿Qué miramos?", "diagnosis"),
     ("O que verifico?", "diagnosis"), ("先查什么？", "diagnosis"), ("何を見るか", "diagnosis"),
     ("What do we do?", "recovery"), ("Was ist zu tun?", "recovery"),
     ("Que fait-on ?", "recovery"), ("¿Qué hacemos?", "recovery"), ("O que fazemos?", "recovery"),
     ("怎么修？", "recovery"), ("どう直すか？", "recovery"),
     ("Did it work?", "verification"), ("Läuft es wieder?", "verification"),
     ("Est-ce rétabli ?", "verification"), ("¿Funcionó?", "verification"),
     ("Deu certo?", "verification"), ("修好了吗？", "verification"), ("直ったか？", "verification"),
     ("Despiste", "diagnosis"), ("Why us?", None), ("What do the bees do?", None)],
)  # fmt: skip
def test_a_part_may_be_asked_for(title: str, name: str | None, words: Vocabulary) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [("First visit (10 min)", "first_visit"), ("Smoke (white)", "smoke_white"), ("?!", "part")],
)
def test_how_long_it_takes_is_not_the_name(title: str, name: str, words: Vocabulary) -> None:
    assert own_name(title, words) == name


def test_a_list_of_nothing_but_names_is_a_list_of_parts(words: Vocabulary) -> None:
    body = (
        "1. **Call-out:**\n   - take the ladder\n   - take the skep\n\n"
        "2. **Containment:**\n   - close the box\n"
    )
    assert counted(body, words) == {"call_out": (0, 2), "mitigation": (0, 1)}


def test_numbered_entries_with_a_word_in_front_are_steps(words: Vocabulary) -> None:
    body = "1. **Contain**: close the box\n2. **Carry home**: mind the queen\n"
    assert counted(body, words) == {"recovery": (2, 0)}


@pytest.mark.parametrize(
    ("body", "parts"),
    [("- **When to use:** the lid is off\n- **How:**\n  1. row\n  2. climb\n", {"how": (2, 0)}),
     (("- **Severity:** high\n- **Detection:** it hums\n- **Immediate steps:**\n  1. shut\n"
       "- **Fix:**\n  1. mend\n  2. open\n"), {"immediate": (1, 0), "recovery": (2, 0)})],
)  # fmt: skip
def test_what_is_told_of_the_whole_stands_beside_its_parts(
    body: str, parts: dict[str, tuple[int, int]], words: Vocabulary
) -> None:
    assert counted(body, words) == parts


@pytest.mark.parametrize("inside", ["< 15 min", "≤ 1 hour", "~5 min", "30 min"])
def test_a_limit_in_brackets_is_no_part_of_the_name(inside: str, words: Vocabulary) -> None:
    assert own_name(f"Tell the owner ({inside})", words) == "tell_the_owner"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("鍵の調査", "diagnosis"),
        ("数据恢复", "recovery"),
        ("修正・再起動", "recovery"),
        ("事後対応", None),
        ("Owner", None),
        ("Resolution procedures", "recovery"),
        ("Calling procedures", None),
        ("Procedures", None),
    ],
)
def test_without_spaces_the_last_word_says_what_is_done(
    title: str, name: str | None, words: Vocabulary
) -> None:
    assert part_named(title, words) == name


HOURS = """#### Course

##### 0–10 minutes: CALL THE COOK
- by name

##### 10 minutes – 2 hours: REPAIR
- the cord

##### 3 days: Thank-you round
- with cake
"""


def test_the_hours_of_a_course_are_parts_by_what_is_done_then(words: Vocabulary) -> None:
    text = f"# Tea room\n\n## Runbooks\n\n### Kettle cold\n\n{HOURS}"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == [
        "call_the_cook", "recovery", "thank_you_round",
    ]  # fmt: skip


def test_what_a_trouble_does_is_no_repair(words: Vocabulary) -> None:
    fix, impact = "#### Fix\n\n- Boil it.\n\n", "#### Impact\n\n- Cold tea.\n- Angry guests.\n"
    text = f"# Tea room\n\n## Runbooks\n\n### Kettle does not boil\n\n{fix}{impact}"
    (found,) = compile_playbook(text, words).runbooks
    assert [(one.name, one.bullets) for one in found.parts] == [("recovery", 1), ("impact", 2)]


@pytest.mark.parametrize(
    ("part", "language"), [(part, spoken) for part in SPOKEN for spoken in SPOKEN[part]]
)
def test_parts_are_named_in_every_language(part: str, language: str, words: Vocabulary) -> None:
    names = SPOKEN[part][language]
    if part == "symptoms":
        assert [one for one in names if not is_symptoms(one, words)] == []
    else:
        assert [one for one in names if part_name(one, words) != part] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Is it back?", "verification"),
        ("Prüfen, ob es wieder läuft", "verification"),
        ("Vérifier que ça remarche", "verification"),
        ("Comprobar que ha vuelto", "verification"),
        ("Verificar se voltou", "verification"),
        ("是否修好", "verification"),
        ("戻ったかの確認", "verification"),
        ("鍵の確認", "diagnosis"),
        ("戻った人", None),
        ("Gegenprobe", "verification"),
        ("Dar por buena la reparación", "verification"),
        ("S'assurer que ça remarche", "verification"),
        ("Asegurarse de que ha vuelto", "verification"),
        ("S'assurer que la relève du matin connaît le mot de passe", None),
    ],
)
def test_whether_it_is_back_is_asked_to_verify(
    title: str, name: str | None, words: Vocabulary
) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("查：", "diagnosis"),
        ("修（换壶）", "recovery"),
        ("验：", "verification"),
        ("修女", None),
        ("验钞机", None),
    ],
)
def test_one_sign_names_a_part_where_it_is_all(
    title: str, name: str | None, words: Vocabulary
) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [("Diagnosis checklist", "diagnosis"), ("Checkliste zur Diagnose", "diagnosis"),
     ("排查清单", "diagnosis"), ("Checklist de recuperación", "recovery"),
     ("Verification checklist", "verification"), ("Hive checklist", None)],
)  # fmt: skip
def test_a_list_of_a_part_is_that_part(title: str, name: str | None, words: Vocabulary) -> None:
    assert part_name(title, words) == name


@pytest.mark.parametrize(("head", "name"), [("Notes", "notes"), ("Hinweis", "hinweis")])
def test_remarks_under_a_heading_of_their_own_are_no_steps_of_the_repair(
    head: str, name: str, words: Vocabulary
) -> None:
    fix = "#### Resolution\n\n1. Smoke\n2. Wait\n\n"
    told = f"{fix}#### {head}\n\n- Bees sleep\n- Hornets do not\n"
    assert counted(told, words) == {"recovery": (2, 0), name: (0, 2)}
    assert counted(f"{fix}- Sing\n\n#### RTO\n\n2 hours\n", words) == {"recovery": (2, 1)}


@pytest.mark.parametrize(
    ("title", "name"),
    [("Immediate actions (first 5 minutes):", "immediate"),
     ("Behebung (in 20 Minuten):", "recovery"),
     ("Call the miller (first 5 minutes):", None), ("Wheel (large):", None)],
)  # fmt: skip
def test_a_colon_behind_the_time_is_no_part_of_it(
    title: str, name: str | None, words: Vocabulary
) -> None:
    assert part_name(title, words) == name
    assert own_name("Call the miller (first 5 minutes):", words) == "call_the_miller"


@pytest.mark.parametrize(
    ("steps", "parts"),
    [
        ("1. **Immediately:**\n   - boil\n   - pour\n2. **Within a day:**\n   - ask\n",
         {"answer": (2, 3)}),
        ("1. **Lid**\n   - on?\n2. **Fix**\n   - shut it\n   - boil\n", {"answer": (2, 3)}),
        ("1. **Diagnosis**\n   - look\n2. **Fix**\n   - boil\n",
         {"diagnosis": (0, 1), "recovery": (0, 1)}),
        ("- **Lid**\n  - on?\n- **Fix**\n  - boil\n",
         {"lid": (0, 1), "recovery": (0, 1)}),
    ],
)  # fmt: skip
def test_numbers_below_a_bold_name_count_its_steps(
    steps: str, parts: dict[str, tuple[int, int]], words: Vocabulary
) -> None:
    """Unless two of them are parts themselves."""
    body = f"**Symptoms**:\n- cold\n\n**Answer:**\n\n{steps}"
    text = f"# Tea room\n\n## Runbooks\n\n### Kettle does not boil\n\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert {one.name: (one.steps, one.bullets) for one in book.parts} == parts
