// First in the page: a script that does not arrive, because the server ended just then, leaves nobody else to bring the page back.
(() => {
  const POLL_EVERY_MS = 1000;
  let isWaiting = false;

  async function reloadWhenServerAnswers() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
      try {
        if ((await fetch(location.href, { cache: 'no-store' })).ok) {
          location.reload();
        }
      } catch {
        // Not yet.
      }
    }
  }

  // Such errors do not bubble: they are only seen on their way down.
  addEventListener('error', ({ target }) => {
    if (target instanceof HTMLScriptElement && !isWaiting) {
      isWaiting = true;
      document.documentElement.dataset.connection = 'lost';
      void reloadWhenServerAnswers();
    }
  }, { capture: true });
})();
