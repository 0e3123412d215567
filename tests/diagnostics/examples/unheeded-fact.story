use orders

place hall, wood
fact way_out(hall, wood)

character Ana at hall
    dutiful 3
    leads Cleo
character Ben at wood
    outlawed
character Cleo at hall
