"""The JSON API, `/api/v1`: a file per subject. Routes translate: ask a query, answer bytes."""
