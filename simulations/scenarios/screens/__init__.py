"""What pages of this room show, as frozen values."""
