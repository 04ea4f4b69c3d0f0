from portal.accounts.models import Institution, Jurisdiction, User
from portal.audit import api as audit


def institution_named(*, name: str, jurisdiction: Jurisdiction, actor: User | None) -> Institution:
    """The institution of that name, whatever its capitals, or a new one."""
    name = " ".join(name.split())
    found = Institution.objects.filter(jurisdiction=jurisdiction, name__iexact=name).first()
    if found:
        return found
    place, is_new = Institution.objects.get_or_create(jurisdiction=jurisdiction, name=name)
    if is_new:
        audit.record(actor=actor, verb="institution.added", target=f"institution:{place.pk}")
    return place
