character Ana
settings
    evnts 5
