"""Certificates: snapshots that outlive the course, the page and the account, and a public check by serial.

Hears from learning that somebody has completed a course; knows nothing of cohorts.
"""
