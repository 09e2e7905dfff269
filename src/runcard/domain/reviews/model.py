"""The review of an incident: Markdown, drafted once and then the team's."""

from dataclasses import dataclass
from datetime import datetime

from runcard.domain.playbooks.card import Mark
from runcard.kernel.ids import IncidentId, ReviewId


@dataclass(frozen=True, slots=True)
class Review:
    """`due_at` None: the document makes it optional. `mark` says whose template it is."""

    id: ReviewId
    incident_id: IncidentId
    text: str
    template_mark: Mark
    due_at: datetime | None
    drafted_at: datetime
