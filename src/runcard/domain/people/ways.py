"""The ways a team file may name to reach a person."""

from collections.abc import Callable, Mapping

from runcard.domain.people.model import Way
from runcard.domain.people.reading import Node

WAY_KINDS = ("console", "email", "webhook", "dev_phone")
WAY_KEYS = ("ways", "email", "phone", "webhook", "console")


def read_email(node: Node, _: str) -> list[Way]:
    said = node.text()
    if said is None:
        return []
    local, at, domain = said.partition("@")
    if not (local and at and domain) or any(sign.isspace() for sign in said) or "@" in domain:
        node.wrong(f"{said!r} is no e-mail address")
        return []
    return [Way("email", said)]


def read_phone(node: Node, person_id: str) -> list[Way]:
    """`dev` is the phone on our own web page; there is no other yet."""
    said = node.text()
    if said in {"dev", "dev_phone"}:
        return [Way("dev_phone", person_id)]
    if said is not None:
        node.wrong(f"{said!r} cannot be called yet; `phone: dev` is the phone on our web page")
    return []


def read_webhook(node: Node, _: str) -> list[Way]:
    said = node.text()
    if said is None:
        return []
    if not said.startswith(("http://", "https://")):
        node.wrong(f"{said!r} is no web address; it begins with https://")
        return []
    return [Way("webhook", said)]


def read_console(node: Node, person_id: str) -> list[Way]:
    """`console: yes`, or a word to print beside the page."""
    if node.value is True:
        return [Way("console", person_id)]
    if node.value is False or node.is_absent:
        return []
    said = node.text()
    return [] if said is None else [Way("console", said)]


def read_ways(node: Node, person_id: str) -> list[Way]:
    """`- {kind: email, address: ada@fernway.example}`."""
    ways: list[Way] = []
    for one in node.items():
        parts = one.mapping(("kind", "address"))
        kind = parts["kind"].text() if "kind" in parts else None
        if kind in WAY_KINDS:
            key = "phone" if kind == "dev_phone" else kind
            address = parts.get("address") or Node(person_id, one.at("address").place, one.faults)
            ways += (
                [Way("dev_phone", person_id)] if key == "phone" else WAYS[key](address, person_id)
            )
        elif parts or one.is_absent:
            one.at("kind").wrong(f"should be one of {', '.join(WAY_KINDS)}")
    return ways


WAYS: Mapping[str, Callable[[Node, str], list[Way]]] = {
    "email": read_email, "phone": read_phone, "webhook": read_webhook, "console": read_console,
    "ways": read_ways,
}  # fmt: skip
