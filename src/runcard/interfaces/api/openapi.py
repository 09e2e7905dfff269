"""The description of the API: how errors look, said once for every address."""

from typing import Any

from fastapi.routing import APIRoute

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457. `try` says what to do next.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code", "errors", "try"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "message"],
                "properties": {"pointer": {"type": "string"}, "message": {"type": "string"}},
            },
        },
        "try": {"type": "string"},
    },
}
# `default` also keeps the framework from describing an error body of its own.
EVERY_ERROR: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "It did not work, and why",
        "content": {"application/problem+json": {"schema": PROBLEM_SCHEMA}},
    }
}


def name_of(route: APIRoute) -> str:
    """The id of an operation is the name of its function."""
    return route.name
