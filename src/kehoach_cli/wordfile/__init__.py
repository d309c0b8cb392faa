"""Reads any .docx, whoever wrote it: its parts, its words, and the form that its text comes out in."""
