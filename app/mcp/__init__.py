"""The public register for language models, over the Model Context Protocol: `diarium mcp`."""
