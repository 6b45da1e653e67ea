"""One file a resource, or a few that are alike: how it is listed and how its rows are read."""
