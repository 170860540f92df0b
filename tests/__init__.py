"""The tests: a folder for each app, a file for each verb or view."""
