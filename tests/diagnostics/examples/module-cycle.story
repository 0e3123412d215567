use "module-cycle.story"
character Ana
