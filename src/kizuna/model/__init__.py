"""The storyworld, lifted: types, existents, fluents, formulas, actions, rules, motives, the plot."""
