"""What the inspector shows beside the form, each tied to the field in focus."""
