for (const block of document.querySelectorAll('pre.source')) {
  CodeMirror.runMode(block.textContent, 'text/x-java', block);
}
