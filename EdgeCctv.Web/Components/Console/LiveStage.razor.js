// Paints what the server sends and judges, by this browser's own clock, whether the painted picture is live.

const JUDGE_EVERY_MS = 100;
const FIGURES_EVERY_MS = 500;

export function createStage(root) {
  const find = (selector) => root.querySelector(selector);
  const parts = {
    canvas: find('.picture'), veil: find('.veil'), headline: find('.veil-headline'), age: find('.veil-age'), detail: find('.veil-detail'),
    state: find('.live-state'), sign: find('.live-sign'), word: find('.live-word'),
    latency: find('[data-testid=latency]'), sequence: find('[data-testid=frame-sequence]'),
  };
  return new Stage(root, parts);
}

class Stage {
  #root; #parts; #context; #timer;
  #painted = null;        // { sequence, born, limit, ageAtPaint } of the picture on the canvas
  #sameSince = null;      // since when the camera has been sending the picture on the canvas, while that is what is wrong
  #cameraCause = { word: 'connecting', headline: 'Connecting…', detail: '' };
  #shown = '';
  #figuresAt = 0;

  constructor(root, parts) {
    this.#root = root;
    this.#parts = parts;
    this.#context = parts.canvas.getContext('2d', { alpha: false });
    this.#timer = setInterval(() => this.#judge(), JUDGE_EVERY_MS);
  }

  // Resolves to true when the picture is on the canvas: that is what lets the server send the next one.
  async paint(jpeg, sequence, ageAtSending, limit) {
    const received = performance.now();
    const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
    try {
      if (this.#painted && sequence < this.#painted.sequence) {
        return false;
      }

      this.#draw(bitmap);
    } finally {
      bitmap.close();
    }

    const born = received - ageAtSending;
    this.#painted = { sequence, born, limit, ageAtPaint: performance.now() - born };
    this.#judge();
    return true;
  }

  // What the server knows of the camera: null while it runs.
  setCameraCause(cause) {
    this.#cameraCause = cause;
    this.#sameSince = cause?.sameForMs != null ? performance.now() - cause.sameForMs : null;
    this.#judge();
    return true;
  }

  dispose() {
    clearInterval(this.#timer);
  }

  #draw(bitmap) {
    const { canvas } = this.#parts;
    if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
    }

    this.#context.drawImage(bitmap, 0, 0);
  }

  #judge() {
    if (!this.#root.isConnected) {
      this.dispose();
      return;
    }

    const age = this.#painted ? performance.now() - this.#painted.born : null;
    const isLive = age !== null && age <= this.#painted.limit && !this.#cameraCause;
    const cause = isLive ? null : this.#cause();
    this.#showState(cause);
    this.#showAge(age, isLive);
  }

  #cause() {
    if (document.documentElement.dataset.connection === 'lost') {
      return { word: 'connection-lost', headline: 'Connection lost', detail: 'This screen cannot reach the server. It keeps trying.' };
    }

    return this.#cameraCause ?? { word: 'server-silent', headline: 'No picture from the server', detail: 'The camera runs, but its pictures do not arrive here.' };
  }

  #showState(cause) {
    const key = cause ? cause.word + cause.headline + cause.detail : 'live';
    if (key === this.#shown) {
      return;
    }

    this.#shown = key;
    const { veil, state, sign, word, headline, detail } = this.#parts;
    veil.hidden = !cause;
    this.#root.classList.toggle('is-live', !cause);
    state.dataset.state = cause ? cause.word : 'live';
    sign.textContent = cause ? '▲' : '●';
    word.textContent = cause ? 'NOT LIVE' : 'LIVE';
    headline.textContent = cause?.headline ?? '';
    detail.textContent = cause?.detail ?? '';
  }

  #showAge(age, isLive) {
    const { latency, sequence, age: veilAge } = this.#parts;
    const now = performance.now();
    if (age === null || (isLive && now - this.#figuresAt < FIGURES_EVERY_MS)) {
      return;
    }

    this.#figuresAt = now;
    sequence.textContent = this.#painted.sequence;
    latency.textContent = isLive ? `${Math.round(this.#painted.ageAtPaint)} ms` : words(age);
    veilAge.textContent = isLive ? '' : this.#sameSince === null ? `Last picture ${words(age)} ago` : `Same picture for ${words(now - this.#sameSince)}`;
  }
}

function words(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }

  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.floor(seconds % 60)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
