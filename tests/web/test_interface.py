"""What /openapi.json promises holds for whatever is asked: never a mistake of the program, answers of the kind told."""

from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from matukio.store import Store
from matukio.web import application

HERE = "http://127.0.0.1:8060"
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = 8
"""For each address; more of them are a matter of minutes."""


def test_whatever_is_asked_is_answered_as_told(store: Store) -> None:
    app = application(store)
    told = TestClient(app, base_url=HERE).get("/openapi.json").json()
    found = [result.ok() for result in schemathesis.openapi.from_dict(told).get_all_operations()]
    assert len(found) > 25
    for operation in found:
        _ask(operation, app)


def _ask(operation: Any, app: Any) -> None:
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        case.validate_response(case.call(app=app, base_url=HERE), checks=CHECKS)

    ask()
