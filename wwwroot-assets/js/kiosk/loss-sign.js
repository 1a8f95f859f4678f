// Decides when the loss of the picture and its return are to be heard. A short loss is not, and a picture that comes and goes is
// heard at most once in ten seconds; a return is heard where its loss was, also when the page was loaded anew in between.
const AFTER_MS = 1_000;
const LEAST_BETWEEN_MS = 10_000;
const KEY = 'edgecctv-kiosk-loss-heard';

export class LossSign {
  #play; #memory;
  #wasLive = false;
  #lostAt = null;
  #soundedAt = -Infinity;

  // play('lost') and play('back'); memory: a Storage that outlives the page, where there is one.
  constructor(play, memory) {
    this.#play = play;
    this.#memory = memory;
  }

  observe(isLive, now) {
    if (isLive) {
      this.#onLive();
    } else if (this.#wasLive) {
      this.#onLost(now);
    }
  }

  #onLive() {
    this.#wasLive = true;
    this.#lostAt = null;
    if (this.#memory.getItem(KEY)) {
      this.#memory.removeItem(KEY);
      this.#play('back');
    }
  }

  #onLost(now) {
    this.#lostAt ??= now;
    if (!this.#memory.getItem(KEY) && now - this.#lostAt >= AFTER_MS && now - this.#soundedAt >= LEAST_BETWEEN_MS) {
      this.#memory.setItem(KEY, 'yes');
      this.#soundedAt = now;
      this.#play('lost');
    }
  }
}
