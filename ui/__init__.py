"""The window: widgets made from form definitions, panels, dialogs. No SQL, no print, no rules of the field."""
