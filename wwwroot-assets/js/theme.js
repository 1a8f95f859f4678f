// Before the first paint: what the operator has chosen on this screen, else what the browser prefers. High contrast is dark, with
// colours of its own (app.css).
(() => {
  const KEY = 'edgecctv-theme';
  const SCHEMES = { dark: 'dark', light: 'light', contrast: 'dark' };
  const root = document.documentElement;

  // A browser may refuse the storage, and hold what another version wrote.
  function kept() {
    try {
      const theme = localStorage.getItem(KEY);
      return theme in SCHEMES ? theme : '';
    } catch {
      return '';
    }
  }

  function keep(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Kept until the reload, then.
    }
  }

  function apply(theme) {
    const scheme = SCHEMES[theme];
    root.style.colorScheme = scheme ?? '';
    root.dataset.theme = theme;
    for (const sheet of document.querySelectorAll('link[data-scheme]')) {
      const own = sheet.dataset.scheme;
      sheet.media = scheme ? (scheme === own ? 'all' : 'not all') : `(prefers-color-scheme: ${own})`;
    }
  }

  // The page draws its choice anew whenever it is opened, always as "as the system".
  function show() {
    for (const choice of document.querySelectorAll('[data-theme-choice]')) {
      choice.value = root.dataset.theme;
    }
  }

  apply(kept());
  document.addEventListener('DOMContentLoaded', show);
  new MutationObserver(show).observe(root, { childList: true, subtree: true });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-theme-choice]')) {
      apply(target.value);
      keep(target.value);
    }
  });
})();
