"""Titles and labels that are asked: `Q: How do I notice it?`."""

import re

ASKING = re.compile(r"^(?:Q\d{0,2}|F|問|问)\s?[:：.]\s*(?=\S)")
ENDS = " :：.?？¿"


def unasked(title: str) -> str:
    """What is asked, without the letter in front and the sign behind."""
    return ASKING.sub("", title.strip()).strip(ENDS)
