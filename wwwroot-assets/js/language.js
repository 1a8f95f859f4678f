// What the server must know of the reader before it renders for them: the language that was chosen on this screen, and the time zone.
// Cookies, since the WebSocket over which the pages are drawn brings them along. Whoever chose no language gets the browser's.
(() => {
  const CHOICE = '.AspNetCore.Culture';
  const ZONE = 'edgecctv-zone';
  const YEAR_S = 31_536_000;

  const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const keep = (name, value) => {
    document.cookie = `${name}=${value}; path=/; max-age=${value ? YEAR_S : 0}; samesite=lax`;
  };

  // Read once: the page is looked at with every word that changes on it, and reading a cookie is not for nothing.
  let chosen = /(?:^|\||%7C)uic(?:=|%3D)([a-z]+)/i.exec(cookie(CHOICE))?.[1] ?? '';

  // Numbers and times stay as the browser has them.
  const choose = (language) => keep(CHOICE, language && encodeURIComponent(`c=${navigator.language}|uic=${language}`));

  // The page draws its choice anew whenever it is opened, always as "as the browser".
  function show() {
    for (const choice of document.querySelectorAll('[data-language-choice]')) {
      choice.value = chosen;
    }
  }

  keep(ZONE, Intl.DateTimeFormat().resolvedOptions().timeZone ?? '');
  document.addEventListener('DOMContentLoaded', show);
  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-language-choice]')) {
      chosen = target.value;
      choose(chosen);
      location.reload();
    }
  });
})();
