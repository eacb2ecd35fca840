'use strict';
document.querySelectorAll('table.sortable').forEach(table => {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => heading.querySelector('button').addEventListener('click', () => {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    headings.forEach(other => other.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const body = table.tBodies[0];
    const numeric = [...body.rows].some(row => row.cells[column].dataset.key);
    [...body.rows].sort((a, b) => compare(a.cells[column], b.cells[column], numeric, descending))
      .forEach(row => body.append(row));
    document.getElementById('status').textContent =
      `Sorted by ${heading.textContent}, ${descending ? 'descending' : 'ascending'}`;
  }));
});

// Cells without a value come last in both directions.
function compare(a, b, numeric, descending) {
  const x = numeric ? a.dataset.key : a.textContent;
  const y = numeric ? b.dataset.key : b.textContent;
  if (!x || !y) {
    return (x ? 0 : 1) - (y ? 0 : 1);
  }
  const order = numeric ? x - y : x.localeCompare(y);
  return descending ? -order : order;
}

// Paper has no switches: what is folded is printed open.
const folded = document.querySelectorAll('details');
addEventListener('beforeprint', () => folded.forEach(part => {
  part.dataset.opened = part.open;
  part.open = true;
}));
addEventListener('afterprint', () => folded.forEach(part => part.open = part.dataset.opened === 'true'));
