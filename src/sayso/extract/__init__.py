"""Document → spans: the network finds cues, what each cue governs, and mentions."""
