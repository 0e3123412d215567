"""kizuna: a story engine in which everyone acts for reasons of their own."""
