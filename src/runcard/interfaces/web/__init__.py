"""The pages people see: plain HTML first, made live afterwards."""
