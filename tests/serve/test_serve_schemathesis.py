"""The description against the server: what may be asked by it is answered as it says, and nothing is a fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from serve_maker import BEARER, HOME, TOKEN, client
from starlette.testclient import TestClient

from kawat.serve.openapi import openapi
from kawat.serve.routes.table import OPERATIONS

schemathesis.checks.load_all_checks()
CHECKS = schemathesis.checks.CHECKS.get_by_names(
    ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]
)
described = schemathesis.openapi.from_dict(openapi(OPERATIONS, "0", editable=True))


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    from serve_maker import fill

    path: Path = tmp_path_factory.mktemp("described") / "d.db"
    fill(path, made=60)
    with client(path, edit=True, token=TOKEN) as asking:
        yield asking


@described.parametrize()
@settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_the_server_is_as_it_is_described(case: schemathesis.Case, judged: TestClient) -> None:
    asks = case.as_transport_kwargs(base_url=HOME, headers=BEARER)
    given = {name: asks[name] for name in ("params", "json", "headers") if asks.get(name) is not None}
    response = judged.request(asks["method"], asks["url"], **given)
    case.validate_response(response, checks=CHECKS)
