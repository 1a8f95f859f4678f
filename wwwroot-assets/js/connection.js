// What Blazor cannot do for itself: say at once that the circuit is lost, and come back after a restart of the server without a hand on it.
(() => {
  const POLL_EVERY_MS = 1000;
  const dialog = document.getElementById('components-reconnect-modal');

  async function reloadWhenServerAnswers() {
    for (;;) {
      try {
        if ((await fetch('/health/live', { cache: 'no-store' })).ok) {
          location.reload();
          return;
        }
      } catch {
        // Not yet.
      }

      await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
    }
  }

  // Blazor tells its connection by the class of this element, with the scripts of .NET 9 and 10 alike.
  let isWaiting = false;
  new MutationObserver(() => {
    const state = dialog.className.replace('components-reconnect-', '');
    document.documentElement.dataset.connection = ['', 'hide'].includes(state) ? 'up' : 'lost';
    if (['failed', 'rejected'].includes(state) && !isWaiting) {
      isWaiting = true;
      void reloadWhenServerAnswers();
    }
  }).observe(dialog, { attributes: true, attributeFilter: ['class'] });

  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 10, retryIntervalMilliseconds: 1000 } } });
})();
