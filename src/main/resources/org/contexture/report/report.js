'use strict';
(function () {
  var told = document.createElement('p');
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  document.body.appendChild(told);

  function value(row, column) {
    var cell = row.cells[column];
    return cell.classList.contains('number') ? parseFloat(cell.getAttribute('data-value')) : cell.textContent.trim();
  }

  function compare(a, b, sign) {
    if (typeof a === 'string') { return sign * a.localeCompare(b, 'en', { numeric: true }); }
    // What is missing stays last, whichever way the others go.
    if (isNaN(a) || isNaN(b)) { return isNaN(a) - isNaN(b); }
    return sign * (a - b);
  }

  function sort(table, heads, column) {
    var head = heads[column];
    var other = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    var direction = head.hasAttribute('aria-sort') ? other : head.getAttribute('data-first');
    var sign = direction === 'ascending' ? 1 : -1;
    var body = table.tBodies[0];
    heads.forEach(function (each) { each.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', direction);
    Array.from(body.rows)
      .map(function (row) { return { row: row, value: value(row, column) }; })
      .sort(function (a, b) { return compare(a.value, b.value, sign); })
      .forEach(function (each) { body.appendChild(each.row); });
    told.textContent = 'Sorted by ' + head.textContent.trim() + ', ' + direction + '.';
  }

  document.querySelectorAll('table.sortable').forEach(function (table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.append.apply(button, Array.from(head.childNodes));
      head.appendChild(button);
      button.addEventListener('click', function () { sort(table, heads, column); });
    });
  });

  // On paper nothing can be unfolded.
  var unfolded = [];
  window.addEventListener('beforeprint', function () {
    unfolded = Array.from(document.querySelectorAll('details.folded:not([open])'));
    unfolded.forEach(function (each) { each.open = true; });
  });
  window.addEventListener('afterprint', function () {
    unfolded.forEach(function (each) { each.open = false; });
  });
}());
