"""Cleaning of what authors write: pure, without Django."""
