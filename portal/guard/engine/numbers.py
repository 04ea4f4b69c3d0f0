"""Check rules of national numbers; each takes bare characters and answers one question."""

from datetime import date

_JMBG_WEIGHTS = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_KOSOVO_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2)
_NID_WEIGHTS = (1, 1, 2, 3, 4, 5, 6, 7, 8)
_NID_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV"


def is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def has_jmbg_date(digits: str) -> bool:
    """The first seven digits are a day of the twentieth or twenty-first century."""
    thousands = {"9": 1000, "0": 2000}.get(digits[4])
    if thousands is None:
        return False
    return is_date(thousands + int(digits[4:7]), int(digits[2:4]), int(digits[:2]))


def has_jmbg_check(digits: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_JMBG_WEIGHTS, digits[:12], strict=True))
    expected = 11 - total % 11
    # Remainder one is refused by some libraries; numbers ending in 0 were issued for it all the same.
    return int(digits[12]) == (expected if expected < 10 else 0)


def is_jmbg(digits: str) -> bool:
    return len(digits) == 13 and has_jmbg_date(digits) and has_jmbg_check(digits)


def has_kosovo_check(digits: str) -> bool:
    if digits[0] == "9":
        return True
    total = sum(weight * int(digit) for weight, digit in zip(_KOSOVO_WEIGHTS, digits[:9], strict=True))
    expected = 11 - total % 11
    return int(digits[9]) == (expected if expected < 10 else 0)


def has_nid_date(code: str) -> bool:
    """Month carries 50 for women, 30 for men and 80 for women with foreign citizenship."""
    decade = code[0]
    century_year = 1800 + 10 * int(decade) if decade.isdigit() else 1900 + 10 * (ord(decade) - ord("A"))
    month = int(code[2:4])
    month -= next((extra for extra in (80, 50, 30) if month > extra), 0)
    return is_date(century_year + int(code[1]), month, int(code[4:6]))


def has_nid_check(code: str) -> bool:
    values = [int(c) if c.isdigit() else _NID_LETTERS.find(c) for c in code[:9]]
    total = sum(weight * value for weight, value in zip(_NID_WEIGHTS, values, strict=True))
    return code[9] == _NID_LETTERS[total % 23]


def is_iban(number: str) -> bool:
    """ISO 7064 mod 97-10 over the number with its first four signs moved to the end."""
    if not number[2:4].isdigit() or not 2 <= int(number[2:4]) <= 98:
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def mrz_digit(field: str) -> str:
    total = 0
    for position, character in enumerate(field):
        value = 0 if character == "<" else int(character, 36)
        total += value * (7, 3, 1)[position % 3]
    return str(total % 10)
