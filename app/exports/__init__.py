"""One file, one export: rows go in as the API shows them, bytes come out a piece at a time.

Nothing here knows of HTTP, of sessions or of where rows come from, so a page, the API and a command give the same bytes.
"""
