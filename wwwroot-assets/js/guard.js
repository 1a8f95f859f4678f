// First in the page: what it cannot do without may not arrive, because the server ended just then, and that leaves nobody else to bring
// the page back. Only what is marked data-needed counts (with all it imports), and the console's own style sheets: another script, the
// browser's or a filter's doing, must not take away a page that works.
(() => {
  const START_LIMIT_MS = 30_000;
  const ANSWER_LIMIT_MS = 2_000;
  const POLL_EVERY_MS = 1_000;
  const FIRST_PAUSE_MS = 1_000;
  const LONGEST_PAUSE_MS = 60_000;
  const PAUSE_WITHOUT_MEMORY_MS = 10_000;
  const SOUND_AFTER_MS = 10_000;
  const KEY = 'edgecctv-guard-pause';

  const root = document.documentElement;
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  let isMissing = false;
  let isWaiting = false;
  let sound = 0;

  // The pause before the next reload: twice the last one, so that what never arrives does not storm the server. A browser may refuse
  // to keep it.
  function nextPause() {
    try {
      const pause = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, Number(sessionStorage.getItem(KEY)) || 0));
      sessionStorage.setItem(KEY, String(pause * 2));
      return pause;
    } catch {
      return PAUSE_WITHOUT_MEMORY_MS;
    }
  }

  function forgetPause() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nor was it kept.
    }
  }

  const get = (address) => fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });

  // As in server.js, which may be what did not arrive: a proxy's own page is not our server, and brings no page back.
  async function givesPage() {
    try {
      const { status, headers } = await get('/health/live');
      const type = headers.get('Content-Type') ?? '';
      const isOurs = (status === 200 && type.startsWith('application/json')) || (status === 503 && type.startsWith('application/problem+json'));
      return isOurs && (await get(location.href)).ok;
    } catch {
      return false;
    }
  }

  async function reloadWhenServerAnswers() {
    if (isWaiting) {
      return;
    }

    isWaiting = true;
    await wait(nextPause());
    while (!(await givesPage())) {
      await wait(POLL_EVERY_MS);
    }

    isWaiting = false;
    if (isMissing || root.dataset.connection !== 'up') {
      location.reload();
    }
  }

  // Such errors do not bubble: they are only seen on their way down.
  addEventListener('error', ({ target }) => {
    const isNeeded = target instanceof HTMLScriptElement && 'needed' in target.dataset;
    const isStyle = target instanceof HTMLLinkElement && target.relList.contains('stylesheet') && new URL(target.href).origin === location.origin;
    if (isNeeded || isStyle) {
      isMissing = true;
      if (isNeeded) {
        root.dataset.connection = 'lost';
      }

      void reloadWhenServerAnswers();
    }
  }, { capture: true });

  // What neither arrives nor fails.
  setTimeout(() => {
    if (!root.dataset.connection) {
      root.dataset.connection = 'lost';
      void reloadWhenServerAnswers();
    }
  }, START_LIMIT_MS);

  document.addEventListener('edgecctv:connection', ({ detail }) => {
    clearTimeout(sound);
    if (detail.state === 'up') {
      sound = setTimeout(() => isMissing || forgetPause(), SOUND_AFTER_MS);
    }
  });
})();
