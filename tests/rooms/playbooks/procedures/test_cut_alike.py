"""Chapters with the same headings below them are kinds of trouble, in any language."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ENGLISH = """# Mill book

## Sails torn

### About

The wind was too strong.

### What we do

#### 1. Immediate actions (5 minutes)

- [ ] Turn the cap

#### 2. Investigation (1 hour)

- [ ] Look at the cloth

#### 3. Report to the owner (24 hours)

- [ ] Write it down

## Stone hot

### About

It smells of smoke.

### What we do

#### 1. Immediate actions (2 minutes)

- [ ] Lift the stone

#### 2. Recovery (1 hour)

- [ ] Dress the stone

## Phones

- miller: 0100
"""
JAPANESE = """# 水車小屋の手引き

## 水門の故障時の対応

### 概要
水が止まらない。

### 緊急度
**レベル2（High）** - すぐに見る

### 対応手順

#### 1. 水位の確認（5分以内）
- [ ] 目盛りを見る

#### 2. 即時対応（30分以内）
1. 予備の板を入れる

#### 3. 報告（24時間以内）
- [ ] 組合に書く

## 石臼の過熱時の対応

### 概要
煙のにおいがする。

### 緊急度
**レベル1（Critical）** - ただちに

### 対応手順

#### 1. 温度の確認（5分以内）
- [ ] 触らずに測る

#### 2. 石の交換と復旧（1時間以内）
1. 石を上げる
"""
NUMBERED = """# Libro del molino

## 1. Aspas rotas

### Señales

- ruido

### Acciones inmediatas

- [ ] Frenar

### Recuperación

- [ ] Coser la tela

## 2. Piedra caliente

### Señales

- humo

### Acciones inmediatas

- [ ] Levantar la piedra

### Recuperación

- [ ] Picar la piedra
"""

CHINESE = """# 茶館手冊

## 1. 狀況甲：茶壺破裂

### 偵測訊號
- 漏水

### 立即處置
- 關火

### 復原
- 換壺

## 2. 狀況乙：爐火熄滅

### 偵測訊號
- 冷

### 立即處置
- 開窗

### 復原
- 點火
"""
GERMAN = """# Mühle

## Flügel gerissen

### Überblick
Wind.

### Vorgehen

#### 1. Sofortmaßnahmen [innerhalb von 5 Minuten]
- bremsen

#### 2. Diagnose 【30 Minuten】
- schauen

## Stein heiß

### Überblick
Rauch.

### Vorgehen

#### 1. Sofortmaßnahmen [2 Minuten]
- heben

#### 2. Wiederherstellung [1 Stunde]
- schärfen
"""
KOREAN = """# 물레방아

## 수문 고장

### 개요
물

### 대응 절차

#### 1. 원인 조사 (5분 이내)
- 본다

#### 2. 즉시 대응 (30분 이내)
- 닫는다

## 맷돌 과열

### 개요
연기

### 대응 절차

#### 1. 원인 조사 (5분 이내)
- 본다

#### 2. 복구 (1시간 이내)
- 든다
"""


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (ENGLISH, ["Sails torn", "Stone hot"]),
        (JAPANESE, ["水門の故障時の対応", "石臼の過熱時の対応"]),
        (CHINESE, ["狀況甲：茶壺破裂", "狀況乙：爐火熄滅"]),
        (GERMAN, ["Flügel gerissen", "Stein heiß"]),
        (KOREAN, ["수문 고장", "맷돌 과열"]),
        (NUMBERED, ["Aspas rotas", "Piedra caliente"]),
    ],
)
def test_they_are_runbooks_and_their_parts_are_none(
    text: str, titles: list[str], words: Vocabulary
) -> None:
    found = compile_playbook(text, words)
    assert [one.title for one in found.runbooks] == titles
    assert found.phases == ()


def test_a_part_with_a_time_box_is_called_by_its_name(words: Vocabulary) -> None:
    sails, stone = compile_playbook(ENGLISH, words).runbooks
    assert [one.name for one in sails.parts] == ["immediate", "diagnosis", "report_to_the_owner"]
    assert [one.name for one in stone.parts] == ["immediate", "recovery"]


def test_the_time_box_may_stand_in_square_brackets(words: Vocabulary) -> None:
    wings, stone = compile_playbook(GERMAN, words).runbooks
    assert [one.name for one in wings.parts] == ["immediate", "diagnosis"]
    assert [one.name for one in stone.parts] == ["immediate", "recovery"]


def test_where_the_word_for_what_is_done_stands_last(words: Vocabulary) -> None:
    gate, stone = compile_playbook(JAPANESE, words).runbooks
    assert [one.name for one in gate.parts] == ["diagnosis", "immediate", "報告"]
    assert [one.name for one in stone.parts] == ["diagnosis", "recovery"]


def test_phases_that_have_the_same_headings_stay_phases(words: Vocabulary) -> None:
    below = "### Immediate actions\n\n- [ ] a\n\n### Verification\n\n- [ ] b\n\n"
    text = f"# Mill\n\n## 1. Containment\n\n{below}## 2. Recovery\n\n{below}"
    found = compile_playbook(text, words)
    assert [one.title for one in found.phases] == ["Containment", "Recovery"]
    assert found.runbooks == ()


PLAIN = """### Signs seen

- smoke

### First response

**Step 1: Stop the wheel**
```sh
millctl stop
```

**Step 2: Count the sacks**
```sh
millctl count
```

### {}

```sh
millctl {}
```

"""


def test_one_part_is_enough_beside_such_and_their_steps_are_no_phases(words: Vocabulary) -> None:
    """What a title is called by may be the word of a message."""
    sails = f"## Sails torn\n\n{PLAIN.format('Investigation', 'look')}### Resolution\n\n- sew\n\n"
    stone = f"## Stone hot\n\n{PLAIN.format('Resolution', 'lift')}### Diagnosis\n\n- feel\n\n"
    mail = f"## Miller's mail service dead\n\n{PLAIN.format('Resolution', 'ring')}"
    found = compile_playbook(f"# Mill\n\n{sails}{stone}{mail}", words)
    assert [one.title for one in found.runbooks] == [
        "Sails torn", "Stone hot", "Miller's mail service dead",
    ]  # fmt: skip
    assert found.phases == ()


def test_where_none_is_cut_alike_bold_steps_are_phases(words: Vocabulary) -> None:
    text = f"# Mill\n\n## Incident response\n\n{PLAIN.format('Notes', 'look')}"
    assert [one.title for one in compile_playbook(text, words).phases]


def test_cases_led_by_bold_parts_are_no_phases_of_the_process(words: Vocabulary) -> None:
    case = (
        "**Immediate actions:**\n\n1. **Stop the sails**\n\n   ```bash\n   millctl stop\n   ```\n\n"
        "2. **Ring the bell**\n   - twice\n\n**Recovery:**\n\n1. Turn the cap\n\n"
    )
    page = (
        f"# Mill\n\n## Response procedures\n\n### 1. Torn cloth\n\n{case}### 2. Hot stone\n\n{case}"
    )
    book = compile_playbook(page, words)
    assert book.phases == ()
    assert [one.title for one in book.runbooks] == ["Torn cloth", "Hot stone"]
