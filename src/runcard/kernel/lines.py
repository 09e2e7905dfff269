"""Words from outside, on one line."""


def one_line(words: str) -> str:
    """Untrusted words stay on their line: signs that cannot be printed, line breaks among them,
    are gaps."""
    if not words.isprintable():
        words = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(words.split())
