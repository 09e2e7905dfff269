"""What is to be posted, and files that are shown, in a fence for a shell."""

import pytest

from runcard.domain.commands.shell_lines import shell_commands

RUN = ["# 1. Ring", "bellctl ring", ""]


@pytest.mark.parametrize(
    "told",
    [['Chat: "The bell rings again"'], ['Deck radio: "All boats are in"', 'Chat: "No fog"'],
     ["Post in #deck:", '"The bell rang.', " Nobody was late.", ' Thank you."'],
     ['"The bell rang at noon.', ' Boats may sail again."'],
     ["Meldung im Hafen:", '"Die Glocke läutet wieder."'],
     ["apiVersion: quay/v1", "kind: Bell", "metadata:", "  name: north", "spec:", "  times: 2"]],
)  # fmt: skip
def test_what_nobody_types_is_no_command(told: list[str]) -> None:
    found = shell_commands([*RUN, "# 2. Tell", *told, "", "# 3. Look", "bellctl status"], 1, "bash")
    assert [one.text for one in found] == ["bellctl ring", "bellctl status"]


@pytest.mark.parametrize(
    "typed",
    [['bellctl say "The bell rings again"'], ["bellctl say \\", '  "The bell rings again today"'],
     ["bellctl post -d '{", '"text": "the bell rings again today"', "}'"],
     ['"/opt/bell tower/ring" "now and later and again"'],
     ["bellctl apply -f - << EOF", "apiVersion: quay/v1", "kind: Bell", "EOF"]],
)  # fmt: skip
def test_texts_that_a_command_is_given_stay_with_it(typed: list[str]) -> None:
    found = shell_commands([*RUN, "# 2. Tell", *typed], 1, "bash")
    assert len(found) == 2
    assert found[1].text.replace("\n", " ").split()[-1] == typed[-1].split()[-1]
