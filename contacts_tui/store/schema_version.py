"""The number that tells a reader, without peewee, whether a file has every migration."""

SCHEMA_VERSION = 10
