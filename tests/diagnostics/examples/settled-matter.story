use undertakings

place hall

character Ana at hall
    is concerned by welfare
    wishes welfare 2
character Ben at hall
    can undertake welfare

matter welfare: alive(Ben)
