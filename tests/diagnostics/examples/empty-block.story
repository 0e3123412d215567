plot
use people
