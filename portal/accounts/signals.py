"""What happens in this room, for the rooms above."""

from django.dispatch import Signal

# A mail is to be written: kwargs to, locale, about ("invitation:<uuid>" or ""), and either template and context or
# subject and body.
# Sent inside the transaction, against the habit: the post room writes the mail beside what caused it, both or neither.
mail_wanted = Signal()

# On commit: kwargs invitation_uuid, user_uuid, email.
invitation_accepted = Signal()

# On commit: kwargs user_uuid. The account has been emptied.
account_erased = Signal()
