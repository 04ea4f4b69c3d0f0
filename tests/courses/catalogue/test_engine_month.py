from datetime import date

from courses.catalogue.engine.month import Limit, kind_of, weeks

EASTER = Limit(date(2026, 4, 2), date(2026, 4, 9), date(2026, 4, 11), date(2026, 4, 14))


def test_whole_weeks_from_receipt_to_the_latest_reading():
    days = list(weeks(EASTER))
    assert [week[0] for week in days] == [date(2026, 3, 30), date(2026, 4, 6), date(2026, 4, 13)]
    assert all(len(week) == 7 for week in days)


def test_each_day_has_one_meaning():
    kinds = {n: kind_of(date(2026, 4, n), EASTER) for n in (1, 2, 3, 8, 9, 10, 11, 14, 15)}
    assert kinds == {
        1: "off",
        2: "start",
        3: "run",
        8: "run",
        9: "due",
        10: "run",
        11: "ext",
        14: "ext",
        15: "off",
    }
