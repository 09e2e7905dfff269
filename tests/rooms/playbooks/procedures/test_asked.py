"""Runbooks in questions and answers: which are asked for the signs, and which for the time."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```"


@pytest.mark.parametrize(
    ("title", "said"),
    [("Q: How do I notice it?", "How do I notice it"), ("Q2. Is it cold?", "Is it cold"),
     ("¿Cómo lo noto?", "Cómo lo noto"), ("問：冷たいか？", "冷たいか"),
     ("Queue: full", "Queue: full"), ("P1: Cold", "P1: Cold")],
)  # fmt: skip
def test_what_is_asked(title: str, said: str) -> None:
    assert unasked(title) == said


@pytest.mark.parametrize(
    ("notice", "lasts", "seconds"),
    [("How do I notice it?", "How long should this take?\nAbout 20 minutes.", [1200]),
     ("Q: How do I know it is this one?",
      "Q: How long does it take?\n10 minutes for a fuse, up to 40 minutes if the coil is gone.",
      [600, 2400]),
     ("Woran erkenne ich das?", "Wie lange darf das dauern?\nEtwa\n20 Minuten.", [1200]),
     ("¿Cómo lo noto?", "¿Cuánto tarda?\nUnos 20 minutos.", [1200]),
     ("Como percebo?", "Quanto tempo leva?\nCerca de 20 minutos.", [1200]),
     ("どうやって気づくか？", "どのくらいかかるか？\n20分程度。", [1200]),
     ("What is it worth?", "How long is it kept?\n20 minutes.", [])],
)  # fmt: skip
@pytest.mark.parametrize("form", ["**{}**\n{}", "**{}**\n\n{}", "#### {}\n\n{}"])
def test_signs_and_times_are_asked_for(
    form: str, notice: str, lasts: str, seconds: list[int], words: Vocabulary
) -> None:
    told = [form.format(*one) for one in ((notice, "It is cold."), lasts.split("\n", 1))]
    first, last = told
    text = f"# Tea\n\n## Runbooks\n\n### No tea\n\n{first}\n\n**Fix**\n\n{WORK}\n\n{last}\n"
    found = compile_playbook(text, words).runbooks
    assert [one.time.seconds for book in found for one in book.rto] == seconds
    assert sum(len(book.symptoms) for book in found) == (1 if seconds else 0)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("How do I know that it is over?", "verification"), ("Hat es geholfen?", "verification"),
     ("How do I pour it?", "how_do_i_pour_it"), ("Und der Zucker?", "und_der_zucker")],
)  # fmt: skip
def test_a_question_may_ask_for_the_proof(asked: str, name: str, words: Vocabulary) -> None:
    body = f"#### What do I do?\n\n{WORK}\n\n#### {asked}\n\n```sh\nkettlectl show\n```\n"
    (book,) = compile_playbook(f"# Tea\n\n## Runbooks\n\n### No tea\n\n{body}", words).runbooks
    assert [one.name for one in book.parts][-1] == name
