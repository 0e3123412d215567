when a
