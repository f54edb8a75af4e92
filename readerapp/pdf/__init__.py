"""PDF documents, read and drawn by pdfium and annotated by pypdf. Knows no library and no window."""
