"""Who the people of a run are: drawn from a seed, provably invented, put into the words of the case.

`schema` reads what the author allows, `drawing.draw` makes an identity of it, `wardrobe.dress` fills the placeholders.
Nothing here decides anything: conditions cannot read an identity, and all identities share one logic hash.
"""
