"""What goes over the socket between the crawl and a child: a task, and what came of it.

A child reads hostile bytes with parsers written in C. Should one of them be taken over, then what it answers
can only be data of the kind that was asked for: nothing of it is ever run, as unpickling it would.
"""

import pickle
import struct
import traceback
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

LENGTH = struct.Struct(">Q")
"""Stands before every message."""
LONGEST_ANSWER = 64 * 1024 * 1024
"""Bytes; that of a page of 10 MiB full of references takes a fifth of it."""
T = TypeVar("T")


class BadAnswerError(Exception):
    """No child of ours says that."""


def framed(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return LENGTH.pack(len(message)) + message


def task_message(function: Callable[[Any], Any], task: object) -> bytes:
    """Return what tells a child to run `function(task)`."""
    return _ENCODER.encode((pickle.dumps(function), task))


def answer_message(message: bytes, before: Callable[[], object]) -> bytes:
    """Do what a message says, after `before()`, and return what came of it (in the child)."""
    try:
        name, task = _MESSAGE.decode(message)
        function = pickle.loads(name)  # noqa: S301  # from our own parent
        before()
        return _ENCODER.encode(("", function(_decoders(function)[0].decode(task))))
    except (MemoryError, RecursionError) as error:
        return _ENCODER.encode((type(error).__name__, None))
    except Exception:  # noqa: BLE001  # a defect of ours, which the parent reports
        told = traceback.format_exc().encode(errors="replace").decode()
        return _ENCODER.encode((told, None))


def result_of(function: Callable[[Any], T], answer: bytes) -> T:
    """Return what `function` returned in the child.

    Raises:
        BadAnswerError: the answer is none.
        MemoryError, RecursionError: the function used up its own.
        RuntimeError: the function failed otherwise; the message is its traceback.
    """
    try:
        failure, result = _decoders(function)[1].decode(answer)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise BadAnswerError(str(error)) from error
    if failure:
        raise _BUDGETS.get(failure, RuntimeError)(failure)
    returned: T = result
    return returned


@cache
def _decoders(
    function: Callable[[Any], Any],
) -> tuple[msgspec.msgpack.Decoder[Any], msgspec.msgpack.Decoder[Any]]:
    """Return what decodes a function's argument, and what decodes a failure or its result."""
    hints = get_type_hints(function)
    result = hints.pop("return", Any)
    argument = next(iter(hints.values()), Any)
    answer: Any = tuple[str, result | None]  # type: ignore[valid-type]  # known when it is asked for
    return msgspec.msgpack.Decoder(argument), msgspec.msgpack.Decoder(answer)


_BUDGETS: dict[str, type[Exception]] = {"MemoryError": MemoryError, "RecursionError": RecursionError}
_ENCODER = msgspec.msgpack.Encoder()
_MESSAGE = msgspec.msgpack.Decoder(tuple[bytes, msgspec.Raw])
