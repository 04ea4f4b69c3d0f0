"""The words of the paper, in the reader's language."""

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from courses.certificates.engine.paper import Paper
from courses.certificates.models import Certificate
from courses.certificates.queries.certificates import Statement, statement_of
from portal.core.dates import spelled


def paper_of(certificate: Certificate, *, check_url: str) -> Paper:
    """In the reader's language where the certificate is worded in it, else in English: a paper does not mix them."""
    wanted = get_language() or "en"
    lang = wanted if wanted in certificate.snapshot["title"] else "en"
    with override(lang):
        return _worded(certificate, check_url=check_url, lang=lang)


def _worded(certificate: Certificate, *, check_url: str, lang: str) -> Paper:
    statement = statement_of(certificate)
    return Paper(
        # The setter of types knows languages by two or three letters; the script it sees for itself.
        lang=lang.split("-")[0],
        site=statement.issuer,
        title=_("Certificate: %(course)s") % {"course": statement.title},
        heading=_("Certificate of completion"),
        holder_line=_("This certifies that"),
        holder=certificate.holder_name,
        course_line=_("has completed the course"),
        course=statement.title,
        facts=tuple(_facts(certificate, statement)),
        competencies_line=_("Whoever has completed it:"),
        competencies=statement.competencies,
        check_line=_("Check that this certificate is valid:"),
        check_url=check_url,
        qr_description=_("QR code with the address %(url)s") % {"url": check_url},
        serial_label=_("Serial"),
        serial=certificate.serial,
        issued_at=certificate.issued_at,
    )


def _facts(certificate: Certificate, statement: Statement) -> list[tuple[str, str]]:
    facts = [(_("Study"), _("%(hours)s hours") % {"hours": statement.hours})]
    if statement.pass_mark:
        facts.append((_("Final test"), _("passed, %(mark)s %% or more") % {"mark": statement.pass_mark}))
    facts.append((_("Version of the course"), str(statement.syllabus_n)))
    facts.append((_("Issued"), spelled(certificate.issued_at, "j F Y")))
    return facts
