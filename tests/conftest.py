"""What every suite shares: the real peers, and the rule that CI leaves none of them out."""

pytest_plugins = [
    "pytester",
    "tests.databases",
    "tests.figures",
    "tests.peers.presence",
    "tests.peers.postgres",
    "tests.peers.alertmanager",
    "tests.peers.prometheus",
    "tests.peers.smtp_sink",
    "tests.peers.webhook_sink",
    "tests.peers.browser",
]
