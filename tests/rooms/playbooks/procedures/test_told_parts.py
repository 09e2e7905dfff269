"""Entries that begin with the name of a part and say what is done: each is a step of its part."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Counts = dict[str, tuple[int, int]]


def parts(body: str, words: Vocabulary) -> Counts:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle outage\n\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    return {one.name: (one.steps, one.bullets) for one in book.parts}


@pytest.mark.parametrize(
    "names",
    [("Detect", "Contain", "Diagnose", "Mitigate", "Recover", "Verify", "Post-mortem"),
     ("Erkennung", "Eindämmen", "Untersuchen", "Eindämmung", "Wiederherstellen", "Überprüfen",
      "Nachbesprechung"),
     ("Detección", "Contener", "Investigar", "Mitigar", "Recuperar", "Verificación",
      "Post-mortem")],
)  # fmt: skip
def test_numbered_entries_that_are_nearly_all_parts(
    names: tuple[str, ...], words: Vocabulary
) -> None:
    """What shows the trouble, and what comes after it, are no steps of the repair."""
    listed = "".join(f"{at}. {name}: the coil, the cup.\n" for at, name in enumerate(names, 1))
    assert parts(listed, words) == {
        "mitigation": (2, 0), "diagnosis": (1, 0), "recovery": (1, 0), "verification": (1, 0)
    }  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [("Call", "Ask", "Contain", "Warm", "Recover"), ("**Contain**", "**Diagnose**", "**Recover**"),
     ("Contain", "Recover", "Pour")],
)  # fmt: skip
def test_numbered_entries_count_steps_elsewhere(names: tuple[str, ...], words: Vocabulary) -> None:
    listed = "".join(f"{at}. {name}: the coil, the cup.\n" for at, name in enumerate(names, 1))
    assert parts(listed, words) == {"recovery": (len(names), 0)}


@pytest.mark.parametrize("mark", ["", "**"])
@pytest.mark.parametrize(
    ("names", "found"),
    [(("Symptom", "Impact", "Diagnosis", "Fix", "Escalation"), ["diagnosis", "recovery"]),
     (("Symptome", "Impact", "Diagnostic", "Correctif", "Escalade"), ["diagnosis", "recovery"]),
     (("Síntoma", "Causa", "Diagnóstico", "Solución", "Contacto"), ["diagnosis", "recovery"]),
     (("症状", "影响", "诊断", "恢复", "升级"), ["diagnosis", "recovery"])],
)  # fmt: skip
def test_bullets_that_begin_with_parts_whatever_their_type(
    mark: str, names: tuple[str, ...], found: list[str], words: Vocabulary
) -> None:
    listed = "".join(f"- {mark}{name}:{mark} the coil of the kettle\n" for name in names)
    known = parts(listed, words)
    assert list(known)[-2:] == found
    assert known[found[0]] == known[found[1]] == (0, 1)


def test_what_is_nested_below_such_a_name_is_of_its_part(words: Vocabulary) -> None:
    listed = (
        "- Symptom: no tea\n- Diagnosis:\n  - the coil\n  - the cup\n"
        "- Fix:\n  1. heat\n  2. pour\n- Escalation: the cook\n"
    )
    assert parts(listed, words) == {"diagnosis": (0, 2), "recovery": (2, 0)}


def test_times_beside_the_repair_are_no_part(words: Vocabulary) -> None:
    listed = "**Fix:**\n\n1. heat\n\n- Recovery time: 10 minutes\n- Data loss: none\n"
    assert parts(listed, words)["recovery"][0] == 1
    assert parts("- The coil: warm\n- The cup: cold\n", words) == {"recovery": (0, 2)}


@pytest.mark.parametrize(
    ("label", "found"),
    [("**Post:**", {"mitigation": (0, 1), "recovery": (0, 1), "post": (0, 1)}),
     ("**Last call:**", {"mitigation": (0, 1), "recovery": (0, 1), "last_call": (0, 1)}),
     ("Post:", {"mitigation": (0, 1), "recovery": (0, 2)}),
     ("**Escalation:**", {"mitigation": (0, 1), "recovery": (0, 1)})],
)  # fmt: skip
def test_a_bold_name_of_the_documents_own_is_a_part_beside_known_ones(
    label: str, found: Counts, words: Vocabulary
) -> None:
    listed = (
        f"- **Detect:** cold.\n- **Contain:** close.\n- **Recover:** boil.\n- {label} note it.\n"
    )
    assert parts(listed, words) == found


LINES = (
    ("What you see", "First look", "Stop the bleeding", "Put it right"),
    ("Anzeichen", "Eingrenzen", "Schaden begrenzen", "Beheben"),
    ("Síntomas", "Primer vistazo", "Contener", "Arreglar"),
    ("现象", "排查", "止损", "修复"),
)
SHAPES = (
    "{}: the pot is not full any more.\n",
    "{}: the pot is not\nfull any more.\n\n",
    "**{}.** The pot is not full any more.\n\n",
    "- **{}**\n  - the pot\n  - the lid\n",
    "1. **{}:**\n   - the pot\n   - the lid\n",
)


@pytest.mark.parametrize("names", LINES)
@pytest.mark.parametrize("shape", SHAPES)
def test_parts_are_told_in_lines_and_lists_of_any_shape(
    shape: str, names: tuple[str, ...], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{''.join(map(shape.format, names))}"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == ["diagnosis", "mitigation", "recovery"]
    assert book.symptoms


@pytest.mark.parametrize(
    "said",
    ["Symptoms: no steam.\n\nRecovery: 10 minutes.\n\nContainment: 5 minutes.\n",
     "Fix: swap the coil.\n\nColour: black.\n", "**Careful.** It is hot.\n\n**Ada.** She knows.\n"],
)  # fmt: skip
def test_lines_about_other_things_are_no_parts(said: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{said}\n```sh\npot boil\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.name for one in book.parts] == ["recovery"]
    assert book.parts[0].line > 8
