use peple
character Ana
