// Brings a lost page back without a hand on it: asks for ever whether the server answers, then takes the circuit up again or, when
// that is gone, loads the page anew. Tells each step as data-connection ('up' or 'lost') and in the event edgecctv:connection.
import { answers, givesPage } from './server.js';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;
const GROWTH = 1.6;
const JITTER = 0.2;
const RECONNECT_LIMIT_MS = 5000;
const MOST_RECONNECTS = 10;
const RELOAD_LIMIT_MS = 10000;
const SHORTEST_LIFE_MS = 10000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function tell(state, attempt = 0, nextTryInMs = 0) {
  document.documentElement.dataset.connection = state;
  document.dispatchEvent(new CustomEvent('edgecctv:connection', { detail: { state, attempt, nextTryInMs } }));
}

export class Recovery {
  #isRunning = false;
  #isConfirmed = false;
  #isCircuitGone = false;
  #wasServerAway = false;
  #failedReconnects = 0;
  #wake = () => {};

  // The connection is lost; isCircuitGone when there is no circuit to come back to.
  begin(isCircuitGone) {
    this.#isConfirmed = false;
    this.#isCircuitGone ||= isCircuitGone;
    if (!this.#isRunning) {
      this.#isRunning = true;
      void this.#run();
    }
  }

  // The server has given us our circuit back. Only this ends it: for an open socket without a circuit reconnect() is true as well.
  confirm() {
    this.#isConfirmed = true;
    this.#isCircuitGone = false;
  }

  // Something speaks for trying at once, such as a page that is shown again.
  hurry() {
    this.#wake();
  }

  async #run() {
    this.#wasServerAway = false;
    this.#failedReconnects = 0;
    for (let attempt = 1, wait = FIRST_WAIT_MS; !this.#isConfirmed; attempt++, wait = Math.min(wait * GROWTH, LONGEST_WAIT_MS)) {
      tell('lost', attempt);
      await this.#attempt();
      if (!this.#isConfirmed) {
        const jittered = Math.round(wait * (1 - JITTER + 2 * JITTER * Math.random()));
        tell('lost', attempt, jittered);
        await Promise.race([pause(jittered), new Promise((resolve) => (this.#wake = resolve))]);
      }
    }

    this.#isRunning = false;
    tell('up');
  }

  async #attempt() {
    if (!(await answers())) {
      this.#wasServerAway = true;
      return;
    }

    this.#isCircuitGone ||= !(await this.#reconnect());
    if (this.#isCircuitGone && !this.#isConfirmed && (await givesPage())) {
      await this.#reload();
    }
  }

  // False when the circuit will not come back: the server does not know it any more, or does not say. No second attempt may run
  // beside one that hangs, so that one is given up together with the page; so are attempts that fail though the server answers.
  async #reconnect() {
    if (this.#isCircuitGone) {
      return false;
    }

    try {
      return (await Promise.race([Blazor.reconnect(), pause(RECONNECT_LIMIT_MS)])) === true && this.#isConfirmed;
    } catch {
      return ++this.#failedReconnects < MOST_RECONNECTS;
    }
  }

  // A page that dies soon after each of its reloads, while the server answers all the time, must not storm it.
  async #reload() {
    const life = performance.now();
    if (!this.#wasServerAway && life < SHORTEST_LIFE_MS) {
      await pause(SHORTEST_LIFE_MS - life);
    }

    if (this.#isConfirmed) {
      return;
    }

    location.reload();

    // Usually the end. A reload that gets no answer is tried again.
    await pause(RELOAD_LIMIT_MS);
  }
}
