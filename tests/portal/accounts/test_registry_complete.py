from portal.accounts import registry


def test_every_model_that_points_at_a_person_says_what_happens_to_it():
    """Our own rooms and the libraries: a new model with a user in it needs a line in its room's privacy.py."""
    assert registry.unruled() == []
