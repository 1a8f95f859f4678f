// Where what always stands on the screen is shifted to, so that no pixel shows the same edge for months. The path goes to and fro
// through every place of a box of 16 × 8 px around the middle, 2 px at a time, which nobody sees. kiosk.css keeps so much free.
const STEP = 2;
const COLUMNS = 9;
const ROWS = 5;

export function shiftAt(step) {
  const last = COLUMNS * ROWS - 1;
  const phase = step % (2 * last);
  const place = phase <= last ? phase : 2 * last - phase;
  const row = Math.floor(place / COLUMNS);
  const along = place % COLUMNS;
  const column = row % 2 === 0 ? along : COLUMNS - 1 - along;
  return { x: (column - (COLUMNS - 1) / 2) * STEP, y: (row - (ROWS - 1) / 2) * STEP };
}
