
// Loads the page anew when there is a newer version. Only the page of a running comparison has these lines.
setInterval(async () => {
  try {
    const answer = await fetch(location.pathname, {method: 'HEAD', cache: 'no-store'});
    if (answer.ok && answer.headers.get('ETag') !== `"${document.body.dataset.version}"`) {
      location.reload();
    }
  } catch {
    // The comparison has ended.
  }
}, 2000);
