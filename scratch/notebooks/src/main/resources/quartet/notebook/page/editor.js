'use strict';
(() => {
const notebook = document.body.dataset.notebook;
const status = document.getElementById('status');
const stop = document.getElementById('stop');
const sections = [...document.querySelectorAll('section.code')];
const editors = new Map();
let running = false;

async function post(action, body) {
  const answer = await fetch(`${notebook}/${action}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body || {}),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

function show(section, outputs) {
  const place = section.querySelector('.outputs');
  place.replaceChildren(...outputs.map((output) => {
    if (output.kind === 'picture') {
      const image = document.createElement('img');
      image.className = 'picture';
      image.src = output.image;
      image.alt = output.text;
      return image;
    }
    const text = document.createElement('pre');
    text.className = `output ${output.kind}`;
    text.textContent = output.text;
    return text;
  }));
}

async function run(section) {
  section.classList.add('stale');
  status.textContent = `Cell ${Number(section.dataset.index) + 1} is running.`;
  const result = await post('run', {source: editors.get(section).getValue()});
  show(section, result.outputs);
  section.classList.remove('stale');
  status.textContent = result.message
    ? `Cell ${Number(section.dataset.index) + 1} ${result.message}.`
    : `Cell ${Number(section.dataset.index) + 1} took ${result.seconds.toFixed(1)} s.`;
  return result.finished;
}

async function runAll(list) {
  if (running) return;
  running = true;
  stop.disabled = false;
  try {
    for (const section of list) {
      if (!await run(section)) break;
    }
  } catch (error) {
    status.textContent = error.message;
  } finally {
    running = false;
    stop.disabled = true;
  }
}

for (const section of sections) {
  const area = section.querySelector('textarea');
  const editor = CodeMirror.fromTextArea(area, {
    mode: 'text/x-java', indentUnit: 4, matchBrackets: true, viewportMargin: Infinity,
    extraKeys: {'Shift-Enter': () => runAll([section]), 'Ctrl-Enter': () => runAll([section]), 'Tab': false, 'Shift-Tab': false},
  });
  editor.getInputField().setAttribute('aria-label', area.getAttribute('aria-label'));
  editors.set(section, editor);
  section.querySelector('button.run').addEventListener('click', () => runAll([section]));
}
for (const answer of document.querySelectorAll('details')) {
  answer.addEventListener('toggle', () => answer.querySelectorAll('section.code').forEach((s) => editors.get(s).refresh()));
}
document.getElementById('run-all').addEventListener('click', () => runAll(sections));
stop.addEventListener('click', () => post('stop').catch((error) => { status.textContent = error.message; }));
document.getElementById('restart').addEventListener('click', async () => {
  try {
    await post('restart');
    status.textContent = 'The session is new: run the cells from the top.';
  } catch (error) {
    status.textContent = error.message;
  }
});
})();
