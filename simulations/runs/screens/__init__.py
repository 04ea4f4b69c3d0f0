"""What each screen shows, as frozen values: built from the run and the case, never from the truth layer."""
