"""A cell of an HTML table stands on the line where it begins."""

from runcard.domain.playbooks.page.html_tables import read_html_table

TEXT = """<table>
<tr>
<th>Key</th>
<th>Cases</th><th>Wait</th>
</tr>
<tr><td>Red</td>
<td><ul><li>fire</li><li>flood</li></ul></td>
<td>5 min</td></tr>
</table>"""


def test_every_cell_knows_its_line() -> None:
    table = read_html_table(TEXT, 10)
    assert table is not None
    assert [table.head.line_of(at) for at in range(3)] == [12, 13, 13]
    (row,) = table.rows
    assert (row.line, [row.line_of(at) for at in range(3)]) == (15, [15, 16, 17])
    assert (row.bullets, row.bullets_line) == (("fire", "flood"), 16)
