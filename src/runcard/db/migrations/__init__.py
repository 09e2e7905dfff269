"""The history of the schema, linear and numbered, each step with a one-line reason."""
