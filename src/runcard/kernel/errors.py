"""The five families of broken promises. They know nothing of HTTP or exit codes."""


class RuncardError(Exception):
    """A sentence that says what happened, to what, and what to do next."""

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        """The field or place at fault, as a JSON pointer or a file and line, where one is known."""


class NotFound(RuncardError):
    """It is not here."""


class Forbidden(RuncardError):
    """It is here, and this actor may not."""


class Invalid(RuncardError):
    """What was given cannot be read."""


class Conflict(RuncardError):
    """It was read, and does not fit what is already so."""


class Unavailable(RuncardError):
    """It fits, and something we need is away; trying again later helps."""


class Overloaded(Unavailable):
    """Nothing is away, and too much comes at once; in a moment it goes through."""
