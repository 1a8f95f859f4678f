// The words of a stage, made of the texts that the server gave with it: StageSpeech.cs. Figures are written as the reader is used to.
import { culture } from '../culture.js';

const WHOLE = { maximumFractionDigits: 0 };
const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const AT_MOST_TENTHS = { maximumFractionDigits: 1 };

export class Wording {
  #texts; #whole; #tenths; #atMostTenths;

  constructor(texts) {
    this.#texts = texts;
    [this.#whole, this.#tenths, this.#atMostTenths] = [WHOLE, TENTHS, AT_MOST_TENTHS].map((format) => new Intl.NumberFormat(culture(), format));
  }

  // The plate beside the picture.
  state(isLive) {
    return isLive ? this.#texts.live : this.#texts.notLive;
  }

  // What the veil says. A cause that the server told has its own words.
  verdict(cause) {
    return cause.headline === undefined ? this.#texts.verdicts[cause.word] : cause;
  }

  // Of a camera that sends so seldom that it must be said.
  every(milliseconds) {
    const seconds = milliseconds / 1000;
    return fill(this.#texts.every, fill(this.#texts.seconds, (seconds < 10 ? this.#atMostTenths : this.#whole).format(seconds)));
  }

  sameFor(milliseconds) {
    return fill(this.#texts.sameFor, this.age(milliseconds));
  }

  lastAgo(milliseconds) {
    return Number.isFinite(milliseconds) ? fill(this.#texts.lastAgo, this.age(milliseconds)) : this.#texts.lastAgeUnknown;
  }

  nextTry(milliseconds, attempt) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    return seconds === 0 ? fill(this.#texts.attemptUnderWay, attempt) : fill(this.#texts.attemptIn, attempt, this.#whole.format(seconds));
  }

  // This browser's own way back to the server.
  reconnecting(attempt) {
    return fill(this.#texts.reconnecting, attempt);
  }

  milliseconds(milliseconds) {
    return fill(this.#texts.milliseconds, this.#whole.format(milliseconds));
  }

  age(milliseconds) {
    const seconds = milliseconds / 1000;
    if (!Number.isFinite(seconds)) {
      return this.#texts.unknown;
    }

    if (seconds < 60) {
      return fill(this.#texts.seconds, this.#tenths.format(seconds));
    }

    const minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? fill(this.#texts.minutesSeconds, minutes, Math.floor(seconds % 60))
      : fill(this.#texts.hoursMinutes, this.#whole.format(Math.floor(minutes / 60)), minutes % 60);
  }
}

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
