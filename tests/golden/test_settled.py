"""Whatever the reference documents leave open, the suggested annotations settle."""

from pathlib import Path

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.suggestions import suggestions
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_pasting_what_is_suggested_leaves_nothing_open(
    reference: Path, vocabulary: Vocabulary
) -> None:
    documents = sorted((reference / "playbooks").glob("**/*.md"))
    assert len(documents) >= 5
    for document in documents:
        text = document.read_text("utf-8-sig")
        found = suggestions(compile_playbook(text, vocabulary))
        pasted = "\n\n".join(["", *(one.annotation for one in found), ""])
        after = compile_playbook(text + pasted, vocabulary)
        assert suggestions(after) == ()
        assert [one.message for one in after.findings if one.code == "RC093"] == []
