// What the stage shows: the canvas, the veil, the state, and the words around them. Decides nothing.

const FIGURES_EVERY_MS = 500;
const TURN_PER_PICTURE = 6;

export class StageView {
  #root; #parts; #context;
  #shown = null;
  #figuresAt = 0;
  #pictures = 0;
  #connection = null;
  #loss = null;

  // The animation that covers the stage when nothing restarts it: it runs in the compositor, and so also when this script hangs.
  deadMan;

  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    this.#root = root;
    this.#parts = {
      canvas: find('.picture'), veil: find('.veil'), headline: find('.veil-headline'), age: find('.veil-age'), detail: find('.veil-detail'),
      state: find('.live-state'), sign: find('.live-sign'), word: find('.live-word'), every: find('.live-every'), life: find('.sign-of-life'),
      connection: find('.connection-state'), tryAgain: find('.veil-action'), drill: find('.drill-mark'),
      latency: find('[data-testid=latency]'), sequence: find('[data-testid=frame-sequence]'),
    };
    this.#context = this.#parts.canvas.getContext('2d', { alpha: false });
    this.deadMan = find('.dead-man').getAnimations()[0];
  }

  // False when the browser has lost the canvas, as it does when its graphics process ends: then nothing would be seen.
  draw(bitmap) {
    const { canvas, life } = this.#parts;
    if (this.#context.isContextLost?.()) {
      return false;
    }

    if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
    }

    this.#context.drawImage(bitmap, 0, 0);
    this.#pictures++;
    life.style.rotate = `${this.#pictures * TURN_PER_PICTURE % 360}deg`;
    life.dataset.pictures = this.#pictures;
    return true;
  }

  // It ends when the picture, now of this age, reaches the limit.
  restartDeadMan(age, limit) {
    this.deadMan.effect.updateTiming({ duration: limit });
    this.deadMan.currentTime = Math.min(age, limit);
    this.deadMan.play();
  }

  show(cause, painted, now) {
    this.#showState(cause, painted);
    this.#showFigures(cause, painted, now);
    this.#showWaiting(cause, now);
  }

  showConnection(connection) {
    this.#connection = connection;
    this.#showConnectionWords();
  }

  // While the circuit is lost the server cannot say what becomes of this screen's connection.
  showLoss(loss) {
    this.#loss = loss;
    this.#showConnectionWords();
  }

  showDrill(drill) {
    const { drill: mark } = this.#parts;
    mark.hidden = !drill;
    this.#root.classList.toggle('is-drill', Boolean(drill));
    setText(mark, drill ?? '');
  }

  #showState(cause, painted) {
    const key = cause ? `${cause.word}|${cause.headline}` : `live|${painted.every}`;
    if (key === this.#shown) {
      return;
    }

    this.#shown = key;
    const { veil, state, sign, word, every, headline } = this.#parts;
    veil.hidden = !cause;
    this.#root.classList.toggle('is-live', !cause);
    state.dataset.state = cause ? cause.word : 'live';
    setText(sign, cause ? '▲' : '●');
    setText(word, cause ? 'NOT LIVE' : 'LIVE');
    setText(every, !cause && painted.every ? `one picture every ${rounded(painted.every)}` : '');
    setText(headline, cause?.headline ?? '');
  }

  #showFigures(cause, painted, now) {
    const { latency, sequence, age: veilAge } = this.#parts;
    if (!painted || (!cause && now - this.#figuresAt < FIGURES_EVERY_MS)) {
      return;
    }

    this.#figuresAt = now;
    const age = now - painted.born;
    setText(sequence, String(painted.sequence));
    setText(latency, cause ? duration(age) : `${Math.round(painted.ageAtPaint)} ms`);
    setText(veilAge, !cause ? '' : cause.since != null ? `Same picture for ${duration(now - cause.since)}` : `Last picture ${duration(age)} ago`);
  }

  #showWaiting(cause, now) {
    const { detail } = this.#parts;
    if (cause) {
      setText(detail, cause.nextTryAt == null ? cause.detail : `${cause.detail} ${nextTry(cause.nextTryAt - now, cause.attempt)}`);
    }
  }

  #showConnectionWords() {
    const { connection, tryAgain } = this.#parts;
    if (this.#loss) {
      connection.dataset.state = 'reconnecting';
      setText(connection, `Connection lost, retrying (${this.#loss.attempt})…`);
    } else if (this.#connection) {
      connection.dataset.state = this.#connection.state;
      setText(connection, this.#connection.words);
    }

    tryAgain.hidden = Boolean(this.#loss) || this.#connection?.state !== 'failed';
  }
}

// Text that is the same is not set again, so that a screen reader does not read it again.
function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function nextTry(milliseconds, attempt) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return seconds === 0 ? `Attempt ${attempt} under way…` : `Attempt ${attempt} in ${seconds} s.`;
}

function rounded(milliseconds) {
  const seconds = milliseconds / 1000;
  return `${seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds)} s`;
}

function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (!Number.isFinite(seconds)) {
    return 'unknown';
  }

  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }

  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.floor(seconds % 60)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
