"""The API described: OpenAPI 3.1, made from the table of operations and the schemas of its answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kawat.contract import record_schema
from kawat.serve.operations import Operation
from kawat.serve.parameters import Parameter

BASE = "/api/v1"
OPENAPI = f"{BASE}/openapi.json"
Json = dict[str, Any]
_REF = "#/components/schemas/"
_ERRORS = {
    "400": "The request is wrong; the message says what to do.",
    "401": "The token is missing.",
    "403": "Not allowed here.",
    "404": "Nothing is called so.",
    "421": "The Host header is not one of this server.",
    "503": "It takes too long, or the store is busy.",
}
_WRITE_ERRORS = {
    "408": "The body did not come in time.",
    "413": "The body is too large.",
    "415": "The body is no JSON.",
}


@cache
def schemas() -> Json:
    """The schemas of all answers by name, those of a record among them as `record` and `record_...`."""
    own: Json = json.loads((files("kawat.serve") / "schemas.json").read_text(encoding="utf-8"))
    record = record_schema()
    parts = {f"record_{name}": _moved(part) for name, part in record["$defs"].items()}
    whole = _moved({key: value for key, value in record.items() if key not in ("$schema", "$defs", "$id")})
    return {**own, "record": whole, **parts}


def _moved(schema: Any) -> Any:
    """A part of the schema of a record, pointing at where its other parts stand here."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", f"{_REF}record_") if key == "$ref" else _moved(value)
            for key, value in schema.items()
        }
    return [_moved(one) for one in schema] if isinstance(schema, list) else schema


def schema_of(name: str) -> Json:
    """A schema by itself, with all that it points at: for validating an answer."""
    return {"$ref": f"{_REF}{name}", "components": {"schemas": schemas()}}


def openapi(operations: Sequence[Operation], version: str, editable: bool) -> Json:
    """The whole document; without what writes where nobody may judge."""
    paths: Json = {}
    for one in operations:
        if editable or not one.writes:
            paths.setdefault(f"{BASE}{one.path}", {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kawat",
            "version": version,
            "description": "Sourced events read from news reports. Offsets are code points, ends exclusive.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}, {}],
    }


def _operation(one: Operation) -> Json:
    name = one.path.strip("/").replace("/", "_").replace("{", "").replace("}", "").replace(".", "_")
    told: Json = {
        "operationId": f"{one.method.lower()}_{name}",
        "summary": one.says,
        "parameters": [_parameter(parameter) for parameter in one.parameters],
        "responses": _responses(one),
    }
    if one.body:
        content = {"application/json": {"schema": {"$ref": f"{_REF}{one.body}"}}}
        told["requestBody"] = {"required": True, "content": content}
    return told


def _parameter(one: Parameter) -> Json:
    return {
        "name": one.name,
        "in": "path" if one.in_path else "query",
        "required": one.required or one.in_path,
        "description": one.says,
        "schema": one.schema(),
    }


def _responses(one: Operation) -> Json:
    schema = {"$ref": f"{_REF}{one.schema}"} if one.schema else {"type": "string"}
    told: Json = {"200": {"description": one.says, "content": {one.media_type: {"schema": schema}}}}
    if not one.writes:
        told["200"]["headers"] = _ETAG
        same = "As it was: the ETag that was sent is still that of the answer."
        told["304"] = {"description": same, "headers": _ETAG}
    if one.redirects:
        told["301"] = _with("The event has another id by now; Location leads there.", "moved")
    for status, says in {**_ERRORS, **(_WRITE_ERRORS if one.writes else {})}.items():
        told[status] = _with(says, "error")
    return dict(sorted(told.items()))


_ETAG: Json = {"ETag": {"description": "Another one once the answer is another.", "schema": {"type": "string"}}}


def _with(says: str, schema: str) -> Json:
    return {"description": says, "content": {"application/json": {"schema": {"$ref": f"{_REF}{schema}"}}}}
