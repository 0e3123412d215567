fluent dark
character Ana
    wants light -2: dark
