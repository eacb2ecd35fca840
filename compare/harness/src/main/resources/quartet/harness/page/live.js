
// Loads the page anew when it has changed. Only a page that a running comparison serves has these lines.
let version;
setInterval(async () => {
  try {
    const now = (await fetch(location.pathname, {method: 'HEAD', cache: 'no-store'})).headers.get('ETag');
    if (version && now && now !== version) {
      location.reload();
    }
    version = now ?? version;
  } catch {
    // The comparison has ended.
  }
}, 3000);
