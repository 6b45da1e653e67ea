"""Sentences to what they state: a file per subject."""
