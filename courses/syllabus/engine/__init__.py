"""The rules of publishing: pure, without Django."""
