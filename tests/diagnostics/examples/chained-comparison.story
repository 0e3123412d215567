plot
    never 1 < hope(Ana) < 5
