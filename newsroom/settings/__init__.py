"""Settings: `base` holds everything; `dev`, `test` and `prod` each override a screenful."""
