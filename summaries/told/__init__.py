"""What is done further left to what is in print, so that readers hear of it. `acts` lists what the site calls."""
