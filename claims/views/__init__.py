"""Pages of documents, measures, figures and findings at the desk."""
