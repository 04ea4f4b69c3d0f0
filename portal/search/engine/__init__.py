"""Pure rules of search: how words are folded, shortened, asked for and marked."""
