"""What a sentence holds for claims: its cues and quotations, and where contents begin and end."""
