// Single keys for what is done often, and a list of them. Whoever writes in a field, or has a use for single keys of their own (speech
// input has), is left alone: the list holds the switch.
(() => {
  const KEY = 'edgecctv-keys';
  const TARGETS = {
    1: '[data-testid=nav-console]', 2: '[data-testid=nav-camera]', 3: '[data-testid=nav-analysis]', 4: '[data-testid=nav-system]',
    h: '[data-layer=heat]', b: '[data-layer=boxes]', z: '[data-layer=zones]',
  };
  const BUSY = 'input, textarea, select, [contenteditable], [role=slider], .is-drawing, dialog';

  // A browser may refuse the storage.
  function areOn() {
    try {
      return localStorage.getItem(KEY) !== 'off';
    } catch {
      return true;
    }
  }

  function turn(on) {
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // On again after the reload, then.
    }
  }

  function open() {
    const dialog = document.querySelector('[data-keys]');
    if (dialog && !dialog.open) {
      dialog.querySelector('[data-keys-switch]').checked = areOn();
      dialog.showModal();
    }
  }

  // Until the next paint a browser leaves the focus on what has just been hidden, such as the switch in a list that was closed.
  const isBusy = (target) => target.closest?.(BUSY)?.checkVisibility() ?? false;

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(target)) {
      return;
    }

    if (key === '?') {
      open();
    } else if (areOn()) {
      document.querySelector(TARGETS[key.toLowerCase()] ?? '[data-no-such-key]')?.click();
    }
  });
  document.addEventListener('click', ({ target }) => target.closest('[data-keys-open]') && open());
  document.addEventListener('change', ({ target }) => target.matches('[data-keys-switch]') && turn(target.checked));
})();
