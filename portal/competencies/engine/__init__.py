"""The framework as values and the rule that reads evidence; no Django."""
