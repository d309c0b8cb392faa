"""Words to documents: Jinja templates, restricted XHTML, and the .docx and .html made from it."""
