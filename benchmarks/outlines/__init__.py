"""How well `kizuna outline` finds holes that were made on purpose, each with a proof behind its label."""
