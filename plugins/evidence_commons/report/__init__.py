"""Findings to words: one record, many voices."""
