"""Two desks that send each other files, without a server."""

from forms.exchange import Content
from forms.project import Project
from forms.store import Author, create, read


def copy_of(project):
    """The whole project on another desk."""
    return Project(project.snapshot)


def through_a_file(project, file):
    """The project as another desk opens it."""
    create(file, Content(project.snapshot), Author("Ana", "desk-1", "Cerulean"))
    return Project(read(file).snapshot)
