"""How a session's browser is called."""

from django import template

from portal.accounts.engine import browsers

register = template.Library()


@register.filter
def browser(user_agent: str) -> str:
    return browsers.in_words(user_agent)
