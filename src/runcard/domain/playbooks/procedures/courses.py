"""Chapters that tell the course of all incidents, step by step, among chapters of one kind each."""

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled


def is_a_course(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`How an incident goes`, above `Stage 1: Look` and `Stage 2: Containment`."""
    is_named = "process" in words.about(untitled(section.title))
    return is_named and all(is_coded(child.title, words) for child in page.children(section))
