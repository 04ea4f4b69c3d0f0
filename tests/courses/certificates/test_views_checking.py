import io

import pytest
from django.core.cache import cache
from pypdf import PdfReader

from courses.certificates import services
from courses.certificates.models import Certificate
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db
UNKNOWN = "RA-2026-0234-5678-9ABC-DEF0"


@pytest.fixture(autouse=True)
def _no_lookups_yet():
    cache.clear()


def test_anybody_sees_that_it_is_valid_and_nothing_about_the_person(client, certificate, holder):
    html = client.get(f"/c/{certificate.serial}/").content.decode()
    assert "Valid" in html
    assert "Small course" in html
    assert "М. Ќ. Ђ." in html
    assert holder.name not in html
    assert holder.email not in html


def test_a_withdrawn_one_says_so_and_why(client, certificate):
    services.revoke(certificate_id=certificate.pk, because="Issued by mistake.", actor=person("administrator"))
    html = client.get(f"/c/{certificate.serial}/").content.decode()
    assert "Withdrawn" in html
    assert "Issued by mistake." in html


def test_a_touched_record_is_not_confirmed(client, certificate):
    Certificate.objects.update(snapshot=certificate.snapshot | {"hours": "300"})
    assert "Not confirmed" in client.get(f"/c/{certificate.serial}/").content.decode()


def test_an_erased_holder_leaves_a_valid_certificate(client, certificate, holder):
    services.forget_holder(user=holder)
    html = client.get(f"/c/{certificate.serial}/").content.decode()
    assert "Valid" in html
    assert "The holder has asked us to erase the name." in html


def test_after_enrolment_and_account_are_gone_it_is_still_valid(client, certificate, enrolment, holder):
    enrolment.delete()
    holder.delete()
    assert "Valid" in client.get(f"/c/{certificate.serial}/").content.decode()


@pytest.mark.parametrize(
    ("serial", "words"),
    [
        (UNKNOWN, "It is well formed, but we never issued it."),
        (UNKNOWN[:-1] + "2", "a character is missing or wrong"),
        ("nonsense", "a character is missing or wrong"),
    ],
)
def test_an_unknown_serial_is_not_found_and_helped(client, db, serial, words):
    answer = client.get(f"/c/{serial}/")
    assert answer.status_code == 404
    assert words in answer.content.decode()


def test_the_form_leads_to_the_printed_address(client, certificate):
    typed = certificate.serial.lower().replace("-", " ")
    assert client.get("/en/certificates/check/", {"serial": typed}).url == f"/c/{certificate.serial}/"


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(client, db):
    html = client.get("/en/certificates/check/", {"serial": "RA-2026-0234"}).content.decode()
    assert 'value="RA-2026-0234"' in html
    assert "A character is missing or wrong." in html
    assert "Type the serial" in client.get("/en/certificates/check/", {"serial": ""}).content.decode()


def test_guessing_is_slowed_down(client, certificate):
    answers = [client.get(f"/c/{UNKNOWN}/").status_code for _ in range(31)]
    assert answers == [404] * 30 + [429]
    assert client.get(f"/c/{certificate.serial}/")["Retry-After"] == "60"


def test_a_check_costs_one_query(client, certificate, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(f"/c/{certificate.serial}/")


def test_the_holder_opens_the_paper_with_the_address_of_the_check(client, certificate, holder, settings):
    settings.BASE_URL = "https://academy.example.org"
    client.force_login(holder)
    paper = client.get(f"/en/certificates/{certificate.serial}.pdf")
    text = PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()
    assert paper["Content-Type"] == "application/pdf"
    assert holder.name in text
    assert f"https://academy.example.org/c/{certificate.serial}/" in text


def test_the_paper_speaks_the_language_of_the_page(client, certificate, holder):
    client.force_login(holder)
    paper = client.get(f"/sq/certificates/{certificate.serial}.pdf")
    assert "Kurs i vogël" in PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()


def test_a_paper_does_not_mix_languages(client, certificate, holder):
    client.force_login(holder)
    paper = PdfReader(io.BytesIO(client.get(f"/mk/certificates/{certificate.serial}.pdf").content))
    assert paper.trailer["/Root"]["/Lang"] == "en"
    assert "Small course" in paper.pages[0].extract_text()


def test_the_paper_is_the_holders_own(client, certificate):
    address = f"/en/certificates/{certificate.serial}.pdf"
    assert client.get(address).status_code == 302
    client.force_login(person())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("others", [0, 2])
def test_my_certificates(client, certificate, holder, others, django_assert_num_queries):
    for number in range(others):
        more = Certificate.objects.get(pk=certificate.pk)
        more.pk, more.serial = None, f"{more.serial}{number}"
        more.uuid, more.enrolment_uuid = person().uuid, person().uuid
        more.save(force_insert=True)
    client.force_login(holder)
    client.get("/en/certificates/")
    with django_assert_num_queries(3):
        html = client.get("/en/certificates/").content.decode()
    assert html.count("Open the paper (PDF)") == 1 + others


@pytest.mark.parametrize(
    ("roles", "scope", "status"),
    [
        (("administrator",), None, 200),
        (("coordinator",), "AL", 200),
        (("coordinator",), "RS", 404),
        (("trainer",), None, 404),
    ],
)
def test_withdrawing_is_for_those_responsible(client, certificate, roles, scope, status):
    client.force_login(person(*roles, scope=scope))
    assert client.get(f"/en/certificates/{certificate.serial}/withdraw/").status_code == status


def test_the_way_to_withdraw_is_shown_to_those_responsible_alone(client, certificate, holder):
    address, way = f"/c/{certificate.serial}/", "Withdraw this certificate"
    assert way not in client.get(address).content.decode()
    client.force_login(holder)
    assert way not in client.get(address).content.decode()
    client.force_login(person("administrator"))
    assert way in client.get(address).content.decode()


def test_an_administrator_withdraws_with_a_reason(client, certificate):
    client.force_login(person("administrator"))
    address = f"/en/certificates/{certificate.serial}/withdraw/"
    assert "Say why the certificate is withdrawn." in client.post(address, {"because": ""}).content.decode()
    assert client.post(address, {"because": "Issued by mistake."}).url == f"/c/{certificate.serial}/"
    certificate.refresh_from_db()
    assert certificate.revoked_because == "Issued by mistake."
