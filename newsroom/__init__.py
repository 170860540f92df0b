"""The Django project: settings, addresses, site chrome, the root of the API and the sample desk."""
