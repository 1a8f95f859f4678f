// Before the first paint: the browser's preference, until the operator has chosen.
(() => {
  const KEY = 'edgecctv-theme';
  const preferred = () => (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');

  // A browser may refuse the storage.
  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function keep(chosen) {
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // Kept until the reload, then.
    }
  }

  function apply(chosen) {
    const root = document.documentElement;
    root.style.colorScheme = chosen ?? '';
    root.dataset.theme = chosen ?? preferred();
    for (const sheet of document.querySelectorAll('link[data-scheme]')) {
      const { scheme } = sheet.dataset;
      sheet.media = chosen ? (chosen === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
    }
  }

  apply(kept());
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-choice]')) {
      const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
      apply(next);
      keep(next);
    }
  });
})();
