"""Agreement packs and day tables: legal values as files, each with its source, its mark and what is not known.

They are read strictly, shown on public pages, and counted with by cases and by the explainer of deadlines. Cases and
lessons cite values by token; this room does not know them and asks whoever registered a finder.
"""
