from django.db import transaction

from portal.accounts.models import User
from portal.accounts.services.places import institution_named


def choose_language(*, user: User, locale: str) -> None:
    if user.locale != locale:
        user.locale = locale
        user.save(update_fields=["locale"])


@transaction.atomic
def change_profile(*, user: User, name: str, institution: str, function: str, sex: str, locale: str) -> User:
    """The institution may be another one of the same jurisdiction; moving to another country is a new nomination."""
    user.name, user.function, user.sex, user.locale = name, function, sex, locale
    place = user.institution
    if place and institution.casefold() != place.name.casefold():
        user.institution = institution_named(name=institution, jurisdiction=place.jurisdiction, actor=user)
    user.save(update_fields=["name", "function", "sex", "locale", "institution"])
    return user
