"""The real witness: the resolver, the web and the programs of this machine."""

import shutil
from dataclasses import dataclass

from runcard.adapters.reality.names import resolves
from runcard.adapters.reality.pages import Pages
from runcard.domain.playbooks.reality import Allowed, Answer, Fails, Holds


@dataclass(frozen=True, slots=True)
class ThisMachine:
    """Asks from here, each thing for as long as is allowed."""

    allowed: Allowed

    def resolves(self, host: str) -> Answer:
        """By the resolver of this machine."""
        return resolves(host, self.allowed.each.total_seconds())

    def answers(self, url: str) -> Answer:
        """By HEAD, or GET."""
        seconds = self.allowed.each.total_seconds()
        return Pages(seconds, self.allowed.private, self.allowed.private_redirects).answers(url)

    def is_installed(self, program: str) -> Answer:
        """By the search path; nothing is run."""
        found = shutil.which(program) is not None
        return Holds() if found else Fails("not on the search path of this machine")
