'use strict';
const controls = document.getElementById('controls');
const boxes = [...controls.querySelectorAll('[name=column]')];
const engines = boxes.map(box => box.value);
const projects = [...document.querySelectorAll('.project')];
const narrow = matchMedia('(max-width: 75rem)');
let chosen = engines;

// The address names a project, a role, and what was chosen: #cv/loss?columns=scratch,dl4j&view=both
function follow() {
  const [place, choice] = decodeURIComponent(location.hash.slice(1)).split('?');
  const parameters = new URLSearchParams(choice);
  const columns = (parameters.get('columns') || '').split(',').filter(engine => engines.includes(engine));
  if (columns.length) {
    choose(columns);
  }
  const view = [...controls.elements.view].find(option => option.value === parameters.get('view'));
  if (view) {
    show(view);
  }
  const current = projects.find(project => project.id === place.split('/')[0]) || projects[0];
  projects.forEach(project => project.hidden = project !== current);
  document.querySelectorAll('.projects a').forEach(link => {
    if (link.hash === '#' + current.id) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  const target = document.getElementById(place);
  if (target && target !== current) {
    target.scrollIntoView();
  }
}

function remember() {
  const place = location.hash.slice(1).split('?')[0];
  const columns = chosen.length === engines.length ? '' : `columns=${chosen.join(',')}`;
  const view = document.body.dataset.view === 'example' ? '' : `view=${document.body.dataset.view}`;
  const choice = [columns, view].filter(part => part).join('&');
  history.replaceState(null, '', '#' + place + (choice ? '?' + choice : ''));
}

function show(view) {
  view.checked = true;
  document.body.dataset.view = view.value;
  projects.forEach(compare);
}

// A narrow screen has room for two columns: the two that were chosen last.
function choose(columns) {
  chosen = narrow.matches ? columns.slice(-2) : columns;
  boxes.forEach(box => box.checked = chosen.includes(box.value));
  document.querySelectorAll('.cell').forEach(cell => cell.hidden = !chosen.includes(cell.dataset.engine));
  document.body.style.setProperty('--columns', chosen.length);
  document.body.dataset.count = chosen.length;
  projects.forEach(compare);
  document.getElementById('differences').hidden = chosen.length !== 2;
  document.getElementById('hint').hidden = chosen.length === 2;
}

// Marks the lines of two columns. Each line carries one letter for each column.
function compare(project) {
  const columns = project.dataset.columns.split(' ');
  const part = document.body.dataset.view === 'strict' ? 'strict' : 'example';
  const pair = chosen.length === 2 && chosen.every(engine => columns.includes(engine));
  project.querySelectorAll('.row').forEach(row => {
    const counts = {'=': 0, n: 0, i: 0};
    row.querySelectorAll('.cell').forEach(cell => {
      const other = columns.indexOf(chosen.find(engine => engine !== cell.dataset.engine));
      cell.querySelectorAll('.l').forEach(line => {
        delete line.dataset.d;
        if (pair && !cell.hidden && line.dataset.v) {
          line.dataset.d = line.dataset.v[other];
          counts[line.dataset.d] += line.closest('.' + part) ? 1 : 0;
        }
      });
    });
    const tally = row.querySelector('.tally');
    tally.hidden = !pair;
    tally.textContent = `Of the lines of both ${part === 'strict' ? 'adapters' : 'examples'}, ${counts['=']} are equal, `
      + `${counts.n} differ in names only, ${counts.i} in the idea.`;
  });
}

controls.addEventListener('change', event => {
  const input = event.target;
  if (input.name === 'view') {
    show(input);
  } else {
    const others = chosen.filter(engine => engine !== input.value);
    choose(input.checked || !others.length ? [...others, input.value] : others);
  }
  remember();
});
controls.addEventListener('submit', event => event.preventDefault());
narrow.addEventListener('change', () => choose(narrow.matches ? engines.slice(0, 2) : engines));
addEventListener('hashchange', follow);

controls.hidden = false;
choose(narrow.matches ? engines.slice(0, 2) : engines);
follow();
