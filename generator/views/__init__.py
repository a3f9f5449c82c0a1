"""What the templates are given: classes, mappings, enums and operations that are ready to be written."""
