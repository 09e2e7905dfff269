"""Links, drills, duty hours, agendas, action forms, boxes, war rooms: what else a page holds."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.document.links import targets_in
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def compiled(text: str, words: Vocabulary) -> Playbook:
    return compile_playbook(text, words)


LINKS = (
    ("see [tea](https://tea.example/a_(b)) now", ["https://tea.example/a_(b)"]),
    ("at https://tea.example/x, or (https://tea.example/y).",
     ["https://tea.example/x", "https://tea.example/y"]),
    ("[top](#top) and [page](../a.md#b)", ["#top", "../a.md#b"]),
    ("`GET https://code.example` only", []),
    ("**Kettle**: `https://tea.example/heat`, by `curl https://tea.example/cold`",
     ["https://tea.example/heat"]),
    ("at https://tea.example/pots/[pot] (or https://tea.example/{cup})",
     ["https://tea.example/pots/[pot]", "https://tea.example/{cup}"]),
    ("[at https://tea.example/x], {https://tea.example/y}",
     ["https://tea.example/x", "https://tea.example/y"]),
    ("<a href='https://tea.example'>tea</a>", ["https://tea.example"]),
    ("[mail](mailto:a@b.example)", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), LINKS)
def test_every_address_of_a_line_is_found(text: str, targets: list[str]) -> None:
    assert [target for _, target in targets_in(text)] == targets


def test_links_say_where_they_lead(words: Vocabulary) -> None:
    text = (
        "# T\n\n[a](#b) https://status.tea.example https://grafana.tea.example [c](c.md)\n\n"
        "```bash\ncurl https://not.example\n```\n"
    )
    kinds = [link.kind.value for link in compiled(text, words).links]
    assert kinds == ["anchor", "status", "dashboard", "doc"]


DRILLS = (
    ("## Drills\n\n- Fire drill: quarterly\n- Restore: twice a year", [7776000, 15768000]),
    ("## Übungen\n\nUmschalten: jedes Quartal. Rückspielen: jährlich.", [7776000, 31536000]),
    ("## 训练\n\n## 演练\n\n每季度一次切换，每年一次断电。", [7776000, 31536000]),
    ("## Ćwiczenia\n\n- odtworzenie: raz w roku", [31536000]),
    ("## Contacts\n\n*Phishing drill: monthly.*", [2592000]),
    ("## Drills\n\nEveryone rows once every half-year.", [15768000]),
    ("## Severity\n\nTold daily.", []),
)


@pytest.mark.parametrize(("text", "periods"), DRILLS)
def test_what_is_practised_and_how_often(text: str, periods: list[int], words: Vocabulary) -> None:
    drills = compiled(f"# T\n\n{text}\n", words).drills
    assert [drill.every.seconds for drill in drills] == periods


def test_duty_hours_with_their_zone(words: Vocabulary) -> None:
    text = (
        "# T\n\n## On-call\n\n```\nWeekdays:\n  9am - 5pm: team\n  5pm - 9am: rota\n"
        "All times UTC\n```\n"
    )
    hours = compiled(text, words).hours
    assert hours is not None
    assert hours.entries == ("Weekdays 9am - 5pm: team", "Weekdays 5pm - 9am: rota")
    assert (hours.first_line, hours.last_line, hours.timezone) == (6, 8, "UTC")


def test_an_agenda_with_minutes(words: Vocabulary) -> None:
    text = "# T\n\n## Post-mortem\n\nAgenda:\n\n1. Facts (5 min)\n2. Causes (10 min)\n"
    points = compiled(text, words).review.agenda
    assert [(p.title, p.timebox and p.timebox.seconds) for p in points] == [
        ("Facts", 300),
        ("Causes", 600),
    ]


def test_the_form_of_an_action_item(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Review\n\n### Action items\n\n```\nAction: <what>\nOwner: <who>\n"
        "Priority: <high/middle/low>\n```\n"
    )
    form = compiled(text, words).action_form
    assert form is not None
    assert form.fields == ("Action", "Owner", "Priority")
    assert form.choices == (("Priority", ("high", "middle", "low")),)


def test_boxes_are_counted_inside_and_outside_of_fences(words: Vocabulary) -> None:
    text = "# T\n\n- [ ] a\n1. [x] b\n□ c\n\n```\n- [ ] d\n[ ] e\n```\n"
    playbook = compiled(text, words)
    assert (playbook.checkboxes, playbook.checkboxes_in_fences) == (3, 2)


def test_a_war_room_has_people_tools_and_a_rhythm(words: Vocabulary) -> None:
    text = "# T\n\n## War room\n\n```\nParticipants:\n- Lead\nTools:\n- Phone\n- Chat\n```\n"
    room = compiled(text, words).war_room
    assert room is not None
    assert (len(room.participants), len(room.tools)) == (1, 2)


LANGUAGES = (
    ("The kettle is not on and the tea is cold.", "en"),
    ("Der Kessel ist nicht an und der Tee wird kalt.", "de"),
    ("La bouilloire est dans le placard avec les tasses.", "fr"),
    ("El té está con las tazas y la tetera del armario.", "es"),
    ("O chá não está com as xícaras e a chaleira do armário.", "pt"),
    ("Il tè è con le tazze nella credenza della cucina.", "it"),
    ("De ketel staat niet aan en het water wordt koud.", "nl"),
    ("Czajnik nie jest włączony i woda jest zimna oraz herbata.", "pl"),
    ("Ấm nước không được bật và trà đã nguội.", "vi"),
    ("やかんが沸かない", "ja"),
    ("水壶没有烧开", "zh"),
    ("주전자가 끓지 않는다", "ko"),
)


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_a_page_tells_its_language(text: str, language: str, words: Vocabulary) -> None:
    assert compiled(f"{text}\n", words).language == language


META = (
    ("**Version**: 1.2  \n**Owner**: Tea team", {"version": "1.2", "owner": "Tea team"}),
    ("*Version 3 · last updated by Ada on 3 June 2025*",
     {"version": "3", "last_updated": "3 June 2025"}),
    ("Reviewed on 2025-11-04 by the tea team.",
     {"last_reviewed": "2025-11-04", "reviewed_by": "the tea team"}),
    ("> Stand: März 2026 · Verantwortlich: Küche", {"last_updated": "März 2026", "owner": "Küche"}),
    ("| Version | Owner |\n|---|---|\n| 7 | Tea |", {"version": "7", "owner": "Tea"}),
    ("版本：V2 更新时间：2026-01-12", {"version": "V2", "last_updated": "2026-01-12"}),
    ("The version of the kettle matters.", {}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), META)
def test_a_page_says_of_itself(text: str, stated: dict[str, str], words: Vocabulary) -> None:
    meta = compiled(f"# T\n\n{text}\n\n## More\n\nx\n", words).meta
    assert {key: said.text for key, said in meta.items()} == stated
