"""Pages full of figures: a check digit fits by chance now and then, but not so often that people stop believing it."""

import random
from collections import Counter

from portal.guard.engine.scan import scan
from tests.portal.guard import made_up

WORDS = (
    *("predmet", "protokol broj", "the request of", "nga data", "budget", "tabela"),
    *("rok", "neni", "страница", "passport office", "broj lica", "case"),
)
JOINTS = (", ", "; ", " - ", " ")


def _figure(dice: random.Random) -> str:
    day = f"{dice.randint(1, 28)}.{dice.randint(1, 12)}.{dice.randint(1999, 2026)}"
    return dice.choice(
        [
            f"{dice.randint(1, 999)}.{dice.randint(0, 999):03}.{dice.randint(0, 999):03},{dice.randint(0, 99):02} EUR",
            f"{dice.randint(1, 30):02}-{dice.randint(1, 999)}/{dice.randint(1, 99)}-{dice.randint(2005, 2026)}",
            f"{dice.randint(0, 23):02}:{dice.randint(0, 59):02}",
            f"978-{dice.randint(10, 99)}-{dice.randint(1000, 9999)}-{dice.randint(100, 999)}-{dice.randint(0, 9)}",
            f"OJ L {dice.randint(1, 400)}, {day}, p. {dice.randint(1, 99)}",
            f"Sl. glasnik RS, br. {dice.randint(1, 140)}/{dice.randint(2000, 2026)}",
            str(dice.randint(0, 10 ** dice.randint(1, 6))),
            day,
        ]
    )


def _line(dice: random.Random) -> str:
    return " ".join(
        f"{dice.choice(WORDS)} " + dice.choice(JOINTS).join(_figure(dice) for _ in range(dice.randint(1, 6)))
        for _ in range(dice.randint(2, 6))
    )


def test_of_two_thousand_lines_of_figures_hardly_one_is_stopped():
    dice = made_up.dice(20261122)
    verdicts = Counter(scan(_line(dice)).verdict for _ in range(2000))
    assert verdicts["block"] + verdicts["hold"] <= 4  # 0.2 %
