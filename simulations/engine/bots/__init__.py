"""Bots that play a case before the first learner does: graded habits, seeded dice, no luck but their own."""

from simulations.engine.bots.curves import Curve, Curves, curves, curves_of
from simulations.engine.bots.habits import HABITS
from simulations.engine.bots.playing import Bot, Walk, walks

__all__ = ["HABITS", "Bot", "Curve", "Curves", "Walk", "curves", "curves_of", "walks"]
