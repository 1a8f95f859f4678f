// Draws a heat map: how unusual each cell is, 0 normal, 128 at the threshold, 255 far above. What is below the threshold is not drawn.
// From orange to magenta, which eyes of every kind tell apart, denser the more unusual, but never so dense that it hides who is there; and
// a light line with a dark rim around all that exceeds the threshold, which is seen on bright and on dark pictures alike.

const FAINTEST = 116;
const THRESHOLD = 128;
const ORANGE = [254, 97, 0];
const MAGENTA = [220, 38, 127];

const COLOURS = new Uint32Array(new Uint8ClampedArray(Array.from({ length: 256 }, (_, value) => colour(value)).flat()).buffer);

function colour(value) {
  if (value < FAINTEST) {
    return [...ORANGE, 0];
  }

  const far = Math.max(0, (value - THRESHOLD) / (255 - THRESHOLD));
  const density = value < THRESHOLD ? 0.2 * (value - FAINTEST) / (THRESHOLD - FAINTEST) : 0.2 + 0.18 * far;
  return [...ORANGE.map((part, i) => part + (MAGENTA[i] - part) * far), 255 * density];
}

export class HeatPainter {
  #cells = new OffscreenCanvas(1, 1);
  #image = null;

  // Into a context whose picture is so wide and high, in pixels of the screen.
  draw(context, heat, width, height) {
    if (!heat.values.some((value) => value >= FAINTEST)) {
      return;
    }

    this.#colour(heat);
    const [x, y, cellWidth, cellHeight] = [heat.left * width, heat.top * height, heat.cellWidth * width, heat.cellHeight * height];
    context.imageSmoothingEnabled = true;
    context.drawImage(this.#cells, x, y, heat.columns * cellWidth, heat.rows * cellHeight);

    context.save();
    context.translate(x + cellWidth / 2, y + cellHeight / 2);
    const line = new Path2D();
    contour(heat, (fromX, fromY, toX, toY) => {
      line.moveTo(fromX * cellWidth, fromY * cellHeight);
      line.lineTo(toX * cellWidth, toY * cellHeight);
    });
    context.lineCap = 'round';
    strokeTwice(context, line, '#fff', 1.5);
    context.restore();
  }

  #colour({ columns, rows, values }) {
    if (this.#image?.width !== columns || this.#image.height !== rows) {
      Object.assign(this.#cells, { width: columns, height: rows });
      this.#image = new ImageData(columns, rows);
    }

    const pixels = new Uint32Array(this.#image.data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      pixels[i] = COLOURS[values[i]];
    }

    this.#cells.getContext('2d').putImageData(this.#image, 0, 0);
  }
}

// A line that is seen on every ground.
export function strokeTwice(context, path, colour, width) {
  context.strokeStyle = 'rgb(0 0 0 / .7)';
  context.lineWidth = width + 3;
  context.stroke(path);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

// The line around what exceeds the threshold, in short pieces, by the squares between the centres of four cells each: coordinates count
// cells from the centre of the first. Beyond the edge all is normal, so that every line closes.
export function contour({ columns, rows, values }, piece) {
  const at = (column, row) => (column < 0 || row < 0 || column >= columns || row >= rows ? 0 : values[row * columns + column]);
  for (let y = -1; y < rows; y++) {
    for (let x = -1; x < columns; x++) {
      const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)];
      if (corners.every((value) => value < THRESHOLD)) {
        continue;
      }

      const crossings = [];
      for (let side = 0; side < 4; side++) {
        const [a, b] = [corners[side], corners[(side + 1) % 4]];
        if (a >= THRESHOLD !== b >= THRESHOLD) {
          const share = (THRESHOLD - 0.5 - a) / (b - a);
          crossings.push([[x + share, y], [x + 1, y + share], [x + 1 - share, y + 1], [x, y + 1 - share]][side]);
        }
      }

      for (let i = 0; i + 1 < crossings.length; i += 2) {
        piece(...crossings[i], ...crossings[i + 1]);
      }
    }
  }
}
