// Keeps the screen from going dark, where the browser allows it: only on https or this machine's own address, only while visible.
export class WakeLock {
  #tell;
  #lock = null;
  #isAsking = false;
  #isWanted = true;

  // tell('held' | 'released' | 'unavailable') on every change.
  constructor(tell) {
    this.#tell = tell;
    tell('released');
  }

  // May be called at any time and as often as one likes. Never throws.
  async ask() {
    if (this.#lock || this.#isAsking || document.visibilityState !== 'visible') {
      return;
    }

    this.#isAsking = true;
    try {
      this.#keep(await navigator.wakeLock.request('screen'));
    } catch {
      // There is no such thing here, or it was refused.
      this.#tell('unavailable');
    } finally {
      this.#isAsking = false;
    }
  }

  drop() {
    this.#isWanted = false;
    this.#lock?.release().catch(() => {});
  }

  #keep(lock) {
    if (!this.#isWanted) {
      lock.release().catch(() => {});
      return;
    }

    this.#lock = lock;
    lock.addEventListener('release', () => {
      this.#lock = null;
      this.#tell('released');
    });
    this.#tell('held');
  }
}
