"""The jurisdictions this site knows: the six, their partners, and where returning people come from."""

from portal.core.names import KOSOVO


def _(text: str) -> str:
    """Marks a name for the catalogue; it is translated where it is shown."""
    return text


WESTERN_BALKANS = {
    "AL": _("Albania"),
    "BA": _("Bosnia and Herzegovina"),
    "XK": KOSOVO,
    "ME": _("Montenegro"),
    "MK": _("North Macedonia"),
    "RS": _("Serbia"),
}
EU = {
    "AT": _("Austria"),
    "BE": _("Belgium"),
    "BG": _("Bulgaria"),
    "HR": _("Croatia"),
    "CY": _("Cyprus"),
    "CZ": _("Czechia"),
    "DK": _("Denmark"),
    "EE": _("Estonia"),
    "FI": _("Finland"),
    "FR": _("France"),
    "DE": _("Germany"),
    "GR": _("Greece"),
    "HU": _("Hungary"),
    "IE": _("Ireland"),
    "IT": _("Italy"),
    "LV": _("Latvia"),
    "LT": _("Lithuania"),
    "LU": _("Luxembourg"),
    "MT": _("Malta"),
    "NL": _("Netherlands"),
    "PL": _("Poland"),
    "PT": _("Portugal"),
    "RO": _("Romania"),
    "SK": _("Slovakia"),
    "SI": _("Slovenia"),
    "ES": _("Spain"),
    "SE": _("Sweden"),
}
ASSOCIATED = {"CH": _("Switzerland"), "IS": _("Iceland"), "LI": _("Liechtenstein"), "NO": _("Norway")}
ORIGIN = {
    "AF": _("Afghanistan"),
    "BD": _("Bangladesh"),
    "BI": _("Burundi"),
    "CU": _("Cuba"),
    "DZ": _("Algeria"),
    "EG": _("Egypt"),
    "ET": _("Ethiopia"),
    "GE": _("Georgia"),
    "GH": _("Ghana"),
    "IN": _("India"),
    "IQ": _("Iraq"),
    "IR": _("Iran"),
    "LB": _("Lebanon"),
    "LY": _("Libya"),
    "MA": _("Morocco"),
    "MD": _("Moldova"),
    "NG": _("Nigeria"),
    "NP": _("Nepal"),
    "PK": _("Pakistan"),
    "SO": _("Somalia"),
    "SY": _("Syria"),
    "TN": _("Tunisia"),
    "TR": _("Türkiye"),
    "UA": _("Ukraine"),
    "VN": _("Vietnam"),
}
ALL = (("western_balkans", WESTERN_BALKANS), ("eu", EU), ("associated", ASSOCIATED), ("origin", ORIGIN))
