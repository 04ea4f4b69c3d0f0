"""One case asked about another agreement, from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def checked(*words: str) -> tuple[list[dict], int]:
    out, code = StringIO(), 0
    try:
        call_command("scenario", "check", *words, "--json", stdout=out)
    except SystemExit as stop:
        code = stop.code
    return json.loads(out.getvalue()), code


def test_a_case_on_its_own_agreement_is_as_sound_as_without_the_option():
    assert checked("easter_clock", "--pack", "eu-serbia") == checked("easter_clock")


def test_what_another_agreement_lacks_is_named_once_with_its_line():
    (report,), code = checked("easter_clock", "--pack", "eu-albania")
    assert (report["key"], report["ok"], code) == ("easter_clock", False, 1)
    where = [problem["where"] for problem in report["problems"]]
    assert len(where) == len(set(where))
    named = {problem["where"].partition(" ")[0]: problem["code"] for problem in report["problems"]}
    assert named["deadlines.reply.extension"] == "no_length"
    assert named["acts.ask_more_time.cites[1]"] == "pack_lacks"


def test_an_agreement_nobody_has_is_named():
    (report,), code = checked("easter_clock", "--pack", "eu-atlantis")
    assert [problem["code"] for problem in report["problems"]] == ["unknown_pack"]
    assert code == 1


def test_a_file_nobody_has_is_named_with_the_option_too():
    (report,), code = checked("nowhere", "--pack", "eu-albania")
    assert [problem["code"] for problem in report["problems"]] == ["not_found"]
    assert code == 1
