"""What a machine has shown about the shipped cases: no run that breaks a safeguard can pass."""

import pytest

from simulations.engine.check.certificate import certify
from tests.simulations.library.playing import case


@pytest.mark.parametrize("key", ["one_letter", "born_in_graz"])
def test_every_safeguard_is_proved(key):
    found = certify(case(key), seconds=60, states=5_000_000)
    assert {proof.id: proof.status for proof in found.safeguards} == dict.fromkeys(case(key).safeguards, "proved")
