"""The Regional Group: spaces, practice notes and the forum of its specialists.

Everything written here passes the personal-data guard before it is stored. It owns no person and no law;
it cites both through the portal's front doors.
"""
