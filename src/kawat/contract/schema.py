"""The JSON Schema of a record, and checking against it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def record_schema() -> dict[str, Any]:
    """The schema of one line of `kawat read --json` (JSON Schema 2020-12)."""
    path = files("kawat.contract") / "record.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def schema_problems(record: dict[str, Any]) -> list[str]:
    """What in ``record`` breaks the schema, one line each; empty when it is valid."""
    import jsonschema  # here: only checking needs it, and it takes long to load

    validator = jsonschema.Draft202012Validator(record_schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(record)]
