"""Levels and their times in sentences."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook, Severity, SeverityForm
from runcard.domain.playbooks.vocabulary import Vocabulary


def read(body: str, words: Vocabulary) -> Playbook:
    return compile_playbook(f"# Tea room\n\n{body}\n", words)


def answered(level: Severity) -> tuple[int | None, int | None]:
    response, acknowledge = level.response, level.acknowledge
    return (response and response.seconds), (acknowledge and acknowledge.seconds)


def test_sentences_that_begin_with_a_level_define_it(words: Vocabulary) -> None:
    body = "## Severities\n\nSEV1 means no tea. SEV2 means weak tea.\n"
    found = read(body, words)
    assert found.severity_form is SeverityForm.NONE
    assert [one.definition and one.definition.text for one in found.severities] == [
        "no tea.",
        "weak tea.",
    ]


def test_each_piece_of_a_sentence_has_its_own_level_and_time(words: Vocabulary) -> None:
    body = (
        "## Severities\n\n- **SEV1**: no tea\n- **SEV2**: weak tea\n\n"
        "SEV1 is acknowledged within 5 minutes, SEV2 within an hour.\n"
    )
    assert [answered(one) for one in read(body, words).severities] == [(None, 300), (None, 3600)]


def test_a_list_below_such_a_sentence_needs_no_heading(words: Vocabulary) -> None:
    body = "The levels we use:\n\n1. **S1** - no tea. Run.\n2. **S2** - weak tea.\n"
    found = read(body, words)
    assert [one.key for one in found.severities] == ["S1", "S2"]
    assert found.severities[0].definition is not None
    assert found.severities[0].definition.text == "no tea. Run."


def test_a_time_behind_the_meaning_is_the_response(words: Vocabulary) -> None:
    body = (
        "## Severity\n\nRed\n: No tea. Somebody boils water within 20 minutes.\n\nGreen\n: Rest.\n"
    )
    assert answered(read(body, words).severities[0]) == (1200, None)


def test_how_long_something_lasts_is_no_promise(words: Vocabulary) -> None:
    body = "## Severity\n\nRed\n: No tea. It lasts for 20 minutes.\n\nGreen\n: Rest.\n"
    assert answered(read(body, words).severities[0]) == (None, None)


def test_bare_numbers_are_named_by_their_column(words: Vocabulary) -> None:
    body = (
        "## Priorities\n\n| Priority | Title | Meaning |\n|---|---|---|\n"
        "| 1 | Major | no tea |\n| 2 | Minor | weak tea |\n\n## Communication\n\n"
        "Guests are updated hourly for priority 1 and every two hours for priority 2.\n"
    )
    found = read(body, words).severities
    assert [one.name for one in found] == ["Major", "Minor"]
    assert [one.cadence and one.cadence.seconds for one in found] == [3600, 7200]


def test_letters_are_keys_behind_a_sure_word(words: Vocabulary) -> None:
    body = "## Severity\n\n| | SEV-A | SEV-B |\n|---|---|---|\n| Response | 5 min | 1 hour |\n"
    assert [one.key for one in read(body, words).severities] == ["SEV-A", "SEV-B"]


def test_several_levels_are_named_at_once(words: Vocabulary) -> None:
    body = (
        "## Niveaux\n\n### Niveau 1 (critique) — réponse sous 10 minutes\n\nPas de thé.\n\n"
        "### Niveau 2 (mineur) — réponse sous 1 heure\n\nThé froid.\n\n## Bilan\n\n"
        "Bilan obligatoire pour les niveaux 1 et 2, sous 5 jours.\n"
    )
    found = read(body, words)
    assert [answered(one)[0] for one in found.severities] == [600, 3600]
    assert [one.name for one in found.severities] == ["critique", "mineur"]
    assert found.review.required_for == ("Niveau 1", "Niveau 2")


def test_at_once_is_now_wherever_it_stands(words: Vocabulary) -> None:
    body = (
        "## Severity\n\n- **Red**: no tea\n- **Green**: rest\n\nRed: the brewer starts at once.\n"
    )
    assert answered(read(body, words).severities[0]) == (0, None)


def test_a_label_may_promise_for_several_levels(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity\n\n- Sev0: all of it\n- Sev1: some of it\n\n## Targets\n\n"
        "- Acknowledge: Sev0 5 min, Sev1 15 min\n- Resolve: Sev0 4 hours; Sev1 1 day\n"
    )
    found = compile_playbook(text, words).severities
    assert [one.acknowledge and one.acknowledge.seconds for one in found] == [300, 900]
    assert [one.resolution and one.resolution.seconds for one in found] == [14400, 86400]


def test_a_line_for_each_level_needs_no_bold(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity\n\nP1 – Bad: all of it. Response: 15 min.\n"
        "P2 – Meh: some of it. Response: 1 h.\n"
    )
    found = compile_playbook(text, words).severities
    assert [(one.key, one.name, one.response and one.response.seconds) for one in found] == [
        ("P1", "Bad", 900),
        ("P2", "Meh", 3600),
    ]


def test_entries_that_open_with_a_promise_are_no_examples(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity\n\n### P1\n\n- All of the tea is gone\n"
        "- Acknowledge within 5 minutes\n- Update stakeholders every 30 minutes\n\n"
        "### P2\n\n- weak\n"
    )
    first = compile_playbook(text, words).severities[0]
    assert [one.text for one in first.examples] == ["All of the tea is gone"]
    assert (first.acknowledge and first.acknowledge.seconds) == 300
    assert (first.cadence and first.cadence.seconds) == 1800


def test_levels_in_a_row_share_the_time_behind_them(words: Vocabulary) -> None:
    levels = "## Severity\n\n- **P0**: all\n- **P1**: some\n- **P2**: one\n\n"
    said = "Acknowledge P0, P1 and P2 pages within 5 minutes."
    assert [answered(one) for one in read(levels + said, words).severities] == [(None, 300)] * 3
    said = "Acknowledge P0 in 5 minutes and P1 in 20 minutes."
    assert [answered(one)[1] for one in read(levels + said, words).severities] == [300, 1200, None]


def test_a_paragraph_below_a_bold_name_promises_in_sentences(words: Vocabulary) -> None:
    english = (
        "**Grade 1: No tea.** The urn is off. Somebody stands at it within 10 minutes, day and "
        "night, and the host hears from us every 15 minutes. We want it hot in 1 hour.\n\n"
        "**Grade 2: Weak tea.** One pot is off. Somebody stands at it within 45 minutes; the "
        "host hears from us every 2 hours. We want it hot in 6 hours.\n"
    )
    german = (
        "**Stufe 1: Kein Tee.** Der Kessel ist aus. Wir beginnen innerhalb von 10 Minuten und "
        "sagen dem Wirt alle 15 Minuten, wie es steht. Behoben sein soll es in 60 Minuten.\n\n"
        "**Stufe 2: Dünner Tee.** Eine Kanne ist aus. Wir beginnen innerhalb von 45 Minuten "
        "und sagen dem Wirt alle 2 Stunden, wie es steht. Behoben sein soll es in 6 Stunden.\n"
    )
    bodies = (english, german)
    for heading, body in zip(("How grave is it?", "Wie schlimm ist es?"), bodies, strict=True):
        first, second = read(f"## {heading}\n\n{body}", words).severities
        for level, times in ((first, [600, 900, 3600]), (second, [2700, 7200, 21600])):
            told = (level.response, level.cadence, level.resolution)
            assert [time.seconds if time else None for time in told] == times


def test_a_name_may_be_a_sentence_of_its_own(words: Vocabulary) -> None:
    body = (
        "## How bad is it\n\nLevel 1 (No tea). The urn is off. We are on it within 10 minutes.\n\n"
        "Level 2 (Weak tea). One pot is off. We are on it within 45 minutes.\n"
    )
    found = read(body, words)
    assert [(one.key, one.name) for one in found.severities] == [
        ("Level 1", "No tea"),
        ("Level 2", "Weak tea"),
    ]
    assert [answered(one)[0] for one in found.severities] == [600, 2700]


def test_pieces_between_semicolons_mean_and_promise(words: Vocabulary) -> None:
    body = (
        "## Severity\n\n- **S1** – no tea; cups dry; answer 5 min; wakes: brewer, owner\n"
        "- **S2** – weak tea; answer 1 h; update daily\n"
    )
    first, second = read(body, words).severities
    assert first.definition is not None
    assert first.definition.text == "no tea; cups dry"
    assert [one.text for one in first.escalation] == ["brewer", "owner"]
    assert (answered(first), answered(second)) == ((300, None), (3600, None))


def test_a_meaning_with_semicolons_stays_whole(words: Vocabulary) -> None:
    body = "## Severity\n\n- **S1**: no tea; no cups; no saucers. Answer in 5 min.\n- **S2**: x\n"
    first = read(body, words).severities[0]
    assert first.definition is not None
    assert first.definition.text == "no tea; no cups; no saucers."


def test_a_promise_counts_at_the_line_where_its_sentence_begins(words: Vocabulary) -> None:
    body = (
        "## Levels\n\nLevel 1 (Tea)\n:   No tea in more than one room. Response: 10 minutes\n"
        "    in office hours, 30 minutes otherwise. Updates every 20 minutes.\n\n"
        "Level 2 (Cups)\n:   No cups. Response: same day.\n"
    )
    found = read(body, words)
    first = found.severities[0]
    assert first.response is not None
    assert first.cadence is not None
    assert (first.response.line, first.cadence.line) == (6, 7)
    assert len(found.cadences) == 1


def test_a_name_behind_a_semicolon_is_not_that_of_the_time(words: Vocabulary) -> None:
    body = (
        "## Severities\n\n- **SEV1** – no tea. We react within 15 minutes (24/7) and aim to fix it "
        "within 4 hours.\n- **SEV2** – weak tea. We react within 2 business days; no target for a "
        "fix.\n"
    )
    first, second = read(body, words).severities
    assert first.response is not None
    assert first.resolution is not None
    assert (first.response.seconds, first.resolution.seconds) == (900, 14400)
    assert second.response is not None
    assert second.response.calendar == "business_days:2"
    assert second.resolution is None


LETTERED = """## Levels

**Level A.** The pot is cracked. Somebody must be at the stove within 10 minutes.

**Level B.** One of two pots is out.

**Level C.** Sugar.
"""


def test_levels_may_be_letters_in_bold_sentences(words: Vocabulary) -> None:
    found = read(LETTERED, words)
    assert [one.key for one in found.severities] == ["Level A", "Level B", "Level C"]
    blends = LETTERED.replace("## Levels", "## Blends").replace("Level ", "Leaf ")
    assert read(blends, words).severities == ()


def test_goals_with_the_word_of_a_level_in_brackets(words: Vocabulary) -> None:
    levels = "## Severities\n\n- **MAJOR**: no tea\n- **MINOR**: weak tea\n\n"
    goals = "## Metrics\n\n### Response targets\n\n- **Resolution**: < 2 h (major), < 9 h (minor)\n"
    found = read(levels + goals, words).severities
    assert [one.resolution and one.resolution.seconds for one in found] == [7200, 32400]
    loose = goals.replace("(major)", "(major cups)").replace("(minor)", "(cups)")
    found = read(levels + loose, words).severities
    assert [one.resolution for one in found] == [None, None]
    measured = goals.replace("Response targets", "Kept over a year")
    found = read(levels + measured, words).severities
    assert [one.resolution for one in found] == [None, None]


FAULTS = "## Severities\n\n- **P1**: no tram\n- **P2**: one line\n- **P3**: one stop\n\n"


def mended(body: str, words: Vocabulary) -> list[object]:
    found = read(FAULTS + body, words).severities
    times = [one.resolution for one in found]
    return [one and (one.seconds or one.calendar) for one in times]


@pytest.mark.parametrize(
    ("body", "found"),
    [("A P1 must be fixed within 3 hours, a P2 within 9. For a P3 we aim at the next sprint.",
      [10800, None, "next_release"]),
     ("Une P1 doit être réglée en 3 heures. Pour une P3, on vise le prochain sprint.",
      [10800, None, "next_release"]),
     ("La P1 doit être réglée en 3 heures, la P2 dans les 9 heures.", [10800, 32400, None]),
     ("P1 muss in 3 Stunden behoben sein. P2 innerhalb von 9 Stunden.", [10800, 32400, None]),
     ("O P1 deve ser resolvido em 3 horas. Para o P3, no próximo sprint.",
      [10800, None, "next_release"]),
     ("A P1 must be fixed within 3 hours. For a P2 the mayor is told within 9 hours.",
      [10800, None, None]),
     ("A P1 must be fixed within 3 hours. Tea is ready. P2 within 9 hours.", [10800, None, None])],
)  # fmt: skip
def test_a_sentence_goes_on_with_the_promise_before(
    body: str, found: list[object], words: Vocabulary
) -> None:
    assert mended(body, words) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [("The resolution time is 3 hours for P1 and 9 hours for P2.", [10800, 32400, None]),
     ("Die Lösungszeit beträgt 3 Stunden für P1 und 9 Stunden für P2.", [10800, 32400, None]),
     ("O prazo de solução é de 3 horas para P1 e 9 horas para P2.", [10800, 32400, None]),
     ("P1は3時間、P2は9時間以内に解決する。", [10800, 32400, None]),
     ("On règle une P1 en 3 heures, une P2 en 9 heures.", [10800, 32400, None]),
     ("Una P1 se resuelve en 3 horas, una P2 en 9 horas y una P3 en el próximo sprint.",
      [10800, 32400, "next_release"]),
     ("The resolution took 3 hours for the P1 of May.", [None] * 3),
     ("The mayor saw how the resolution is 3 hours late for P1.", [None] * 3)],
)  # fmt: skip
def test_levels_share_the_bound_or_the_name_of_their_sentence(
    body: str, found: list[object], words: Vocabulary
) -> None:
    assert mended(body, words) == found
