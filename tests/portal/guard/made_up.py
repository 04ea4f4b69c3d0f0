"""Identifiers that check out and belong to nobody: birth dates lie in the years 2060 to 2099."""

import random
from collections.abc import Callable

from portal.guard.engine.numbers import mrz_digit

_JMBG = (7, 6, 5, 4, 3, 2) * 2
_NID_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV"
_ACCOUNT_LENGTHS = {"AL": 28, "BA": 20, "ME": 22, "MK": 19, "RS": 22, "XK": 20}


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (repeatable, not secret)


def jmbg(rng: random.Random) -> str:
    region = rng.choice([10, 17, 19, 21, 29, 41, 45, 71, 75, 80, 89, 91])
    body = f"{rng.randint(1, 28):02}{rng.randint(1, 12):02}0{rng.randint(60, 99)}{region}{rng.randint(0, 999):03}"
    check = 11 - sum(w * int(d) for w, d in zip(_JMBG, body, strict=True)) % 11
    return f"{body}{check if check < 10 else 0}"


def nid(rng: random.Random) -> str:
    month = rng.randint(1, 12) + rng.choice([0, 50])
    body = f"{rng.choice('QRST')}{rng.randint(0, 9)}{month:02}{rng.randint(1, 28):02}{rng.randint(1, 999):03}"
    values = [int(c) if c.isdigit() else _NID_LETTERS.index(c) for c in body]
    return body + _NID_LETTERS[sum(w * v for w, v in zip((1, 1, 2, 3, 4, 5, 6, 7, 8), values, strict=True)) % 23]


def kosovo_number(rng: random.Random) -> str:
    body = f"{rng.randint(1, 8)}{rng.randint(0, 99999999):08}"
    check = 11 - sum(w * int(d) for w, d in zip((4, 3, 2, 7, 6, 5, 4, 3, 2), body, strict=True)) % 11
    return f"{body}{check if check < 10 else 0}"


def iban(rng: random.Random) -> str:
    country = rng.choice(list(_ACCOUNT_LENGTHS))
    body = "".join(rng.choice("0123456789") for _ in range(_ACCOUNT_LENGTHS[country] - 4))
    as_number = "".join(str(int(sign, 36)) for sign in f"{body}{country}00")
    return f"{country}{98 - int(as_number) % 97:02}{body}"


def mrz_lower(rng: random.Random) -> str:
    """The second line of a passport of one of the six."""
    number = f"{rng.choice('ABP')}{rng.randint(0, 99999999):08}"
    state = rng.choice(["ALB", "BIH", "MNE", "MKD", "SRB", "RKS"])
    birth = f"{rng.randint(60, 99)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    expiry = f"{rng.randint(27, 36)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    extra = f"{rng.randint(0, 9999999):07}<<<<<<<"
    numbered, born = number + mrz_digit(number), birth + mrz_digit(birth)
    valid = expiry + mrz_digit(expiry)
    optional = extra + mrz_digit(extra)
    return f"{numbered}{state}{born}{rng.choice('MF')}{valid}{optional}{mrz_digit(numbered + born + valid + optional)}"


def mrz_upper(rng: random.Random) -> str:
    state = rng.choice(["ALB", "BIH", "MNE", "MKD", "SRB", "RKS"])
    return f"P<{state}{rng.choice(['PRIMEROVSKI', 'FIKTIVAJ', 'PROBIC'])}<<{rng.choice(['ANA', 'BESA<MIRA'])}".ljust(
        44, "<"
    )


SENTENCES = {
    "en": "The file says: personal number {}, he returned alone.",
    "sq": "Në dosje shkruan: numri personal {}, u kthye vetëm.",
    "bs": "U spisu piše: matični broj {}, vratio se sam.",
    "sr": "У спису пише: матични број {}, вратио се сам.",
    "sr-latn": "U spisu piše: lični broj {}, vratio se sam.",
    "mk": "Во предметот пишува: матичен број {}, се врати сам.",
}
SENTENCES_WITHOUT_A_HINT = {
    "en": "We received {} from the partner and answered.",
    "sq": "Morëm {} nga partneri dhe u përgjigjëm.",
    "bs": "Primili smo {} od partnera i odgovorili.",
    "sr": "Примили смо {} од партнера и одговорили.",
    "sr-latn": "Primili smo {} od partnera i odgovorili.",
    "mk": "Добивме {} од партнерот и одговоривме.",
}


def _every_third(code: str, mark: str) -> str:
    return mark.join(code[index : index + 3] for index in range(0, len(code), 3))


_LOOKALIKE = str.maketrans("ABEKMHOPCTX", "АВЕКМНОРСТХ")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")

DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "spaces": lambda code: _every_third(code, " "),
    "no-break spaces": lambda code: _every_third(code, "\u00a0"),
    "dots": lambda code: _every_third(code, "."),
    "hyphens": lambda code: _every_third(code, "-"),
    "en dashes": lambda code: _every_third(code, "–"),
    "every sign apart": lambda code: " ".join(code),
    "zero width": lambda code: "\u200b".join(code),
    "soft hyphens": lambda code: _every_third(code, "\u00ad"),
    "look-alikes": lambda code: code.translate(_LOOKALIKE),
    "small letters": str.lower,
    "Arabic-Indic digits": lambda code: code.translate(_ARABIC),
    "wide digits": lambda code: code.translate(_WIDE),
    "bold digits": lambda code: code.translate(_BOLD),
    "line break": lambda code: code[:6] + "\n" + code[6:],
    "slashes": lambda code: _every_third(code, "/"),
    "mark-up": lambda code: f"{code[:5]}<b>{code[5:8]}</b>{code[8:]}",
    "entity": lambda code: f"{code[:4]}&nbsp;{code[4:]}",
}
