"""The course of all incidents beside chapters that are cut from one pattern."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_the_course_of_all_incidents_beside_them_is_none(words: Vocabulary) -> None:
    steps = "### Stage 1: Containment\n\n- a\n\n### Stage 2: Recovery\n\n- b\n\n"
    below = "### What is seen\n\n- c\n\n### Diagnosis\n\n- d\n\n### Recovery\n\n- e\n\n"
    kinds = f"## Sails torn\n\n{below}## Stone hot\n\n{below}"
    found = compile_playbook(f"# Mill\n\n## Incident process\n\n{steps}{kinds}", words)
    assert [one.title for one in found.phases] == ["Stage 1: Containment", "Stage 2: Recovery"]
    assert [one.title for one in found.runbooks] == ["Sails torn", "Stone hot"]
    named = steps.replace("Stage 1: ", "").replace("Stage 2: ", "")
    beside = compile_playbook(f"# Mill\n\n## Rope worn\n\n{named}{kinds}", words)
    assert [one.title for one in beside.runbooks] == ["Rope worn", "Sails torn", "Stone hot"]
