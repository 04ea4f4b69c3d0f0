"""What pasted lines mean, and who needs a trainer."""
