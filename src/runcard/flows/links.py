"""The addresses in our messages: an incident's page, and the signed link that acknowledges."""

from dataclasses import dataclass

from runcard.domain.access.pushes import push_secret
from runcard.domain.access.signed import sign, verify
from runcard.domain.incidents.model import Incident
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import PageId
from runcard.kernel.secret import Secret


@dataclass(frozen=True, slots=True)
class Links:
    """`base_url` is where people reach us from outside, without a slash at the end."""

    base_url: str
    key: Secret
    """Signs links; as many characters as hex digits of its bytes."""

    @property
    def push_secret(self) -> Secret:
        """What a git server signs its pushes with; ours alone, and the same at every start."""
        return Secret(push_secret(bytes.fromhex(self.key.reveal())))

    @property
    def board(self) -> str:
        """What is open now."""
        return f"{self.base_url}/"

    def of_incident(self, incident: Incident) -> str:
        """The incident's page."""
        return f"{self.base_url}/incidents/{incident.name}"

    def of_page(self, page_id: PageId) -> str:
        """Opens a page with a button; pressing it acknowledges."""
        return f"{self.base_url}/k/{sign(bytes.fromhex(self.key.reveal()), page_id)}"

    def page_of(self, token: str) -> PageId:
        """The page a link was made for. Raises NotFound for a link we did not sign."""
        page_id = verify(bytes.fromhex(self.key.reveal()), token)
        if page_id is None:
            raise NotFound("This link is not one of ours; open the incident from the board instead")
        return PageId(page_id)
