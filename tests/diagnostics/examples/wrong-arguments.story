type place
place house
thing lamp
type thing
fluent lit(what: thing)
fact lit(house)
