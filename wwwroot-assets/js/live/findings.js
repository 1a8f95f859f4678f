// Which findings of the analysis may be drawn over a picture: those of a frame received within 200 ms of the picture's own receipt, before
// or after. Pure. Both times are of the server's monotonic clock, in milliseconds, and are compared with each other only.

export const APART_MS = 200;

export class Findings {
  #newest = new Map();   // By analyser. Bound: the analysers, of which there are a handful.

  // Each { analyzer, received, … }. Two messages may overtake each other: the newer finding stays.
  take(findings) {
    for (const finding of findings ?? []) {
      if (!(finding.received < this.#newest.get(finding.analyzer)?.received)) {
        this.#newest.set(finding.analyzer, finding);
      }
    }
  }

  // Those that speak of the picture received at that time.
  of(received) {
    return [...this.#newest.values()].filter((finding) => Math.abs(finding.received - received) <= APART_MS);
  }
}
