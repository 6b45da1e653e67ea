"""The pages: HTML over the same queries as the API, Swedish first, whole without JavaScript."""
