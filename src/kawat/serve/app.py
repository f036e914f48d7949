"""The application: requests in, answers out; what is asked of the store is asked in its threads."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import secrets
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Route

from kawat.errors import KawatError, StoreError, TooSlowError, UsageError
from kawat.serve.answers import JSON, Answer, RefusedError, answer_for, error_answer, json_bytes
from kawat.serve.conditions import ANY_TAG, known_tags
from kawat.serve.connections import Readers
from kawat.serve.guard import Guard
from kawat.serve.kept import Kept
from kawat.serve.openapi import BASE, OPENAPI, openapi, schemas
from kawat.serve.operations import Asked, Operation, Setting
from kawat.serve.parameters import read_all
from kawat.serve.reading import Question
from kawat.serve.routes.table import OPERATIONS
from kawat.serve.security import Door
from kawat.serve.static import Explorer, load_explorer
from kawat.store import Store, open_store
from kawat.store.limits import Deadline
from kawat.store.warming import warming

SECONDS = 5.0
"""How long an answer may take."""
THREADS = 4
"""Connections to the store; SQLite answers each in a thread of its own."""
MOST_BODY = 16_384
BODY_SECONDS = 10.0
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
Note = Callable[[str], None]


@dataclass
class Api:
    """One server over the store at ``path``. ``note`` is told what belongs in the log.

    ``processes`` read the store, so that as many cores answer; with 0 threads of this one do.
    """

    path: str
    setting: Setting
    door: Door
    note: Note
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: float = SECONDS
    processes: int = 0
    kept: Kept = field(default_factory=Kept)
    run: str = field(default_factory=lambda: secrets.token_hex(8))
    readers: Readers | None = None
    watched: Store | None = None

    @asynccontextmanager
    async def life(self, _: Starlette) -> AsyncIterator[None]:
        self.readers = Readers(self.path, self.processes or THREADS, apart=self.processes > 0)
        try:
            with open_store(self.path, read_only=True) as self.watched, warming(self.path):
                yield
        finally:
            await asyncio.to_thread(self.readers.close)

    def state(self) -> str:
        """Another one as soon as anything in the store, or the day, is another: then answers may be others too."""
        assert self.watched is not None
        return f"{self.run}-{self.watched.state()}-{self.clock().astimezone().date()}"

    # --- answering -----------------------------------------------------------------------------------

    async def read(self, operation: Operation, request: Request) -> Answer:
        """The answer of an operation that reads: not at all where the client has it, else kept or made."""
        values = _values(operation, request)
        state = self.state()
        key = f"{operation.path}?{json.dumps(sorted((name, str(value)) for name, value in values.items()))}"
        tag = f'"{hashlib.sha256(f"{state} {key}".encode()).hexdigest()[:32]}"'
        known = known_tags(request.headers.getlist("if-none-match"))
        unchanged = Answer(b"", HTTPStatus.NOT_MODIFIED, headers=(("etag", tag),))
        if tag in known:  # only what was there has a tag, so nothing has to be asked
            return unchanged
        asked = self._asked(values)
        readers = self.readers
        assert readers is not None

        async def ask() -> Answer:
            return await asyncio.wrap_future(readers.submit(Question(operation.path, asked)))

        answer = await self.kept.get(state, key, ask)
        if answer.status != HTTPStatus.OK:
            return answer
        if ANY_TAG in known:
            return unchanged
        return Answer(answer.body, answer.status, answer.media_type, (*answer.headers, ("etag", tag)))

    async def write(self, operation: Operation, request: Request) -> Answer:
        """The answer of an operation that changes the store."""
        if not self.setting.editable:
            raise RefusedError(HTTPStatus.FORBIDDEN, "judging is off; start the server with --edit")
        if not self.door.from_here(request.headers):
            raise RefusedError(
                HTTPStatus.FORBIDDEN,
                "a change comes from a page of this server, or with Authorization: Bearer",
            )
        body = _checked(operation.body, await _body(request)) if operation.body else None
        asked = self._asked(_values(operation, request), body)

        def judge() -> Answer:
            with open_store(self.path) as store:
                return operation.do(store, asked)

        return await asyncio.to_thread(judge)

    def _asked(self, values: dict[str, Any], body: Any = None) -> Asked:
        now = self.clock()
        return Asked(values, self.setting, now, now.astimezone().date(), Deadline(self.seconds), body)

    def describe(self, error: Exception, request: Request) -> Answer:
        """The answer to an error; those that are not the client's are told to the log."""
        if not isinstance(error, KawatError) or isinstance(error, StoreError):
            slow = isinstance(error, TooSlowError)
            self.note(f"{request.method} {request.url.path}: {'too slow' if slow else _told(error)}")
            if os.environ.get("KAWAT_DEBUG"):
                for line in "".join(traceback.format_exception(error)).splitlines():
                    self.note(line)
        return answer_for(error)


def make_app(api: Api, explorer: Explorer | None = None) -> Guard:
    """The whole server as an ASGI application."""
    shown = explorer if explorer is not None else load_explorer()
    whole = json_bytes(openapi(OPERATIONS, api.setting.version, api.setting.editable))

    async def describe(_: Request) -> Response:
        return Response(whole, media_type=JSON, headers={"cache-control": "no-cache"})

    async def static(request: Request) -> Response:
        path = request.url.path
        answer = None if path.startswith("/api/") or path == "/api" else shown.answer(path)
        return _response(answer or error_answer(404, "there is nothing here; the API begins at /api/v1/meta"))

    async def failed(request: Request, error: Exception) -> Response:
        return _response(api.describe(error, request))

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        says = f"{HTTPStatus(error.status_code).phrase.lower()}: see {OPENAPI}"
        answer = error_answer(error.status_code, says)
        return _response(Answer(answer.body, answer.status, headers=tuple((error.headers or {}).items())))

    known = [Route(OPENAPI, describe), *(_route(api, one, failed) for one in _by_path())]

    async def unknown(request: Request) -> Response:
        methods = {method for route in known for method in route.methods or () if _takes(route, request, method)}
        if not methods:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(sorted(methods))})

    routes = [*known, Route(f"{BASE}/{{path:path}}", unknown, methods=METHODS), Route("/{path:path}", static)]
    inner = Starlette(routes=routes, lifespan=api.life, exception_handlers={HTTPException: refused})
    inner.router.redirect_slashes = False
    return Guard(inner, api.door)


def _takes(route: Route, request: Request, method: str) -> bool:
    """Whether the route answers this path when it is asked with the method."""
    return route.matches({**request.scope, "method": method})[0] is Match.FULL


def _by_path() -> list[list[Operation]]:
    """The operations, those of one path together, since a path is one route."""
    found: dict[str, list[Operation]] = {}
    for one in OPERATIONS:
        found.setdefault(one.path, []).append(one)
    return list(found.values())


def _route(api: Api, operations: list[Operation], failed: Callable[[Request, Exception], Any]) -> Route:
    by_method = {one.method: one for one in operations}

    async def endpoint(request: Request) -> Response:
        one = by_method["GET" if request.method == "HEAD" else request.method]
        try:
            answer = await (api.write(one, request) if one.writes else api.read(one, request))
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody is there to read it
        except Exception as error:
            response: Response = await failed(request, error)
            return response
        return _response(answer)

    return Route(f"{BASE}{operations[0].path.replace('{key}', '{key:path}')}", endpoint, methods=[*by_method])


def _response(answer: Answer) -> Response:
    headers = {"cache-control": "no-cache", **dict(answer.headers)}
    return Response(answer.body, answer.status, headers, answer.media_type)


def _values(operation: Operation, request: Request) -> dict[str, Any]:
    """The parameters of the path and the query. Raises `UsageError`."""
    in_path = [(name, str(value)) for name, value in request.path_params.items()]
    query = request.scope["query_string"].decode("latin-1")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=50, errors="replace")
    except ValueError:
        raise UsageError("these are too many parameters") from None
    names = {name for name, _ in in_path}
    return dict(read_all(operation.parameters, [*in_path, *((n, v) for n, v in pairs if n not in names)]))


async def _body(request: Request) -> bytes:
    """The body, as long as it is not too long and comes in time."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send the body as {JSON}")
    parts = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                parts += part
                if len(parts) > MOST_BODY:
                    raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a body may have {MOST_BODY} bytes")
    except TimeoutError:
        raise RefusedError(HTTPStatus.REQUEST_TIMEOUT, "the body did not come in time; send it again") from None
    return bytes(parts)


def _checked(schema: str, body: bytes) -> Any:
    """The body as JSON values that fit the schema. Raises `UsageError`."""
    import jsonschema

    try:
        value = json.loads(body)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise UsageError("the body is no JSON in UTF-8") from None
    errors = jsonschema.Draft202012Validator(schemas()[schema]).iter_errors(value)
    first = next(iter(errors), None)
    if first is not None:
        raise UsageError(f"the body does not fit: {first.json_path}: {first.message[:200]}")
    return value


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
