"""The demo site: asks each room's `demo.py`, low floors first, and so proves their services.

Owns the order and the people's script; what a room shows is the room's matter.
"""
