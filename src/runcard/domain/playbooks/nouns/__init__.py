"""The nouns that a compiled playbook is made of."""
