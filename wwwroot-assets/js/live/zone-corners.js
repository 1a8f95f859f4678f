// The corners of one zone, each a button that is dragged, or moved by the arrow keys.

const STEP = 0.005;
const LARGE_STEP = 0.025;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Where an event is, as shares of the element, which lies exactly on the picture.
export function shareOf(event, element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: limited((event.clientX - left) / width), y: limited((event.clientY - top) / height) };
}

export const arrow = (event) => ARROWS[event.key]?.map((way) => way * (event.shiftKey ? LARGE_STEP : STEP));

export const limited = (share) => Math.min(1, Math.max(0, share));

export class ZoneCorners {
  #element; #label; #calls; #stored; #corners;
  #buttons = [];
  #held = null;

  // label names a corner: {0} is its number, {1} the zone. moving(corners) while a corner moves; moved(corners) when it is let go, which answers whether it was taken.
  constructor(element, { name, corners }, label, calls) {
    this.name = name;
    this.#element = element;
    this.#label = label;
    this.#calls = calls;
    this.#buttons = corners.map((_, index) => this.#button(index));
    element.append(...this.#buttons);
    this.show(corners);
  }

  // Where they are stored; false when there are more or fewer of them than before. What is being dragged stays in its hand.
  show(corners) {
    if (corners.length !== this.#buttons.length) {
      return false;
    }

    this.#stored = corners;
    if (this.#held === null) {
      this.#move(corners);
    } else {
      this.#calls.moving(this.#corners);
    }

    return true;
  }

  dispose() {
    this.#buttons.forEach((button) => button.remove());
  }

  #button(index) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'zone-corner';
    button.setAttribute('aria-label', this.#label.replace('{0}', index + 1).replace('{1}', () => this.name));
    button.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      button.focus();
      button.setPointerCapture(event.pointerId);
      this.#held = index;
    });
    button.addEventListener('pointermove', (event) => this.#held === index && this.#drag(index, shareOf(event, this.#element)));
    button.addEventListener('lostpointercapture', () => this.#letGo());
    button.addEventListener('keydown', (event) => this.#onKey(index, event));
    button.addEventListener('keyup', (event) => event.key in ARROWS && this.#letGo());
    button.addEventListener('blur', () => this.#letGo());
    return button;
  }

  #onKey(index, event) {
    const way = arrow(event);
    if (way) {
      event.preventDefault();
      this.#held = index;
      const { x, y } = this.#corners[index];
      this.#drag(index, { x: limited(x + way[0]), y: limited(y + way[1]) });
    } else if (event.key === 'Escape') {
      this.#held = null;
      this.#back();
    }
  }

  #drag(index, corner) {
    this.#move(this.#corners.with(index, corner));
    this.#calls.moving(this.#corners);
  }

  // One change for the whole move, whichever event tells of its end.
  async #letGo() {
    if (this.#held === null) {
      return;
    }

    this.#held = null;
    const corners = this.#corners;
    const isSame = corners.every(({ x, y }, i) => x === this.#stored[i].x && y === this.#stored[i].y);
    if (!isSame && !await this.#calls.moved(corners).catch(() => false) && this.#corners === corners) {
      this.#back();
    }
  }

  #back() {
    this.#move(this.#stored);
    this.#calls.moving(this.#stored);
  }

  #move(corners) {
    this.#corners = corners;
    corners.forEach(({ x, y }, i) => Object.assign(this.#buttons[i].style, { left: `${x * 100}%`, top: `${y * 100}%` }));
  }
}
