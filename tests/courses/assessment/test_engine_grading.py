from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment.engine.grading import Graded, Level, conclude, share_of
from courses.assessment.engine.kinds import Matching, Multiple, Ordering, Single, TrueFalse
from courses.assessment.engine.order import offered
from courses.assessment.engine.standing import Standing, standing, weakest

MULTIPLE = Multiple(options=("a", "b", "c", "d"), right=frozenset("ac"))
ORDERING = Ordering(order=("a", "b", "c"))
MATCHING = Matching(items=("x", "y"), targets=("1", "2", "3"), pairs={"x": "1", "y": "2"})
IDS = st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=8, unique=True)


def graded(share, *, competency="safeguards", standing=Standing.COUNTS, points=1):
    return Graded(question="q", competency=competency, standing=standing, share=Fraction(share), points=points)


@pytest.mark.parametrize(
    ("chosen", "share"),
    [("ac", 1), ("a", Fraction(1, 2)), ("ab", 0), ("abc", Fraction(1, 2)), ("abcd", 0), ("bd", 0), ("", 0)],
)
def test_multiple_gives_right_choices_minus_wrong_ones(chosen, share):
    assert share_of(MULTIPLE, list(chosen)) == share


@pytest.mark.parametrize(
    ("places", "share"),
    [
        ({"a": 1, "b": 2, "c": 3}, 1),
        ({"a": 1, "c": 2, "b": 3}, Fraction(1, 3)),
        ({"c": 1, "b": 2, "a": 3}, 0),
        ({"a": 1, "b": 1, "c": 2}, Fraction(2, 3)),
        ({"a": 1}, 0),
    ],
)
def test_ordering_gives_pairs_kept_minus_pairs_turned_round(places, share):
    assert share_of(ORDERING, places) == share


def test_matching_gives_each_item_its_part():
    assert share_of(MATCHING, {"x": "1", "y": "3"}) == Fraction(1, 2)


@pytest.mark.parametrize("kind", [Single(options=("a", "b"), right="a"), TrueFalse(right=True), MULTIPLE, ORDERING])
def test_no_answer_earns_nothing(kind):
    assert share_of(kind, None) == 0


@given(options=IDS, data=st.data())
def test_a_multiple_answer_is_full_only_with_the_key_and_never_negative(options, data):
    right = frozenset(data.draw(st.lists(st.sampled_from(options), min_size=1, unique=True)))
    chosen = data.draw(st.lists(st.sampled_from(options), unique=True))
    share = share_of(Multiple(options=tuple(options), right=right), chosen)
    assert 0 <= share <= 1
    assert (share == 1) == (frozenset(chosen) == right)


@given(order=IDS, data=st.data())
def test_an_order_is_full_only_when_it_is_the_key_and_never_negative(order, data):
    given_order = data.draw(st.permutations(order))
    share = share_of(Ordering(order=tuple(order)), {each: place for place, each in enumerate(given_order, 1)})
    assert 0 <= share <= 1
    assert (share == 1) == (list(given_order) == order)


@given(order=IDS, data=st.data())
def test_the_names_of_the_options_do_not_matter(order, data):
    """Renaming ids in key and answer alike leaves the share: languages and shuffling cannot change a grade."""
    renamed = dict(zip(order, data.draw(st.permutations(order)), strict=True))
    places = {each: data.draw(st.integers(1, len(order))) for each in order}
    before = share_of(Ordering(order=tuple(order)), places)
    after = share_of(Ordering(order=tuple(renamed[each] for each in order)), {renamed[e]: p for e, p in places.items()})
    assert before == after


@given(options=IDS, data=st.data())
def test_the_sequence_of_ticks_and_of_options_does_not_matter(options, data):
    chosen = data.draw(st.lists(st.sampled_from(options), unique=True))
    right = frozenset(options[:1])
    one = Multiple(options=tuple(options), right=right)
    other = Multiple(options=tuple(data.draw(st.permutations(options))), right=right)
    assert share_of(one, chosen) == share_of(other, data.draw(st.permutations(chosen)))


@given(pairs=st.dictionaries(st.sampled_from("uvwxyz"), st.sampled_from("123"), min_size=1), data=st.data())
def test_matching_is_full_only_with_every_pair(pairs, data):
    kind = Matching(items=tuple(pairs), targets=("1", "2", "3"), pairs=pairs)
    given_pairs = {item: data.draw(st.sampled_from("123")) for item in pairs}
    share = share_of(kind, given_pairs)
    assert 0 <= share <= 1
    assert (share == 1) == (given_pairs == pairs)


@given(seed=st.integers(0, 2**48), options=IDS)
def test_steps_are_offered_complete_the_same_each_time_and_without_regard_to_the_key(seed, options):
    kind, turned = Ordering(order=tuple(options)), Ordering(order=tuple(reversed(options)))
    assert sorted(offered(kind, seed=seed, question="q")) == sorted(options)
    assert offered(kind, seed=seed, question="q") == offered(turned, seed=seed, question="q")


def test_another_seed_gives_another_order():
    orders = {offered(MULTIPLE, seed=seed, question="q") for seed in range(50)}
    assert len(orders) > 10


def test_true_comes_before_false_for_everybody():
    assert offered(TrueFalse(right=False), seed=7, question="q") == ("true", "false")


@pytest.mark.parametrize(
    ("on_value", "mark", "stands"),
    [
        (False, "sourced", Standing.COUNTS),
        (True, "reviewed", Standing.COUNTS),
        (True, "sourced", Standing.SHOWN),
        (True, "gk", Standing.UNSCORED),
        (True, "assumption", Standing.UNSCORED),
    ],
)
def test_the_ladder(on_value, mark, stands):
    assert standing(rests_on_value=on_value, mark=mark) is stands


def test_a_question_is_as_well_founded_as_its_weakest_law():
    assert weakest("reviewed", "sourced", "assumption") == "assumption"


def test_what_does_not_count_decides_nothing():
    counted = [graded(1), graded(0)]
    shown = [graded(1, standing=Standing.SHOWN), graded(1, standing=Standing.UNSCORED)]
    outcome = conclude(counted + shown, pass_mark=51)
    assert (outcome.percent, outcome.passed, outcome.counted, outcome.not_counted) == (50, False, 2, 2)


def test_the_percentage_never_shows_the_pass_mark_to_who_missed_it():
    outcome = conclude([graded(1), graded(1), graded(0)], pass_mark=67)
    assert (outcome.percent, outcome.passed) == (66, False)


def test_a_test_in_which_nothing_counts_cannot_be_passed():
    assert conclude([graded(1, standing=Standing.SHOWN)], pass_mark=1).passed is False


def test_points_weigh():
    assert conclude([graded(1, points=3), graded(0)], pass_mark=75).passed is True


def test_each_competency_has_its_own_words():
    answers = [graded(1), graded(1), graded(Fraction(1, 2), competency="cooperation"), graded(0, competency="law")]
    levels = {each.competency: each.level for each in conclude(answers, pass_mark=70).competencies}
    assert levels == {"safeguards": Level.SECURE, "cooperation": Level.GROWING, "law": Level.LOOK_AGAIN}
