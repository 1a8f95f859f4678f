// What the analysis found, drawn on a canvas of its own exactly over the picture, in step with it: drawn in the same moment in which the
// picture is, and again only when that changes what is to be seen. Sharp on every screen, as it has the screen's own pixels.
import { Findings } from './findings.js';
import { HeatPainter } from './heat.js';
import { drawAlarm, drawBoxes } from './marks.js';

// More pixels cost more than they show.
const MOST_PIXELS_A_POINT = 2;

export class Overlay {
  #place; #canvas; #context; #sizes;
  #findings = new Findings();
  #heat = new HeatPainter();
  #layers = { heat: true, boxes: true };
  #picture = null;
  #drawn = [];
  #size = { width: 0, height: 0, scale: 1 };

  constructor(root) {
    this.#place = root.querySelector('.over-picture');
    this.#canvas = root.querySelector('.overlay');
    this.#context = this.#canvas.getContext('2d');
    this.#sizes = new ResizeObserver(([entry]) => this.#resize(entry.contentRect));
    this.#sizes.observe(this.#canvas);
  }

  // What the analysis has found since; drawn with the picture that it speaks of, and with no other.
  take(findings) {
    if (findings) {
      this.#findings.take(findings);
    }
  }

  // A picture is on its canvas: { received, width, height }.
  painted(picture) {
    if (picture.width !== this.#picture?.width || picture.height !== this.#picture.height) {
      this.#place.style.setProperty('--picture-shape', picture.width / picture.height);
    }

    this.#picture = picture;
    this.refresh();
  }

  // Also when something was found of the picture that is there already, as with a camera that sends one a second.
  refresh() {
    const findings = this.#picture ? this.#findings.of(this.#picture.received) : [];
    if (findings.length !== this.#drawn.length || findings.some((finding, i) => finding !== this.#drawn[i])) {
      this.#draw(findings);
    }
  }

  show(layers) {
    this.#layers = layers;
    this.#draw(this.#drawn);
  }

  dispose() {
    this.#sizes.disconnect();
  }

  #resize({ width, height }) {
    const scale = Math.min(devicePixelRatio, MOST_PIXELS_A_POINT);
    this.#size = { width, height, scale };
    Object.assign(this.#canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    this.#draw(this.#drawn);
  }

  #draw(findings) {
    const context = this.#context;
    const { width, height, scale } = this.#size;
    this.#drawn = findings;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const { heat } of findings) {
      if (heat && this.#layers.heat) {
        this.#heat.draw(context, heat, width, height);
      }
    }

    // Not a layer: an alarm is always seen.
    if (findings.some(({ isAlarm }) => isAlarm)) {
      drawAlarm(context, width, height);
    }

    for (const { objects } of findings) {
      if (this.#layers.boxes) {
        drawBoxes(context, objects, this.#picture, width, height);
      }
    }

    // A canvas without anything on it costs nothing.
    this.#canvas.style.visibility = findings.length > 0 ? '' : 'hidden';
  }
}
