"""Files with which tools are configured, full of words that people say of levels and calls."""

COMPOSE = """services:
  critical:
    image: mill/critical:1
    ports: ["80:80"]
  high:
    image: mill/high:1
    description: takes what is left
"""
CLASSES = """apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
priorities:
  critical:
    value: 1000
    description: Runs before all others
  low:
    value: 10
    description: Runs when there is room
"""
ROUTES = """route:
  receiver: mill
  routes:
    - severity: critical
      receiver: bell
      repeat_interval: 1h
    - severity: warning
      receiver: letter
      repeat_interval: 12h
"""
RULES = """groups:
  - name: severity
    rules:
      - alert: P1 MillDown
        expr: up == 0
        annotations:
          description: The mill does not turn
      - alert: P2 MillSlow
        expr: speed < 3
        annotations:
          description: The mill turns slowly
"""
WORKFLOW = """on: push
jobs:
  critical:
    runs-on: ubuntu-latest
    name: Tests that must pass
  low:
    runs-on: ubuntu-latest
    name: Tests that may fail
"""
TOOL_FILES = (COMPOSE, CLASSES, ROUTES, RULES, WORKFLOW)
