type place
character Ana
fluent near(who: character, where: place) symmetric
