"""What stands before the application: hosts, tokens, the headers of every answer."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kawat.serve.answers import Answer, error_answer
from kawat.serve.security import HEADERS, Door

YEAR = 31_536_000


class Guard:
    """Lets requests in that may come in."""

    def __init__(self, inner: ASGIApp, door: Door) -> None:
        self._inner, self._door = inner, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._inner(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS:
                    headers[name] = value
            await send(message)

        answer = self._refusal(scope)
        await (answer or self._inner)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered instead of the application, if anything."""
        headers, path = Headers(scope=scope), scope["path"]
        if len(headers.getlist("host")) != 1 or not self._door.knows_host(headers.get("host")):
            return _plain(error_answer(HTTPStatus.MISDIRECTED_REQUEST, "ask for this server by its own address"))
        if path.startswith("/api/"):
            return None if self._door.opens(headers) else _plain(_NO_TOKEN)
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"), errors="replace"))
        return self._with_token(path, given) if "token" in given and self._door.token is not None else None

    def _with_token(self, path: str, given: dict[str, str]) -> Response:
        """Keeps the token of an address in a cookie, and leads to the address without it."""
        if not self._door.fits(given.pop("token")):
            return _plain(_NO_TOKEN)
        query = f"?{urlencode(given)}" if given else ""
        where = quote(f"/{path.lstrip('/')}")  # never //host
        response = Response(status_code=HTTPStatus.SEE_OTHER, headers={"location": f"{where}{query}"})
        token = str(self._door.token)
        response.set_cookie(self._door.cookie, token, max_age=YEAR, path="/", httponly=True, samesite="strict")
        response.headers["cache-control"] = "no-store"
        return response


_NO_TOKEN = error_answer(
    HTTPStatus.UNAUTHORIZED, "the token is missing or wrong; open the address that `kawat serve` printed"
)


def _plain(answer: Answer) -> Response:
    headers = {"cache-control": "no-store", "www-authenticate": "Bearer"}
    if answer.status != HTTPStatus.UNAUTHORIZED:
        del headers["www-authenticate"]
    return Response(answer.body, answer.status, headers, answer.media_type)
