"""The rules of the guard: pure Python, no clock, no database. Start reading at `scan`."""
