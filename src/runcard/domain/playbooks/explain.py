"""One page of help for every code: what it means, why it hurts, how to mend it, an example."""

from collections.abc import Iterable

from runcard.domain.playbooks.findings import Kind, Kinds

FENCE = "````"
WORDS = {"error": "an error", "warn": "a warning", "info": "to know"}


def page_of(kind: Kind) -> str:
    """The page, in Markdown."""
    rule = f" It carries out command rule {kind.rule}." if kind.rule else ""
    told = kind.unknown_fix or kind.fix
    fix = told if _is_sentence(told) else f"`{told}`"
    ignored = f"`<!-- runcard: ignore {kind.code} because … -->`"
    parts = [
        f"# {kind.code}: {kind.says}",
        f"This is {WORDS[kind.grade.value]}, of the class `{kind.flaw.value}`.{rule}",
        f"**Why it hurts.** {kind.why}",
        f"**How to mend it.** {fix}",
        *_example("What is found", kind.bad),
        *_example("What is not", kind.good),
        f"To leave it as it is, say why, on the line or up to two lines above it: {ignored}",
    ]
    return "\n\n".join(parts) + "\n"


def _is_sentence(fix: str) -> bool:
    """`Name the host`, not `--fail` or `**RTO**: 5 minutes`."""
    return "`" in fix or (fix[:1].isupper() and " " in fix and not fix.startswith("CREATE"))


def _example(title: str, text: str) -> Iterable[str]:
    if text.strip():
        yield f"**{title}**"
        yield f"{FENCE}markdown\n{text.strip()}\n{FENCE}"


def known_codes(kinds: Kinds, beginning: str) -> tuple[str, ...]:
    """The codes that begin with some letters, in order."""
    return tuple(code for code in sorted(kinds) if code.startswith(beginning.upper()))
