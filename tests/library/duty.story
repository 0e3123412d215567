story duty_at_work
use duty

character Ana
    dutiful 4
character Ben
