"""A meeting whose points are told in one sentence, each with its share of the time."""

import pytest

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.reviews.told_agendas import told_agenda
from runcard.domain.playbooks.vocabulary import Vocabulary


def points(said: str, words: Vocabulary) -> list[tuple[str, int]]:
    found = told_agenda([Text("We meet.", 3), Text(said, 4)], words)
    assert all(one.line == 4 for one in found)
    return [(one.title, one.timebox.seconds or 0) for one in found if one.timebox is not None]


@pytest.mark.parametrize(
    ("said", "found"),
    [("We sit for 30 minutes: story (10 min), leaks and drips (20 min).",
      [("story", 600), ("leaks and drips", 1200)]),
     ("It takes an hour: 20 minutes for the story, 30 for leaks and 10 minutes for jobs.", []),
     ("It takes an hour: 20 minutes for the story, 30 minutes for leaks and 10 minutes for jobs.",
      [("story", 1200), ("leaks", 1800), ("jobs", 600)]),
     ("Wir brauchen 30 Minuten, davon 10 Minuten für die Lecks und 20 Minuten für Aufgaben.",
      [("Lecks", 600), ("Aufgaben", 1200)]),
     ("On se voit une heure : le récit (15 min), les fuites (30 min) et les tâches (15 min).",
      [("récit", 900), ("fuites", 1800), ("tâches", 900)]),
     ("La reunión dura 45 minutos: 15 minutos para el relato, 30 minutos para las tareas.",
      [("relato", 900), ("tareas", 1800)]),
     ("A reunião dura 45 minutos: o relato (15 min), o que mudar no moinho (30 min).",
      [("relato", 900), ("o que mudar no moinho", 1800)]),
     ("会合は30分で、水漏れの話に10分、宿題の割り振りに20分を使う。",
      [("水漏れの話", 600), ("宿題の割り振り", 1200)]),
     ("会议30分钟：漏水经过（10分钟）、分派任务（20分钟）。",
      [("漏水经过", 600), ("分派任务", 1200)])],
)  # fmt: skip
def test_times_that_add_up_to_the_first_are_of_its_points(
    said: str, found: list[tuple[str, int]], words: Vocabulary
) -> None:
    assert points(said, words) == found


@pytest.mark.parametrize(
    "said",
    ["We sit for 30 minutes: story (10 min), leaks (10 min).",
     "The report is due in 2 days, the meeting takes 30 minutes.",
     "Ring after 30 minutes, again after 10 minutes, then after 20 minutes of quiet.",
     "30 minutes: 10 minutes, 20 minutes."],
)  # fmt: skip
def test_other_times_are_of_no_points(said: str, words: Vocabulary) -> None:
    assert points(said, words) == []


@pytest.mark.parametrize(
    "said",
    ["The agenda is always the same: the leaks (10 min), the tasks (20 min).",
     "Die Agenda steht fest: Lecks (10 Min.), Aufgaben (20 Min.).",
     "会议议程固定两项：漏水经过（10 分钟），分派任务（20 分钟）。"],
)  # fmt: skip
def test_an_agenda_by_its_name_needs_no_time_of_the_whole(said: str, words: Vocabulary) -> None:
    assert [seconds for _, seconds in points(said, words)] == [600, 1200]


@pytest.mark.parametrize(
    ("said", "found"),
    [("三段走完：漏水经过 10 分钟，原因 20 分钟，任务 5 分钟。",
      [("漏水经过", 600), ("原因", 1200), ("任务", 300)]),
     ("We sit in three parts: the leaks 10 min, causes 20 min, tasks 5 min.",
      [("leaks", 600), ("causes", 1200), ("tasks", 300)]),
     ("Es gibt 3 Teile: Lecks 10 Minuten, Ursachen 20 Minuten, Aufgaben 5 Minuten.",
      [("Lecks", 600), ("Ursachen", 1200), ("Aufgaben", 300)]),
     ("We sit in four parts: the leaks 10 min, causes 20 min, tasks 5 min.", []),
     ("The two boats differ: the red one 10 min, the blue one 20 min.", [])],
)  # fmt: skip
def test_points_that_are_counted_need_no_time_of_the_whole(
    said: str, found: list[tuple[str, int]], words: Vocabulary
) -> None:
    assert points(said, words) == found
