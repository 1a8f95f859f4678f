// Paints what the server sends and judges, by this browser's own clock, whether the painted picture is live.
import { RoundTrips } from '../../js/live/round-trips.js';
import { Struggle, judge } from '../../js/live/verdict.js';
import { StageView } from '../../js/live/stage-view.js';
import { Overlay } from '../../js/live/overlay.js';
import { followLayers } from '../../js/live/layers.js';
import { layerOf } from '../../js/live/zone-layer.js';

const JUDGE_EVERY_MS = 100;

// The wall clock goes on while the computer sleeps, the monotonic one may not. A step of the wall clock looks the same; then the veil
// is up until pictures come whose way was measured afterwards, which is the honest side to err on.
const SLEPT_MS = 1000;

const stages = new WeakMap();

// Asked for again when the first answer was lost: the newest stage of an element is the only one. With the texts of StageSpeech.cs.
export function createStage(root, server, texts) {
  stages.get(root)?.dispose();
  const stage = new Stage(root, server, texts);
  stages.set(root, stage);
  return stage;
}

class Stage {
  #root; #server; #view; #overlay; #timer;
  #listeners = new AbortController();
  #trips = new RoundTrips();
  #struggle = new Struggle();
  #facts = {
    painted: null, cause: null, heardAt: null, newest: null, behindSince: null,
    isLost: false, isSuspended: false, isStruggling: false, isDamaged: false,
  };
  #told = null;
  #way = 0;
  #sleeps = 0;
  #wallOffset = Date.now() - performance.now();

  constructor(root, server, texts) {
    this.#root = root;
    this.#server = server;
    this.#view = new StageView(root, texts);
    this.#overlay = new Overlay(root);
    this.#timer = setInterval(() => this.#judge(), JUDGE_EVERY_MS);

    // Whichever comes first: the timer, the end of the animation (which comes before anything is drawn), or what the browser tells of the page.
    const judgeNow = { signal: this.#listeners.signal };
    this.#view.deadMan.addEventListener('finish', () => this.#judge(), judgeNow);
    document.addEventListener('freeze', () => this.#suspend(), judgeNow);
    document.addEventListener('resume', () => this.#judge(), judgeNow);
    document.addEventListener('visibilitychange', () => this.#judge(), judgeNow);
    addEventListener('pageshow', (event) => event.persisted && this.#suspend(), judgeNow);
    document.addEventListener('edgecctv:connection', (event) => this.#onConnection(event.detail), judgeNow);
    followLayers(root, (layers) => this.#showLayers(layers), this.#listeners.signal);
    this.#trips.answer(performance.now());
    this.#judge();
  }

  // Resolves when the picture is on the canvas: that is what lets the server send the next one.
  async paint(jpeg, sequence, ageAtSending, limit, every, heard, sinceHeard, received, findings) {
    this.#noticeSleep();
    this.#overlay.take(findings);
    const arrival = performance.now();
    const sleeps = this.#sleeps;
    const known = this.#trips.bound(heard, sinceHeard, arrival);
    if (!await this.#draw(jpeg, sequence, received)) {
      return this.#answer(false, known, arrival);
    }

    // Slept meanwhile: how long is not known.
    this.#noticeSleep();
    const way = sleeps === this.#sleeps ? known : Infinity;
    const now = performance.now();
    const born = arrival - way - ageAtSending;
    this.#struggle.add(ageAtSending, way + now - arrival, limit);
    Object.assign(this.#facts, {
      painted: { sequence, born, limit, every, ageAtSending, ageAtPaint: now - born },
      heardAt: now, behindSince: null, isSuspended: !Number.isFinite(way) && this.#facts.isSuspended, isStruggling: this.#struggle.is, isDamaged: false,
    });
    this.#way = way;
    this.#view.restartDeadMan(now - born, limit);
    this.#judge();
    return this.#answer(true, way, arrival);
  }

  // Once a second and at every change: what the server knows of the camera, its newest picture, this screen's connection, and what the
  // page has not heard yet of the analysis and of the zones.
  tell({ cause, newest, connection, drill, findings, zones }) {
    const now = performance.now();
    const facts = this.#facts;
    facts.heardAt = now;
    facts.cause = cause && { ...cause, since: before(now, cause.sameForMs), nextTryAt: after(now, cause.nextTryMs) };
    facts.newest = newest;
    if (newest !== null && newest !== facts.painted?.sequence) {
      facts.behindSince ??= now;
    }

    this.#view.showConnection(connection);
    this.#view.showDrill(drill);
    this.#judge();
    this.#overlay.take(findings);
    this.#overlay.refresh();
    if (zones) {
      layerOf(this.#root.querySelector('.zones')).show(zones);
    }

    // How patient the connection has to be with a silent server: see connection.js.
    document.dispatchEvent(new CustomEvent('edgecctv:way', { detail: this.#way }));
    return this.#trips.answer(performance.now());
  }

  dispose() {
    clearInterval(this.#timer);
    this.#listeners.abort();
    this.#overlay.dispose();
  }

  // False for a picture that is older than the painted one, or that this browser cannot decode or draw.
  async #draw(jpeg, sequence, received) {
    let bitmap;
    try {
      bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
    } catch {
      this.#facts.isDamaged = true;
      return false;
    }

    const isNewer = !(sequence < this.#facts.painted?.sequence);
    const isDrawn = isNewer && this.#view.draw(bitmap);
    if (isDrawn) {
      this.#overlay.painted({ received, width: bitmap.width, height: bitmap.height });
    }

    bitmap.close();
    return isDrawn;
  }

  #answer(isPainted, way, arrival) {
    const now = performance.now();
    return { isPainted, wayMs: Number.isFinite(way) ? way : null, paintMs: now - arrival, answer: this.#trips.answer(now) };
  }

  #showLayers(layers) {
    this.#root.classList.toggle('shows-zones', layers.zones);
    this.#overlay.show(layers);
  }

  #suspend() {
    this.#facts.isSuspended = true;
    this.#judge();
  }

  // Every step of the way back, see connection.js.
  #onConnection(detail) {
    this.#facts.behindSince = null;
    this.#view.showLoss(detail.state === 'lost' ? detail : null);
    this.#told = null;
    this.#judge();
  }

  #judge() {
    if (!this.#root.isConnected) {
      this.dispose();
      return;
    }

    const now = performance.now();
    this.#noticeSleep();
    this.#facts.isLost = document.documentElement.dataset.connection === 'lost';
    const cause = judge(this.#facts, now);
    this.#view.show(cause, this.#facts.painted, now);
    this.#tellServer(cause?.word ?? 'live', now);
  }

  #noticeSleep() {
    const offset = Date.now() - performance.now();
    if (offset - this.#wallOffset > SLEPT_MS) {
      this.#facts.isSuspended = true;
      this.#trips.forget();
      this.#sleeps++;
    }

    this.#wallOffset = offset;
  }

  // A verdict that is lost on the way is told again when the connection is back.
  #tellServer(word, now) {
    if (word === this.#told || this.#facts.isLost) {
      return;
    }

    this.#told = word;
    const { painted } = this.#facts;
    const age = painted && Number.isFinite(painted.born) ? now - painted.born : null;
    this.#server.invokeMethodAsync('OnJudged', word, age).catch(() => {});
  }
}

const before = (now, milliseconds) => (milliseconds == null ? null : now - milliseconds);

const after = (now, milliseconds) => (milliseconds == null ? null : now + milliseconds);
