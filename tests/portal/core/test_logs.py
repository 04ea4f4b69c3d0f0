"""Log lines are JSON and carry nothing personal."""

import json
import logging

from portal.core.logs import JsonFormatter, RequestIdFilter, request_id


def _line(message: str, **extra: object) -> dict[str, object]:
    record = logging.makeLogRecord({"msg": message, "levelname": "INFO", "name": "academy", **extra})
    RequestIdFilter().filter(record)
    return json.loads(JsonFormatter().format(record))


def test_a_line_names_its_request():
    token = request_id.set("abc-12345")
    line = _line("saved")
    request_id.reset(token)
    assert (line["message"], line["request_id"]) == ("saved", "abc-12345")


def test_a_field_nobody_named_never_gets_in():
    assert _line("saved", status_code=200, email="ana@example.org").keys() == {
        "at",
        "level",
        "logger",
        "message",
        "request_id",
        "status_code",
    }
