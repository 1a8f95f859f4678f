// What the stage shows: the canvas, the veil, the state, and the words around them. Decides nothing.
import { Wording } from './wording.js';

const FIGURES_EVERY_MS = 500;
const TURN_PER_PICTURE = 6;

export class StageView {
  #root; #parts; #context; #wording;
  #shown = null;
  #figuresAt = 0;
  #pictures = 0;
  #connection = null;
  #loss = null;

  // The animation that covers the stage when nothing restarts it: it runs in the compositor, and so also when this script hangs.
  deadMan;

  constructor(root, texts) {
    const find = (selector) => root.querySelector(selector);
    this.#root = root;
    this.#wording = new Wording(texts);
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
    setText(word, this.#wording.state(!cause));
    setText(every, !cause && painted.every ? this.#wording.every(painted.every) : '');
    setText(headline, cause ? this.#wording.verdict(cause).headline : '');
  }

  #showFigures(cause, painted, now) {
    const { latency, sequence, age: veilAge } = this.#parts;
    if (!painted || (!cause && now - this.#figuresAt < FIGURES_EVERY_MS)) {
      return;
    }

    this.#figuresAt = now;
    const age = now - painted.born;
    setText(sequence, String(painted.sequence));
    setText(latency, cause ? this.#wording.age(age) : this.#wording.milliseconds(painted.ageAtPaint));
    setText(veilAge, !cause ? '' : cause.since != null ? this.#wording.sameFor(now - cause.since) : this.#wording.lastAgo(age));
  }

  #showWaiting(cause, now) {
    const { detail } = this.#parts;
    if (cause) {
      const words = this.#wording.verdict(cause).detail;
      setText(detail, cause.nextTryAt == null ? words : `${words} ${this.#wording.nextTry(cause.nextTryAt - now, cause.attempt)}`);
      setTitle(detail, cause.utc ?? '');
    }
  }

  #showConnectionWords() {
    const { connection, tryAgain } = this.#parts;
    if (this.#loss) {
      connection.dataset.state = 'reconnecting';
      setText(connection, this.#wording.reconnecting(this.#loss.attempt));
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

function setTitle(element, text) {
  if (element.title !== text) {
    element.title = text;
  }
}
