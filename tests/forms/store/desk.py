"""A project as a window has it open."""

from forms.project import Project


def followed(copy):
    """The project of a working copy, every edit of which is committed there."""
    project = Project(copy.content.snapshot)
    project.history = copy.history
    copy.follow(project)
    return project
