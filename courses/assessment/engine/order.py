"""The order in which answers are offered: drawn from the attempt's seed, so alike in every language and on reload."""

from hashlib import sha256

from courses.assessment.engine.kinds import Kind, Matching, TrueFalse


def shuffled(ids: tuple[str, ...], *, seed: int, question: str) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda each: sha256(f"{seed}|{question}|{each}".encode()).digest()))


def offered(kind: Kind, *, seed: int, question: str) -> tuple[str, ...]:
    """What a person chooses from: options, steps, or the targets of a matching question."""
    if isinstance(kind, TrueFalse):
        return kind.options
    if isinstance(kind, Matching):
        return shuffled(kind.targets, seed=seed, question=question)
    # No regard to the key, not even to avoid it: what is offered must tell nothing about what is right.
    return shuffled(kind.options, seed=seed, question=question)
