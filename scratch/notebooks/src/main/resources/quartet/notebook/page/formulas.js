for (const formula of document.querySelectorAll('span.math')) {
  katex.render(formula.textContent, formula, {
    output: 'mathml', displayMode: formula.classList.contains('display'), throwOnError: false,
  });
}
