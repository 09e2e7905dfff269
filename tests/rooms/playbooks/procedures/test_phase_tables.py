"""Phases as rows of a table, or as entries that begin with their windows."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Found = list[tuple[str, tuple[int | None, int | None] | None]]


def phases(body: str, words: Vocabulary) -> Found:
    made = compile_playbook(f"# Tea\n\n## Incident process\n\n{body}\n", words).phases
    return [
        (one.title, (one.timebox.min_seconds, one.timebox.seconds) if one.timebox else None)
        for one in made
    ]


def test_the_column_of_times_is_known_by_its_cells(words: Vocabulary) -> None:
    table = (
        "| # | Stage | Window | Who |\n|---|---|---|---|\n| 1 | Look | 0–5 min | Ada |\n"
        "| 2 | Boil | 5–15 min | Bo |\n| 3 | Tell | all the time | Bo |\n| 4 | Close | | Ada |"
    )
    wanted: Found = [("Look", (0, 300)), ("Boil", (300, 900)), ("Tell", None), ("Close", None)]
    assert phases(table, words) == wanted


def test_a_unit_may_stand_in_the_head(words: Vocabulary) -> None:
    table = "| Minuten | Phase |\n|---|---|\n| 0–5 | Schauen |\n| 5–20 | Kochen |"
    assert phases(table, words) == [("Schauen", (0, 300)), ("Kochen", (300, 1200))]


def test_windows_from_the_beginning_make_phases_of_what_stands_beside(words: Vocabulary) -> None:
    table = (
        "| 時間帯 | やること |\n|---|---|\n| 0〜5分 | 見る |\n"
        "| 5〜20分 | 沸かす |\n| 20分以降 | 報告 |"
    )
    assert phases(table, words) == [("見る", (0, 300)), ("沸かす", (300, 1200)), ("報告", None)]


def test_other_figures_are_no_times(words: Vocabulary) -> None:
    table = "| Stage | Cups |\n|---|---|\n| Look | 5 |\n| Boil | 10 |\n| Pour | 20 |"
    assert phases(table, words) == [("Look", None), ("Boil", None), ("Pour", None)]


def test_entries_that_begin_with_windows(words: Vocabulary) -> None:
    body = "- 0–3 min: look\n- 3–10 min – **Boil**: with care\n- 10–30 min: pour"
    wanted: Found = [("look", (0, 180)), ("Boil", (180, 600)), ("pour", (600, 1800))]
    assert phases(body, words) == wanted


def test_a_list_with_only_one_window_is_no_list_of_phases(words: Vocabulary) -> None:
    assert phases("- 0–3 min: look\n- and boil", words) == []


def test_windows_say_by_themselves_what_they_are(words: Vocabulary) -> None:
    table = "| After | Stage |\n|---|---|\n| 0-5 min | Look |\n| 5-15 min | Boil |"
    made = compile_playbook(f"# Tea\n\n## Tea hour\n\n{table}\n", words).phases
    assert [one.title for one in made] == ["Look", "Boil"]
    later = table.replace("0-5", "2-5")
    assert compile_playbook(f"# Tea\n\n## Tea hour\n\n{later}\n", words).phases == ()
