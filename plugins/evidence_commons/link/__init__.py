"""Names to things, both directions: a collection becomes a catalogue."""
