"""What a run needs beyond the rules of play, as pure functions: snapshots, digests, drawings."""
