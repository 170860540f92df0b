"""What everybody may read: the pages of the public site, made of published things only."""
