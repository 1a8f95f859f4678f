// The page /kiosk: its clock, the lock that keeps the screen awake, the guard against burn-in and the sign that can be heard. An
// element of our own, since the browser itself tells it when it comes and goes, however often Blazor draws the page anew.
import { culture } from './culture.js';
import { shiftAt } from './kiosk/burn-in.js';
import { LossSign } from './kiosk/loss-sign.js';
import { Sound } from './kiosk/sound.js';
import { tabMemory } from './kiosk/tab-memory.js';
import { WakeLock } from './kiosk/wake-lock.js';

const TICK_EVERY_MS = 250;
const STEP_EVERY_MS = 60_000;
const SCREEN_NOTE_FOR_MS = 60_000;

// Twenty-four hours, as everywhere on these pages.
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
const DATE = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

const preventDefault = (event) => event.preventDefault();

class KioskScreen extends HTMLElement {
  #leave = null;          // aborted when the page is left
  #wakeLock; #sound; #lossSign;
  #step = null;
  #culture = culture();

  connectedCallback() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.#wakeLock = new WakeLock((word) => { this.dataset.wakeLock = word; });
    this.#sound = this.dataset.sound === 'on' ? new Sound() : null;
    this.#lossSign = new LossSign((tones) => this.#sound?.play(tones), tabMemory());
    this.#step = null;
    this.#sound?.probe();

    const timer = setInterval(() => this.#tick(), TICK_EVERY_MS);
    // The state changed, or Blazor put parts here: before the next paint, so that nothing is seen to be missing or to move.
    const observer = new MutationObserver(() => this.#tick());
    observer.observe(this, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      observer.disconnect();
      this.#wakeLock.drop();
    });
    document.addEventListener('contextmenu', preventDefault, { signal });
    document.addEventListener('visibilitychange', () => this.#wakeLock.ask(), { signal });
    this.#tick();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  // Looks for its parts each time: Blazor puts them here after this element, and may replace them.
  #tick() {
    const now = new Date();
    this.#say('[data-clock=time]', now.toLocaleTimeString(this.#culture, TIME));
    this.#say('[data-clock=date]', now.toLocaleDateString(this.#culture, DATE));
    this.#shift(Math.floor(now.getTime() / STEP_EVERY_MS));
    this.#judge();
    this.#show('screen', this.dataset.wakeLock === 'unavailable' && performance.now() < SCREEN_NOTE_FOR_MS);
    this.#show('sound', this.#sound?.isBlocked ?? false);
  }

  #shift(step) {
    if (step === this.#step) {
      return;
    }

    this.#step = step;
    const { x, y } = shiftAt(step);
    this.dataset.shift = `${x},${y}`;
    this.style.setProperty('--shift-x', `${x}px`);
    this.style.setProperty('--shift-y', `${y}px`);

    // Whatever made the browser refuse or drop it may be over.
    this.#wakeLock.ask();
  }

  #judge() {
    const state = this.querySelector('[data-testid=live-state]')?.dataset.state;
    if (state) {
      this.#lossSign.observe(state === 'live', performance.now());
    }
  }

  #say(selector, text) {
    const element = this.querySelector(selector);
    if (element && element.textContent !== text) {
      element.textContent = text;
    }
  }

  #show(note, isShown) {
    const element = this.querySelector(`[data-note=${note}]`);
    if (element && element.hidden === isShown) {
      element.hidden = !isShown;
    }
  }
}

customElements.define('kiosk-screen', KioskScreen);
