(function () {
  document.querySelectorAll('.contexture-table[data-rows]:not([data-paged])').forEach(function (box) {
    box.setAttribute('data-paged', 'yes');
    var pages = Array.from(box.querySelectorAll('tbody')), more = box.querySelector('.more'), shown = 0;
    if (pages.length < 2) return;
    var all = Number(box.getAttribute('data-rows')), size = pages[0].rows.length;
    var word = document.createElement('span');
    word.setAttribute('role', 'status');
    function button(text, step) {
      var made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.addEventListener('click', function () { show(shown + step); });
      return made;
    }
    var back = button('Back', -1), next = button('Next', 1);
    function show(page) {
      pages.forEach(function (body, i) { body.hidden = i !== page; });
      shown = page;
      back.disabled = page === 0;
      next.disabled = page === pages.length - 1;
      word.textContent = 'rows ' + (page * size + 1) + ' to ' + (page * size + pages[page].rows.length) + ' of ' + all;
    }
    var rest = more.getAttribute('data-cut');
    more.textContent = '';
    more.append(back, next, word);
    if (rest) more.append('; ' + rest);
    show(0);
  });
})();
