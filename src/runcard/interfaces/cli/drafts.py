"""The words of an update: given, or the playbook's draft with its blanks filled."""

from collections.abc import Mapping, Sequence
from typing import Any

from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid, NotFound

SIGNS = "[]<>{}%$ "


def words_of_update(
    briefing: Any, template: str | None, given: str | None, filled: Sequence[str]
) -> dict[str, object]:
    """What to post. Raises Invalid while a blank of the draft is still open."""
    draft = chosen_draft(briefing["drafts"], template)
    if given is not None:
        if not given.strip():
            raise Invalid("The message is empty, so nothing was posted")
        return {"template": draft["template"] if draft else "message", "text": given}
    if draft is None:
        raise advised(NotFound("There is no draft to post"), "Give the words with -m")
    return {"template": draft["template"], "text": completed(draft, pairs(filled))}


def chosen_draft(drafts: Sequence[Any], template: str | None) -> Any | None:
    """The named one by any part of its name, else the one the playbook would send now."""
    if template is None:
        return drafts[0] if drafts else None
    wanted = template.casefold()
    alike = [draft for draft in drafts if wanted in draft["template"].casefold()]
    exact = [draft for draft in alike if draft["template"].casefold() == wanted]
    if not alike:
        names = ", ".join(draft["template"] for draft in drafts) or "none"
        raise advised(NotFound(f"No template is called {template}"), f"There are: {names}")
    if len(alike) > 1 and not exact:
        names = ", ".join(draft["template"] for draft in alike)
        raise advised(Invalid(f"{template} fits several templates"), f"Say which: {names}")
    return (exact or alike)[0]


def pairs(filled: Sequence[str]) -> dict[str, str]:
    """`--set impact=…` as a name without its signs and the words for it."""
    split = [one.partition("=") for one in filled]
    wrong = [name for name, sign, _ in split if not sign]
    if wrong:
        raise Invalid(f"--set takes NAME=WORDS, not {wrong[0]!r}")
    return {bare(name): words for name, _, words in split}


def completed(draft: Any, words: Mapping[str, str]) -> str:
    """The draft with every blank filled, from the end so that places stay where they are."""
    gaps = sorted(draft["gaps"], key=lambda gap: gap["start"], reverse=True)
    still_open = [gap["token"] for gap in reversed(gaps) if bare(gap["token"]) not in words]
    if still_open:
        names = ", ".join(dict.fromkeys(still_open))
        raise advised(
            Invalid(f"The draft {draft['template']} has blanks that no fact fills: {names}"),
            f"Fill them: --set '{bare(still_open[0])}=…', or give all the words with -m",
        )
    text: str = draft["text"]
    for gap in gaps:
        text = text[: gap["start"]] + words[bare(gap["token"])] + text[gap["end"] :]
    return text


def bare(token: str) -> str:
    return token.strip(SIGNS).casefold()
