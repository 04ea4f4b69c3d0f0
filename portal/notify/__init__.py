"""The post room: mails are written to an outbox in the caller's transaction and sent by the worker.

Owns the outbox. A broker or a mail server that is down delays a mail and loses none.
"""
