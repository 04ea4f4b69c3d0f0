"""Reads agreement packs and day tables from their files. Pure: no Django, no clock."""
