"""The checker: no case is published on hope. Here: lint, static reach and the author's own ways to pass."""
