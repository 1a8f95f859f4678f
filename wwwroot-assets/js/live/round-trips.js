// How long a message from the server was on its way, at most, without comparing clocks: the server says which of our answers it heard
// last and how long ago. What is left of the time since we gave that answer went into the two ways.

const REMEMBERED = 32;

export class RoundTrips {
  #next = 0;
  #given = new Map();   // Bound: REMEMBERED answers, the oldest go first.

  // Call it as late as possible before the answer goes out; the number goes with it.
  answer(now) {
    const number = this.#next++;
    this.#given.set(number, now);
    if (this.#given.size > REMEMBERED) {
      this.#given.delete(this.#given.keys().next().value);
    }

    return number;
  }

  // After a sleep, across which the clock may have stood still: what was given before says nothing any more.
  forget() {
    this.#given.clear();
  }

  // The upper bound in milliseconds; Infinity when the answer is not remembered, since then nothing is known.
  bound(heard, sinceHeard, arrival) {
    const given = this.#given.get(heard);
    return given === undefined ? Infinity : Math.max(0, arrival - given - sinceHeard);
  }
}
