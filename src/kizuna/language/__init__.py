"""Text in, World out: the `.story` language."""
