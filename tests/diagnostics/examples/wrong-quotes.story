story lantern “The Lantern”
