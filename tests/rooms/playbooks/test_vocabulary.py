"""What a heading is about, by its first word, by a word before a colon, or by all of it."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from runcard.adapters.reference_works import tables_in
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.vocabulary import Vocabulary

HERE = Path(__file__).parent
SPOKEN = tomllib.loads((HERE / "headings_spoken.toml").read_text("utf-8"))
LABELS = tomllib.loads((HERE / "labels_spoken.toml").read_text("utf-8"))
STATEMENTS = {one.stem: tomllib.loads(one.read_text("utf-8"))
              for one in sorted((HERE / "statements").glob("*.toml"))}  # fmt: skip

FERRY = """# Ứng phó sự cố của bến phà

> **Cập nhật lần cuối:** 2026-03-01

## 1. Mức độ

| Mức | Tên | Mô tả | Phản hồi | Khắc phục |
|---|---|---|---|---|
| **S1** | Nghiêm trọng | Không phà nào chạy | 10 phút | 2 giờ |
| **S2** | Thấp | Quầy vé chạy chậm | 3 giờ | Ngày làm việc tiếp theo |

## 2. Vai trò

| Vai trò | Nhiệm vụ |
|---|---|
| Trưởng bến | Quyết định dừng phà và gọi thêm người. |
| Người gác | Trông bảng báo động trong ca. |

## 3. Leo thang

```
Báo động
  ├── 0 phút: gọi Người gác
  └── 20 phút: Nếu chưa trả lời → gọi Trưởng bến
```

## 4. Quy trình

### Giai đoạn 1: Phát hiện

- Nghe loa và nhìn bảng.

### Giai đoạn 2: Điều tra

- Hỏi người lái phà.

### Giai đoạn 3: Khôi phục

- Cho phà chạy lại từng chiếc.
"""


@pytest.mark.parametrize(
    ("title", "topic", "is_about"),
    [("Message: no tea", "templates", True), ("A message of hope", "templates", False),
     ("After every SEV-1", "review", True), ("After the first 30 minutes of tea", "review", False),
     ("After the tea", "review", True), ("Post first update", "review", False),
     ("Nach jedem P1 oder P2", "review", True), ("Roles: who does what", "roles", True),
     ("Schedule", "oncall", True), ("Schedule of the cups broken", "oncall", False),
     ("On-call schedule of the bar", "oncall", True),
     ("Step 3: Notify", "communication", True), ("Paso 3 – Avisar", "communication", True),
     ("Step 3: Notify the kettle's owner", "communication", False),
     ("Step 3: Test", "verification", False)],
)  # fmt: skip
def test_what_a_heading_is_about(title: str, topic: str, is_about: bool, words: Vocabulary) -> None:
    assert (topic in words.about(title)) is is_about


@pytest.mark.parametrize(
    ("topic", "language"), [(topic, spoken) for topic in SPOKEN for spoken in SPOKEN[topic]]
)
def test_what_headings_are_about_elsewhere(topic: str, language: str, words: Vocabulary) -> None:
    assert [one for one in SPOKEN[topic][language] if topic not in words.about(one)] == []


@pytest.mark.parametrize(
    ("table", "meaning"), [(table, meaning) for table in LABELS for meaning in LABELS[table]]
)
def test_what_labels_mean_elsewhere(table: str, meaning: str, words: Vocabulary) -> None:
    known = getattr(words, table)
    said = [one for spoken in LABELS[table][meaning].values() for one in spoken]
    assert [one for one in said if meaning not in known.all(one)] == []


def seconds(time: TimeValue | None) -> int | None:
    return None if time is None else time.seconds


def test_a_vietnamese_page_is_read_by_its_own_words(words: Vocabulary) -> None:
    ferry = compile_playbook(FERRY, words)
    assert ferry.language == "vi"
    first, second = ferry.severities
    assert (first.name, seconds(first.response), seconds(first.resolution)) == (
        "Nghiêm trọng", 600, 7200
    )  # fmt: skip
    assert second.resolution is not None
    assert second.resolution.calendar is not None
    assert [role.name for role in ferry.roles] == ["Trưởng bến", "Người gác"]
    [chain] = ferry.chains
    assert [step.who for step in chain.steps] == ["Người gác", "Trưởng bến"]
    assert seconds(chain.steps[1].after) == 1200
    titles = [phase.title.partition(": ")[2] for phase in ferry.phases]
    assert titles == ["Phát hiện", "Điều tra", "Khôi phục"]


def _heard(language: str, kind: str, words: Vocabulary) -> list[tuple[str, str, bool]]:
    """Each sentence of a kind under its concept, and whether the concept was heard in it."""
    return [(f"{table}.{concept}", text, concept in words.lint[table].all(text))
            for table, concepts in STATEMENTS[language].items()
            for concept, spoken in concepts.items() for text in spoken.get(kind, ())]  # fmt: skip


@pytest.mark.parametrize("language", STATEMENTS)
def test_what_a_sentence_says_is_heard(language: str, words: Vocabulary) -> None:
    assert [one[:2] for one in _heard(language, "says", words) if not one[2]] == []


@pytest.mark.parametrize("language", STATEMENTS)
def test_what_it_does_not_say_is_not_heard(language: str, words: Vocabulary) -> None:
    assert [one[:2] for one in _heard(language, "near", words) if one[2]] == []


@pytest.mark.parametrize("name", ["vocabulary", "lint"])
def test_no_phrase_stands_twice_under_a_concept(name: str) -> None:
    twice = [
        (table, concept, one)
        for table, concepts in tables_in("runcard.domain.playbooks")[name].items()
        if isinstance(concepts, dict)
        for concept, phrases in concepts.items()
        for one, times in Counter(map(str, phrases)).items()
        if times > 1
    ]
    assert twice == []


@pytest.mark.parametrize("title", ["Priority 1: Mill stands still", "Schweregrad 2: Mühle steht"])
def test_the_level_of_a_trouble_is_not_what_its_title_is_about(
    title: str, words: Vocabulary
) -> None:
    assert "severity" not in words.about(title)


@pytest.mark.parametrize("title", ["Priority of incidents", "Severity levels 1 to 4"])
def test_a_title_about_levels_is_about_them(title: str, words: Vocabulary) -> None:
    assert "severity" in words.about(title)


@pytest.mark.parametrize(
    ("title", "about"),
    [("Update cadence", "communication"), ("Fréquence des mises à jour", "communication"),
     ("IR team", "roles"), ("Paging order", "escalation"),
     ("Review cadence", None), ("Ear team", None)],
)  # fmt: skip
def test_a_heading_may_say_so_in_the_words_of_the_trade(
    title: str, about: str | None, words: Vocabulary
) -> None:
    known = {"communication", "roles", "escalation"}
    assert words.about(title) & known == ({about} if about else set())


@pytest.mark.parametrize(
    ("topic", "headings"),
    [
        ("escalation", ["Who calls whom", "Wer ruft wen", "A quién avisar", "Qui appelle qui",
                        "A quem se liga", "Chi chiama chi", "Belvolgorde", "联系顺序",
                        "誰に連絡するか"]),
        ("severity", ["How we grade incidents", "¿Qué nivel es?", "Quel niveau ?", "Que nível é?",
                      "どのくらい重大か"]),
        ("oncall", ["Wer hat Dienst?", "Quem está de serviço", "Chi è di turno"]),
        ("contacts", ["Useful numbers", "Wie erreicht man uns?", "Cómo localizarnos"]),
        ("runbooks", ["Frequent faults", "Häufige Fehler", "Avarias frequentes",
                      "Bekende problemen"]),
        ("templates", ["What we say", "Meldetexte"]),
        ("process", ["Der Reihe nach", "Paso a paso", "Pas à pas", "Stap voor stap"]),
    ],
)  # fmt: skip
def test_headings_may_ask_or_tell_in_a_sentence(
    topic: str, headings: list[str], words: Vocabulary
) -> None:
    assert [one for one in headings if topic not in words.about(one)] == []


def test_headings_about_other_things_are_left_alone(words: Vocabulary) -> None:
    others = ["Who eats what", "Wie heet de boot", "Paso de barcos", "Qui chante"]
    assert [one for one in others if words.about(one)] == []
