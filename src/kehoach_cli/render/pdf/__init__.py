"""A .docx to a PDF by way of LibreOffice, and the proof that every letter came out in the right font."""
