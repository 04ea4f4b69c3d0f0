"""A date as papers write it, and the date somebody makes of it who reads day for month."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "bs": "januar februar mart april maj juni juli august septembar oktobar novembar decembar",
    "sr-Latn": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "cnr-Latn": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sr-Cyrl": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
}
_MONTHS = {**_MONTHS, "sr": _MONTHS["sr-Latn"], "cnr": _MONTHS["cnr-Latn"]}
_WITH_POINTS = ("bs", "sr", "cnr")  # 4. avgust 1987.


def dotted(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"


def in_words(day: date, locale: str) -> str:
    point = "." if locale.split("-")[0] in _WITH_POINTS else ""
    return f"{day_and_month(day, locale)} {day.year}{point}"


def day_and_month(day: date, locale: str) -> str:
    point = "." if locale.split("-")[0] in _WITH_POINTS else ""
    return f"{day.day}{point} {month(day, locale)}"


def month(day: date, locale: str) -> str:
    names = _MONTHS.get(locale) or _MONTHS.get(locale.split("-")[0]) or _MONTHS["en"]
    return names.split(" ")[day.month - 1]


def icao(day: date) -> str:
    """04 AUG 1987"""
    return f"{day.day:02} {month(day, 'en')[:3].upper()} {day.year}"


def swapped(day: date) -> date:
    """The eighth of April for the fourth of August. Only a day up to the twelfth can be mistaken so."""
    return date(day.year, day.day, day.month)


def years_later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
