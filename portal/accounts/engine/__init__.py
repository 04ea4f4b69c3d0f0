"""Rules of this room without a database: which places there are, what a pasted line means."""
