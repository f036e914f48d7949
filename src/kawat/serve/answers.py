"""What a route answers: ready bytes with a status and headers; and errors as JSON that says what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from kawat.errors import (
    InputError,
    KawatError,
    NotFoundError,
    StoreError,
    TooSlowError,
    UsageError,
)

Json = dict[str, Any]
JSON = "application/json"
ERRORS: dict[int, str] = {
    HTTPStatus.BAD_REQUEST: "bad_request",
    HTTPStatus.UNAUTHORIZED: "unauthorised",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "bad_method",
    HTTPStatus.REQUEST_TIMEOUT: "too_slow",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "bad_media_type",
    HTTPStatus.MISDIRECTED_REQUEST: "bad_host",
    HTTPStatus.INTERNAL_SERVER_ERROR: "fault",
    HTTPStatus.SERVICE_UNAVAILABLE: "busy",
}
"""The code of an error by its status."""

FAULT = "this is a fault of Kawat; the log of the server says more"
STORE = "the store can not be read or written just now; the log of the server says why"


@dataclass(frozen=True, slots=True)
class Answer:
    """``headers``: those that are this answer's own."""

    body: bytes
    status: int = HTTPStatus.OK
    media_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()


class RefusedError(KawatError):
    """A request that is answered with an error of this status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def json_bytes(value: Any) -> bytes:
    """JSON in UTF-8; half characters, which texts can hold and UTF-8 can not, as escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()


def json_answer(value: Any) -> Answer:
    return Answer(json_bytes(value))


def list_answer(items: Iterable[Any], following: str | None) -> Answer:
    """A page of a list."""
    return json_answer({"items": list(items), "next": following})


def text_list_answer(items: Iterable[str], following: str | None) -> Answer:
    """A page of a list of which the items are JSON texts already."""
    return Answer(b'{"items":[' + ",".join(items).encode() + b'],"next":' + json_bytes(following) + b"}")


def error_answer(status: int, message: str) -> Answer:
    """An error: a code for programs, a message for people."""
    return Answer(json_bytes({"error": {"code": ERRORS[status], "message": message}}), status)


def answer_for(error: Exception) -> Answer:
    """What an error is answered with. What it says of files stays in the log."""
    match error:
        case RefusedError():
            return error_answer(error.status, str(error))
        case TooSlowError():
            return error_answer(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        case StoreError():
            return error_answer(HTTPStatus.SERVICE_UNAVAILABLE, STORE)
        case NotFoundError():
            return error_answer(HTTPStatus.NOT_FOUND, str(error))
        case UsageError() | InputError():
            return error_answer(HTTPStatus.BAD_REQUEST, str(error))
        case _:
            return error_answer(HTTPStatus.INTERNAL_SERVER_ERROR, FAULT)
