"""What counts a title is told from its words."""

import pytest

from runcard.domain.playbooks.procedures.step_codes import is_coded, without_code
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("title", "bare"),
    [("WI-IAM-01: Door shut", "Door shut"), ("RB-3 Door shut", "Door shut"),
     ("Scenario 2: Door shut", "Door shut"), ("B. Door shut", "Door shut"),
     ("4a. Door shut", "Door shut"),
     ("Node 3 down", "Node 3 down"), ("HTTP 500 errors", "HTTP 500 errors"), ("Door", "Door")],
)  # fmt: skip
def test_a_code_in_front_goes(title: str, bare: str) -> None:
    assert without_code(title) == bare


@pytest.mark.parametrize(
    ("title", "coded"),
    [("Phase 1: Look", True), ("步骤 3", True), ("Node 3 down", False),
     ("PHASE 1: LOOK", True), ("Stage B", True), ("STAGE II – Look", True), ("Phased out", False),
     ("Giai đoạn 2: Hỏi", True), ("Phase room 3 down", False),
     ("第三步：擦炉子", True), ("第2段階 皿を洗う", True), ("第三方烤箱", False),
     ("第2章 皿", False), ("第二步：关门", True), ("第3段階（10分）", True),
     ("제1단계: 문 닫기", True), ("第一步", True), ("第三步枪队", False), ("제1문", False)],
)  # fmt: skip
def test_steps_count_themselves(title: str, coded: bool, words: Vocabulary) -> None:
    assert is_coded(title, words) is coded


@pytest.mark.parametrize(
    "title",
    ["3.1 Phase 1: Look", "4.2. Schritt 2: Helfen", "5. Phase 1: Look", "2) Étape 2 – Aider"],
)
def test_a_step_may_have_the_number_of_its_chapter_in_front(title: str, words: Vocabulary) -> None:
    assert is_coded(title, words)
    assert not is_coded("3.1 Node 3 down", words)
    assert not is_coded("5. Node 3: down", words)


@pytest.mark.parametrize(
    ("title", "coded"),
    [("1단계: 감지", True), ("2段階：復旧", True),
     ("1. Phase: Look", True), ("3ª fase – Cerrar", True),
     ("1st step (look)", True), ("2e étape : agir", True), ("2. Phase out the mill", False),
     ("1. Step up the lamps", False), ("3 doors: shut", False)],
)  # fmt: skip
def test_the_number_may_stand_first(title: str, coded: bool, words: Vocabulary) -> None:
    assert is_coded(title, words) is coded
