plot
    never a and b or c
