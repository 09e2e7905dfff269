"""One file a step, numbered; a step that has shipped is never changed."""
