"""From spans to meaning: who speaks, when, how much, in which act."""
