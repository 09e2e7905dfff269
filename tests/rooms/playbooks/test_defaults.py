"""Our own texts ask only for what the compiler knows, and say who must fill the rest."""

import pytest

from runcard.domain.playbooks.defaults import own_review_template, own_template
from runcard.domain.playbooks.messages.fields import FIELDS


@pytest.mark.parametrize("moment", ["initial", "update", "resolution"])
def test_our_messages_ask_for_known_fields_only(moment: str) -> None:
    template = own_template(moment)
    assert template.moment == moment
    assert {blank.field for blank in template.placeholders} <= set(FIELDS)


def test_our_review_form_has_a_timeline_and_leaves_judgement_to_people() -> None:
    form = own_review_template()
    assert "Timeline" in form.sections
    fields = {blank.token: blank.field for blank in form.placeholders}
    assert fields["[what went well]"] is None
    assert {field for field in fields.values() if field is not None} <= set(FIELDS)
