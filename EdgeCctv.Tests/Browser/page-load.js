// What opening a page costs its reader: when something was painted, when the picture was LIVE, whatever moved by itself, and what was
// fetched for it. Runs before any script of the page.
(() => {
  const seen = { live: null, shifts: [] };

  // With the name of what moved, so that a failure says where to look.
  const nameOf = ({ node }) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.outerHTML.slice(0, 90) ?? 'gone by now';
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (!shift.hadRecentInput) {
        seen.shifts.push({ value: shift.value, at: shift.startTime, what: shift.sources.map(nameOf) });
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });

  new MutationObserver(() => {
    if (document.querySelector('[data-testid=live-state]')?.dataset.state === 'live') {
      seen.live ??= performance.now();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });

  const files = (kind) => performance.getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith(kind))
    .map(({ name, transferSize, decodedBodySize }) => ({ path: new URL(name).pathname, transferred: transferSize, decoded: decodedBodySize }));

  window.pageLoad = () => ({
    ...seen,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    scripts: files('.js'),
    styles: files('.css'),
  });
})();
