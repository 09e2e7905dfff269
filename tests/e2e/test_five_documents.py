"""The table of what the documents promise agrees with the truth written down beside them."""

import json
from typing import Any

import pytest

from tests.e2e.five_documents import STORIES, Promised, Story
from tests.e2e.reference import FOLDER, document

OPTIONAL = {"vmx"}
"""Whose truth leaves it open when a review is due."""


@pytest.fixture(params=STORIES, ids=lambda story: story.document)
def story(request: pytest.FixtureRequest) -> Story:
    told: Story = request.param
    document(told.document)
    return told


def truth_of(story: Story) -> Any:
    return json.loads((FOLDER / "truth" / f"{story.document}.json").read_text("utf-8"))


def level_of(story: Story) -> Any:
    levels = truth_of(story)["severity"]["levels"]
    return next(level for level in levels if level["key"] == story.severity)


def said(promised: Promised) -> tuple[int, int | None]:
    return promised.seconds, promised.line


def stated(value: Any) -> tuple[int, int]:
    return value["seconds"], value["line"]


def test_the_times_of_the_level_are_those_of_the_truth(story: Story) -> None:
    level = level_of(story)
    assert said(story.respond) == stated(level["response"])
    if level["acknowledge"] is None:
        # In time to respond is in time to answer; no document says so in these words.
        assert said(story.acknowledge) == (story.respond.seconds, None)
    else:
        assert said(story.acknowledge) == stated(level["acknowledge"])


def test_a_cadence_is_the_documents_or_marked_as_ours(story: Story) -> None:
    stands = {stated(one) for one in truth_of(story)["cadences"] if one["seconds"]}
    if story.update.line is None:
        # What is stated in a runbook for another level, or for no number of minutes, is none.
        assert level_of(story)["cadence"] is None
        assert said(story.update) not in stands
    else:
        assert said(story.update) in stands


def test_the_line_that_gives_the_severity_belongs_to_the_level(story: Story) -> None:
    level = level_of(story)
    examples = level["examples"] or {"lines": [level["line"]] * 2}
    lines = {level["line"], *range(examples["lines"][0], examples["lines"][1] + 1)}
    assert story.severity_line is None or story.severity_line in lines


def test_the_chain_is_the_documents_or_marked_as_ours(story: Story) -> None:
    chains = truth_of(story)["escalation_chains"]
    stands = {(step["who"], step["line"]) for chain in chains for step in chain["steps"]}
    for rung in (story.first, story.next):
        assert rung.told.line is None or (rung.title, rung.told.line) in stands
    assert (story.next.told.line is None) == (not chains)


def test_the_forms_are_those_of_the_truth(story: Story) -> None:
    truth = truth_of(story)
    assert story.message.line in {one["line"] for one in truth["templates"]}
    form = truth["postmortem"]["template"]
    assert (story.review and story.review.line) == (form and form["line"])
    if story.review_due is not None:
        assert said(story.review_due) in {stated(one) for one in truth["postmortem"]["deadlines"]}
    else:
        assert story.document in OPTIONAL
