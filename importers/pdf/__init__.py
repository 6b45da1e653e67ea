"""Bytes of a PDF to pages of words. The only place that opens a PDF, and it does so in a child process."""
