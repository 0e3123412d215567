"""The outside: each folder here is one way in, and the engine works without any of them."""
