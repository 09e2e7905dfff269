"""Opening a review."""

from runcard.db.work import Work
from runcard.domain.reviews import store
from runcard.domain.reviews.model import Review
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import ReviewDrafted


def open_review(work: Work, draft: Review) -> None:
    """Keep the draft and say by when the review is due."""
    require(work.actor, Permission.RESPOND)
    store.keep(work, draft)
    due = None if draft.due_at is None else draft.due_at.strftime("%Y-%m-%d %H:%M UTC")
    timeline.write(work, draft.incident_id, ReviewDrafted(draft.id, due))
