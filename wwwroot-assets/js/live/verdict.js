// Whether the painted picture is live, and if not, why not. Pure: facts and a time in, a verdict out; null means live.

// The server is heard from at least once a second.
const SILENT_AFTER_MS = 3000;

// On a slow way a picture alone may take that long, and everything else waits behind it.
const SILENT_WHILE_STRUGGLING_AFTER_MS = 15000;
const BEHIND_AFTER_MS = 1000;

// The words for people come with the texts of the stage, except those of facts.cause, which the server tells with them.
const CONNECTING = { word: 'connecting' };
const LOST = { word: 'connection-lost' };
const SUSPENDED = { word: 'screen-suspended' };
const SERVER_SILENT = { word: 'server-silent' };
const CANNOT_KEEP_UP = { word: 'screen-cannot-keep-up' };
const CAMERA_LATE = { word: 'camera-late' };
const PICTURE_DAMAGED = { word: 'picture-damaged' };
const CAMERA_SILENT = { word: 'camera-silent' };

// facts: painted { sequence, born, ageAtSending, limit } or null; cause, what the server says of the camera, or null; heardAt, when anything last
// came from the server, or null; newest, the number of the server's newest picture, or null; behindSince, since when the server has had
// a newer picture than the painted one, or null; isLost, isSuspended, isStruggling, and isDamaged, whether the newest
// picture could not be decoded. All times on one clock, milliseconds.
export function judge(facts, now) {
  if (facts.isLost) {
    return LOST;
  }

  if (facts.heardAt === null) {
    return CONNECTING;
  }

  if (now - facts.heardAt > (facts.isStruggling ? SILENT_WHILE_STRUGGLING_AFTER_MS : SILENT_AFTER_MS)) {
    return SERVER_SILENT;
  }

  if (facts.cause) {
    return facts.cause;
  }

  if (facts.isSuspended) {
    return SUSPENDED;
  }

  if (facts.isStruggling) {
    return CANNOT_KEEP_UP;
  }

  return facts.painted && now - facts.painted.born <= facts.painted.limit ? null : whyOld(facts, now);
}

function whyOld({ painted, newest, behindSince, isDamaged }, now) {
  if (isDamaged) {
    return PICTURE_DAMAGED;
  }

  if (painted !== null && painted.ageAtSending > painted.limit) {
    return CAMERA_LATE;
  }

  if (painted !== null && newest === painted.sequence) {
    return CAMERA_SILENT;
  }

  if (behindSince !== null && now - behindSince > BEHIND_AFTER_MS) {
    return CANNOT_KEEP_UP;
  }

  return painted === null ? CONNECTING : SERVER_SILENT;
}

// Tells a screen that is always late from one hiccup: two pictures in a row make it so, two in a row end it.
export class Struggle {
  #inARow = 0;

  is = false;

  // A screen has one picture in flight. Until the next one is painted, this one grows older by another way and another paint; when
  // that is too much the picture would be live and not live by turns.
  // What was late before it was sent is not this screen's fault.
  add(ageAtSending, wayAndPaint, limit) {
    const isBad = wayAndPaint > ageAtSending && ageAtSending + 2 * wayAndPaint > limit;
    this.#inARow = isBad === this.is ? 0 : this.#inARow + 1;
    if (this.#inARow === 2) {
      this.is = isBad;
      this.#inARow = 0;
    }
  }
}
