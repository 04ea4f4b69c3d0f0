"""The rules of progress: pure, without Django."""
