"""Frozen values: what `dataclass(frozen=True, slots=True)` gives, made in a fraction of its time at every start."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_MISSING: Any = object()


class _Field(NamedTuple):
    """What is special about a field."""

    default: object = _MISSING
    init: bool = True
    compare: bool = True


def field(*, default: object = _MISSING, init: bool = True, compare: bool = True) -> Any:  # noqa: ANN401 - any type's
    """Return what stands behind a field's name and type, as `dataclasses.field` does."""
    return _Field(default, init, compare)


def replace(value: T, **changes: object) -> T:
    """Return a frozen value that differs in these fields alone, as `dataclasses.replace` does."""
    return type(value)(**{name: getattr(value, name) for name in cast("Any", value).__match_args__} | changes)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Return the class as a frozen value with slots; what is built on `dataclasses` takes it for one of its own.

    `dataclass` writes, compiles and runs six methods for each class: a third of the start of a command, which loads
    fifty of them. Here `__init__` alone is written out; the other five are shared, and `dataclasses`, whose import
    brings half of Python's own tools with it, is left alone until one of its functions asks.
    """
    names = cls.__annotations__
    if any(hasattr(base, "__dataclass_fields__") for base in cls.__bases__):
        message = f"{cls.__qualname__}: the fields of a base would be lost"
        raise TypeError(message)
    given = {name: vars(cls).get(name, _MISSING) for name in names}
    fields = {name: one if isinstance(one, _Field) else _Field(one) for name, one in given.items()}
    own = {name: one for name, one in vars(cls).items() if name not in {*names, "__dict__", "__weakref__"}}
    shared = {
        "__slots__": (*names, "__dict__") if any(isinstance(one, cached_property) for one in own.values()) else names,
        "__match_args__": tuple(name for name, one in fields.items() if one.init),
        "__dataclass_fields__": _Fields(names, fields),
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _shown,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": _reduced,
        "_compared": attrgetter(*(name for name, one in fields.items() if one.compare)),
    }
    made = cast("Any", type(cls))(cls.__name__, cls.__bases__, shared | own)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _written_when_called(made, fields, checked="__post_init__" in own)
    return cast("type[T]", made)


class _Fields:
    """A class's `__dataclass_fields__`, worked out by `dataclass` itself when one of its functions asks."""

    def __init__(self, names: dict[str, Any], fields: dict[str, _Field]) -> None:
        self._names = names
        self._fields = fields
        self._known: dict[str, Any] | None = None

    def __get__(self, instance: object, owner: type) -> dict[str, Any]:
        if self._known is None:
            import dataclasses  # noqa: PLC0415 - 5 ms that a check can spare

            body: dict[str, Any] = {"__annotations__": self._names}
            for name, one in self._fields.items():
                words = {key: word for key, word in one._asdict().items() if word is not _MISSING}
                body[name] = dataclasses.field(**words)
            self._known = cast("Any", dataclasses.dataclass(type(owner.__name__, (), body))).__dataclass_fields__
        return self._known


def _written_when_called(cls: Any, fields: dict[str, _Field], *, checked: bool) -> Callable[..., None]:  # noqa: ANN401
    """Return what writes a class's `__init__` once the first of its values is made: most commands use half of them."""

    def first(self: object, *values: object, **named: object) -> None:
        cls.__init__ = _initializer(fields, checked=checked)
        cls.__init__(self, *values, **named)

    return first


def _initializer(fields: dict[str, _Field], *, checked: bool) -> Callable[..., None]:
    """Return the `__init__` of a class with these fields."""
    defaults = {f"_{name}": one.default for name, one in fields.items() if one.default is not _MISSING}
    taken = [name for name, one in fields.items() if one.init]
    words = ", ".join(["self", *(f"{name}=_{name}" if f"_{name}" in defaults else name for name in taken)])
    lines = [f"  _set(self, {name!r}, {name})" for name in taken] + ["  self.__post_init__()"] * checked
    scope: dict[str, Any] = defaults | {"_set": object.__setattr__}
    exec("\n".join([f"def __init__({words}):", *lines]), scope)  # noqa: S102 - names of fields, as dataclass does
    return cast("Callable[..., None]", scope["__init__"])


def _equal(self: Any, other: Any) -> bool:  # noqa: ANN401 - any frozen value
    same: bool = other.__class__ is self.__class__ and self._compared(self) == self._compared(other)
    return same


def _hash(self: Any) -> int:  # noqa: ANN401
    return hash(self._compared(self))


def _shown(self: Any) -> str:  # noqa: ANN401
    names = [name for name in self.__slots__ if name != "__dict__"]
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _reduced(self: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return self.__class__, tuple(getattr(self, name) for name in self.__match_args__)


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - the same

    message = f"cannot change field {name!r} of {self.__class__.__name__}"
    raise FrozenInstanceError(message)
