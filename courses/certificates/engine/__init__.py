"""Serials and the paper: pure values in, text and bytes out."""
