"""What happens in this room, for the rooms above."""

from django.dispatch import Signal

# A mail is to be written: kwargs to, locale, subject, body, about ("invitation:<uuid>" or "").
# Sent inside the transaction, against the habit: the post room writes the mail beside what caused it, both or neither.
mail_wanted = Signal()

# On commit: kwargs user_uuid, invitation_uuid.
invitation_accepted = Signal()

# On commit: kwargs user_uuid. The account has been emptied.
account_erased = Signal()
