// Draws boxes with their words, and the frame of an alarm, whose words stand in a line beside the picture. All within the picture; sizes follow it, so that they can be read from a desk
// as from across a room.
import { strokeTwice } from './heat.js';

const BOX = '#8fd6ff';
const ALARM = '#ff6a2b';
const PLATE = 'rgb(8 10 14 / .82)';
const MOST_BOXES = 50;

// Each { label, score, box } with the box in pixels of a frame so wide and high as the picture; the surest first.
export function drawBoxes(context, objects, picture, width, height) {
  const shown = objects.slice(0, MOST_BOXES).map(({ label, score, box }) => ({
    text: `${label} ${Math.round(score * 100)} %`,
    x: box.x / picture.width * width, y: box.y / picture.height * height,
    w: box.width / picture.width * width, h: box.height / picture.height * height,
  }));
  const outlines = new Path2D();
  for (const { x, y, w, h } of shown) {
    const [[left, wide], [top, high]] = [within(x, w, width), within(y, h, height)];
    outlines.rect(left, top, wide, high);
  }

  context.lineJoin = 'round';
  strokeTwice(context, outlines, BOX, lineWidth(height));

  // The surest last, so that its words are on top.
  for (const one of shown.reverse()) {
    drawBoxWords(context, one, width, height);
  }
}

export function drawAlarm(context, width, height) {
  const line = lineWidth(height) * 2;
  const frame = new Path2D();
  frame.rect(line, line, width - 2 * line, height - 2 * line);
  context.lineJoin = 'miter';
  strokeTwice(context, frame, ALARM, line);
}

function drawBoxWords(context, { text, x, y }, width, height) {
  const size = textSize(height);
  const plate = plateHeight(size);
  const above = y - plate - 1;
  const top = Math.max(0, Math.min(above >= 0 ? above : y, height - plate));
  drawPlate(context, text, top, size, width, BOX, (wide) => Math.max(0, Math.min(x, width - wide)));
}

// A dark plate with light words and a bar of its kind's colour; no wider than there is room for. Its left edge is asked for by its width.
function drawPlate(context, text, y, size, most, colour, leftOf) {
  const bar = Math.round(size / 4);
  context.font = `600 ${size}px system-ui, "Liberation Sans", sans-serif`;
  const fitting = cut(context, text, most - bar - size);
  const wide = context.measureText(fitting).width + size * 0.8 + bar;
  const left = leftOf(wide);
  context.fillStyle = PLATE;
  context.fillRect(left, y, wide, plateHeight(size));
  context.fillStyle = colour;
  context.fillRect(left, y, bar, plateHeight(size));
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(fitting, left + bar + size * 0.4, y + plateHeight(size) / 2);
}

function cut(context, text, most) {
  let shown = text;
  while (shown.length > 1 && context.measureText(shown).width > most) {
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  }

  return shown;
}

// Half the line is drawn outside of a box; at the edge of the picture it would be cut.
function within(from, length, most) {
  const start = Math.max(1, Math.min(from, most - 2));
  return [start, Math.min(from + length, most - 1) - start];
}

const textSize = (height) => Math.round(Math.max(12, Math.min(28, height / 42)));

const plateHeight = (size) => Math.round(size * 1.45);

const lineWidth = (height) => (height < 500 ? 2 : 3);
