"""The schema: its steps, and that the tables the queries name are those the steps make."""

import pytest
from sqlalchemy import inspect

from forms.store import migrations
from forms.store.connection import connected
from forms.store.schema import METADATA


def test_the_tables_of_the_queries_are_those_that_the_steps_make(tmp_path):
    with connected(tmp_path / "new.cerulean") as engine:
        with engine.begin() as connection:
            migrations.upgrade(connection)
        made = inspect(engine)
        assert set(made.get_table_names()) == set(METADATA.tables)
        for name, table in METADATA.tables.items():
            columns = {column["name"]: column for column in made.get_columns(name)}
            assert list(columns) == [column.name for column in table.columns]
            for column in table.columns:
                assert columns[column.name]["nullable"] == column.nullable, f"{name}.{column.name}"
                assert isinstance(columns[column.name]["type"], column.type.__class__.__mro__[1])
            assert made.get_pk_constraint(name)["constrained_columns"] == [column.name for column in table.primary_key]


def test_a_step_that_fails_halfway_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    def add_a_column_then_fail(connection):
        connection.exec_driver_sql("ALTER TABLE answer ADD COLUMN more TEXT")
        connection.exec_driver_sql("CREATE TABLE extra (a TEXT)")
        raise RuntimeError("halfway")

    with connected(tmp_path / "old.cerulean") as engine:
        with engine.begin() as connection:
            migrations.upgrade(connection)
            before = migrations.schema_of(connection)
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_a_column_then_fail))
        with pytest.raises(RuntimeError, match="halfway"), engine.begin() as connection:
            migrations.upgrade(connection)
        with engine.connect() as connection:
            assert migrations.schema_of(connection) == before
            assert migrations.version_of(connection) == migrations.SCHEMA_VERSION


def test_an_old_file_runs_the_steps_that_it_lacks(tmp_path, monkeypatch):
    def add_a_column(connection):
        connection.exec_driver_sql("ALTER TABLE answer ADD COLUMN more TEXT")

    with connected(tmp_path / "old.cerulean") as engine:
        with engine.begin() as connection:
            migrations.upgrade(connection)
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_a_column))
        with engine.begin() as connection:
            migrations.upgrade(connection)
            assert migrations.version_of(connection) == migrations.SCHEMA_VERSION + 1
        assert "more" in {column["name"] for column in inspect(engine).get_columns("answer")}
