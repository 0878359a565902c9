"""Works to the words that stand for them: labels in running text, entries in bibliographies."""
