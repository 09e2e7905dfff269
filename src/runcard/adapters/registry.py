"""Plug-ins by family and kind: ours in adapters/<family>/, other people's by entry point."""

import dataclasses
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

from runcard.adapters.setting_values import decode
from runcard.kernel.errors import Conflict, Invalid, Unavailable

P = TypeVar("P")
HOME = "runcard.adapters"


def plugins(family: str) -> Mapping[str, type[Any]]:
    """Every plug-in of a family by its kind. Two of one kind stop the start with a Conflict."""
    found: dict[str, type[Any]] = {}
    for plugin in [*built_in(family), *from_strangers(family)]:
        kind = kind_of(plugin)
        if found.setdefault(kind, plugin) is not plugin:
            raise Conflict(
                f"two {family} plug-ins call themselves {kind!r}: {place_of(found[kind])} and "
                f"{place_of(plugin)}; remove one of the two packages"
            )
    return found


def example_of(plugin: type[P]) -> P:
    """The EXAMPLE that stands beside a plug-in."""
    example = getattr(import_module(plugin.__module__), "EXAMPLE", None)
    if not isinstance(example, plugin):
        raise Conflict(f"{place_of(plugin)} has no EXAMPLE; end its file with one")
    return example


def configure(plugin: type[P], settings: Mapping[str, Any], where: str | None = None) -> P:
    """An instance with these settings. Raises Invalid that lists every fault."""
    place = where or kind_of(plugin)
    fields = settings_of(plugin)
    faults = [unknown(name, list(fields)) for name in settings if name not in fields]
    hints = get_type_hints(plugin)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in settings:
            try:
                values[name] = decode(settings[name], hints[name])
            except Invalid as fault:
                faults.append(f"{name}: {fault.message}")
        elif is_required(field):
            faults.append(f"{name} is missing")
    if faults:
        raise Invalid(f"{place}: {'; '.join(faults)}", where=place)
    try:
        return plugin(**values)
    except Invalid as fault:
        raise Invalid(f"{place}: {fault.message}", where=place) from fault


def built_in(family: str) -> Iterator[type[Any]]:
    """Those of adapters/<family>/, in the order of their file names."""
    if family not in {module.name for module in iter_modules(import_module(HOME).__path__)}:
        return
    home = import_module(f"{HOME}.{family}")
    for name in sorted(module.name for module in iter_modules(home.__path__)):
        plugin = getattr(import_module(f"{HOME}.{family}.{name}"), "PLUGIN", None)
        if plugin is not None:
            yield plugin


def from_strangers(family: str) -> Iterator[type[Any]]:
    """Those that installed packages offer under `runcard.<family>`."""
    offered = sorted(entry_points(group=f"runcard.{family}"), key=lambda point: point.name)
    yield from (offered_by(point) for point in offered)


def offered_by(point: EntryPoint) -> type[Any]:
    """What an entry point names: the class, or a module with a PLUGIN."""
    try:
        offered = point.load()
    except (ImportError, AttributeError) as fault:
        # A way to wake somebody that is installed but cannot be loaded must not be missed in
        # silence.
        raise Unavailable(
            f"the plug-in {point.name} ({point.value}) cannot be loaded: {fault}; "
            "install what it needs, or remove its package"
        ) from fault
    plugin = getattr(offered, "PLUGIN", None) if isinstance(offered, ModuleType) else offered
    if not isinstance(plugin, type):
        raise Conflict(f"the plug-in {point.name} ({point.value}) is no class; name its class")
    return plugin


def kind_of(plugin: type[Any]) -> str:
    """The word by which settings name it."""
    kind = getattr(plugin, "kind", None)
    if not isinstance(kind, str) or not kind or not dataclasses.is_dataclass(plugin):
        raise Conflict(f"{place_of(plugin)} must be a dataclass with a `kind`")
    return kind


def place_of(plugin: type[Any]) -> str:
    return f"{plugin.__module__}.{plugin.__qualname__}"


def settings_of(plugin: Any) -> dict[str, dataclasses.Field[Any]]:
    """The fields that may be said, by name."""
    return {field.name: field for field in dataclasses.fields(plugin) if field.init}


def is_required(field: dataclasses.Field[Any]) -> bool:
    nothing = dataclasses.MISSING
    return field.default is nothing and field.default_factory is nothing


def unknown(name: str, known: list[str]) -> str:
    """A setting nobody reads is a typing error more often than not."""
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"it knows {', '.join(known) or 'none'}"
    return f"{name} is no setting of it; {hint}"
