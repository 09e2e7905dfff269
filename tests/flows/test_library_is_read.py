"""Playbooks kept elsewhere: news comes into force, losses wait, and none is ever missing."""

from collections.abc import Iterator
from typing import Any

import pytest

from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.repository import Library
from runcard.flows.library_is_read import library_opens
from runcard.flows.playbook_is_published import Asked, publish, retire, roll_back
from runcard.kernel.actor import Integration, Person
from runcard.kernel.errors import Conflict, Unavailable
from runcard.kernel.permission import Permission
from tests.flows.a_library import Kept, a_library
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM
from tests.flows.test_documents_in_force import STORES

KEPT: dict[str, Any] = {
    **TEAM,
    "playbooks": [
        {
            "repository": "https://git.example/ops/runbooks.git",
            "path": "incident",
            "labels": {"team": "ferries"},
        }
    ],
}
SOONER = PLAYBOOK.replace("every 20 minutes", "every 10 minutes")
WITHOUT_SEV2 = "\n".join(line for line in PLAYBOOK.split("\n") if "**SEV2**" not in line)
CHIEF = Person("ada", frozenset({Permission.ADMINISTER}))


@pytest.fixture
def kept(address: str) -> Iterator[Kept]:
    with a_library(address, {"ferries": PLAYBOOK, "stores": STORES}, KEPT) as kept:
        yield kept


def test_a_folder_is_many_playbooks_and_each_has_the_bindings_of_the_folder(kept: Kept) -> None:
    assert kept.in_force() == {"ferries": PLAYBOOK, "stores": STORES}
    for card in kept.house.house.deck.in_force:
        entry = next(one for one in card.team.playbooks if one.name == card.name)
        assert (entry.path, entry.labels) == (f"incident/{card.name}.md", {"team": "ferries"})


def test_news_is_in_force_after_the_usual_pause_and_the_timeline_says_what_it_means(
    kept: Kept,
) -> None:
    before = kept.house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    kept.place.documents["ferries"] = SOONER
    kept.read_again()
    assert kept.in_force()["ferries"] == SOONER
    assert kept.told()[-1] == (
        "runcard published the playbook ferries: SEV1: update every 10 min, was 20 min"
    )
    within = kept.house.brief(before).promises.update_every
    assert within is not None
    assert within.text == "every 20 minutes", "an open incident stays on what it began with"


def test_what_loses_a_level_is_not_put_in_force_and_said_once(kept: Kept) -> None:
    kept.place.documents["ferries"] = WITHOUT_SEV2
    kept.read_again()
    kept.read_again()
    assert kept.in_force()["ferries"] == PLAYBOOK
    said = [line for line in kept.told() if "stays as it is" in line]
    assert said == [
        "ferries stays as it is, the new version loses something: the level SEV2 is gone"
    ]


def test_a_document_that_is_empty_of_levels_is_held_like_any_loss(kept: Kept) -> None:
    kept.place.documents["ferries"] = "# Ferries\n\nWe have moved to the wiki.\n"
    kept.read_again()
    assert kept.in_force()["ferries"] == PLAYBOOK
    assert any("the escalation chain is gone" in line for line in kept.told())


def test_a_loss_comes_into_force_when_a_person_confirms_it(kept: Kept) -> None:
    house = kept.house.house
    with pytest.raises(Conflict, match="the level SEV2 is gone"):
        publish(house, CHIEF, "ferries", Asked(WITHOUT_SEV2))
    assert kept.in_force()["ferries"] == PLAYBOOK
    publish(house, CHIEF, "ferries", Asked(WITHOUT_SEV2, confirmed=True))
    assert kept.in_force()["ferries"] == WITHOUT_SEV2
    assert "ada published the playbook ferries: the level SEV2 is gone" in kept.told()[-1]


def test_a_document_that_vanishes_stays_in_force_until_it_is_retired(kept: Kept) -> None:
    del kept.place.documents["stores"]
    kept.read_again()
    assert set(kept.in_force()) == {"ferries", "stores"}
    assert kept.told()[-1].startswith("stores stays as it is, its document is gone")
    retire(kept.house.house, CHIEF, "stores")
    kept.read_again()
    assert set(kept.in_force()) == {"ferries"}
    with pytest.raises(Conflict, match="the only playbook"):
        retire(kept.house.house, CHIEF, "ferries")


def test_a_new_document_of_the_folder_joins_and_one_without_levels_does_not(kept: Kept) -> None:
    kept.place.documents |= {"README": "# About this folder\n", "trains": STORES}
    kept.read_again()
    assert set(kept.in_force()) == {"ferries", "stores", "trains"}


def test_a_repository_that_does_not_answer_changes_nothing_and_is_said_once(kept: Kept) -> None:
    kept.place.why = "git says: fatal: could not read from remote repository"
    kept.read_again()
    kept.read_again()
    assert set(kept.in_force()) == {"ferries", "stores"}
    said = [line for line in kept.told() if "cannot be read" in line]
    assert len(said) == 1
    kept.place.why = None
    kept.read_again()
    kept.place.why = "git did not answer within 60 s"
    kept.read_again()
    assert len([line for line in kept.told() if "cannot be read" in line]) == 2


def test_a_later_start_needs_no_network(kept: Kept) -> None:
    kept.place.why = "git did not answer within 60 s"
    asked = kept.place.asked
    kept.start_again()
    assert set(kept.in_force()) == {"ferries", "stores"}
    assert kept.place.asked == asked


def test_a_first_start_without_the_documents_is_refused(address: str) -> None:
    with a_library(address, {"ferries": PLAYBOOK}, {**TEAM, "playbooks": []}) as kept:
        inner = kept.house.house
        assert inner.library is not None
        kept.place.why = "git did not answer within 60 s"
        team = {**KEPT}
        library = Library(team, decode(team).playbooks, kept.place, kept.place)
        with pytest.raises(Unavailable, match="did not answer"):
            library_opens(inner.db, inner.deck, library)


def test_going_back_holds_until_there_is_news(kept: Kept) -> None:
    kept.place.documents["ferries"] = SOONER
    kept.read_again()
    roll_back(kept.house.house, CHIEF, "ferries", "1", confirmed=False)
    assert kept.in_force()["ferries"] == PLAYBOOK
    kept.read_again()
    kept.start_again()
    assert kept.in_force()["ferries"] == PLAYBOOK, "what was read before is no news"
    kept.place.documents["ferries"] = SOONER.replace("30 minutes", "25 minutes")
    kept.read_again()
    assert "25 minutes" in kept.in_force()["ferries"]


def test_a_document_that_is_put_back_by_its_owner_comes_into_force_again(kept: Kept) -> None:
    for words in (SOONER, PLAYBOOK):
        kept.place.documents["ferries"] = words
        kept.read_again()
    assert kept.in_force()["ferries"] == PLAYBOOK


def test_two_who_publish_at_once_do_not_undo_each_other(kept: Kept) -> None:
    house = kept.house.house
    deck_of_another_node = type(house.deck)(house.deck.linter, house.deck.in_force)
    publish(house, CHIEF, "stores", Asked(STORES.replace("5 minutes", "4 minutes")))
    publish(house, CHIEF, "ferries", Asked(SOONER))
    assert house.db.read(deck_of_another_node.look_again, CHIEF)
    assert [card.id for card in deck_of_another_node.in_force] == [
        card.id for card in house.deck.in_force
    ]
    assert not house.db.read(deck_of_another_node.look_again, CHIEF)
    assert "4 minutes" in kept.in_force()["stores"]


def test_only_an_administrator_publishes(kept: Kept) -> None:
    bot = Integration("bot", frozenset({Permission.READ, Permission.RESPOND}))
    for story in (
        lambda: publish(kept.house.house, bot, "ferries", Asked(SOONER)),
        lambda: roll_back(kept.house.house, bot, "ferries", "1", confirmed=True),
        lambda: retire(kept.house.house, bot, "ferries"),
    ):
        with pytest.raises(Exception, match="may not administer"):
            story()
    assert kept.in_force()["ferries"] == PLAYBOOK
