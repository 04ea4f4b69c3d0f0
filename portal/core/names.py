"""Names that carry a meaning and are written in one place only."""

# The footnote stands in the footer of every page; templates use {% kosovo %}.
KOSOVO = "Kosovo*"
