"""The little HTML that a lesson may hold."""

import nh3

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "b", "strong", "i", "em", "a", "br"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"https", "mailto"}


def sanitised(html: str) -> str:
    """Anything that is not prose is dropped: scripts, styles, classes, frames, handlers, other schemes."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="external noopener").strip()
