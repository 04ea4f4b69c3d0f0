"""The law register: instruments, their provisions, each with its source and its review mark, and where they are cited.

It is filled from `register.yaml` after every migration. A changed text becomes a new version; an old one stays.
It knows nothing of lessons or cases: whoever cites a provision says so with `api.cite`.
"""
