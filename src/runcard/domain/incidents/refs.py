"""How people write an incident: `INC-42`, `42`, or its long id."""

import re

from runcard.kernel.errors import NotFound

REF = re.compile(r"(?:INC-)?[1-9][0-9]{0,8}|inc_[0-9a-f]{32}", re.IGNORECASE | re.ASCII)


def known_form(ref: str) -> str:
    """The words as they are. Raises NotFound for what can name no incident."""
    if REF.fullmatch(ref) is None:
        raise NotFound(f"there is no incident {ref[:80]!r}; write INC-42, 42 or inc_…")
    return ref


def shown(ref: str) -> str:
    """As we write it: `INC-42`, or the long id."""
    digits = ref.upper().removeprefix("INC-")
    return f"INC-{digits}" if digits.isdigit() else ref
