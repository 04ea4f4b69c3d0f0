"""The personal-data guard: nothing about a real person who returned may enter the academy.

`engine` reads a text and says what it saw and where; `api` adds a time limit and fails closed; form fields
keep what was typed; models refuse a text without a verdict for that very text. It never keeps what it saw.
"""
