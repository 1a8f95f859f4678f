// An outline that is being drawn: a click or a tap sets a corner; a click on the first one, a double click or Enter closes it, Backspace
// takes the last one back, Escape gives up. Without a mouse the arrow keys move a cross and Space sets a corner there.
import { drawing, shape } from './zone-layer.js';
import { arrow, limited, shareOf } from './zone-corners.js';

const LEAST_CORNERS = 3;

// Share of the picture that a hint may hide, with room to spare.
const HINT_HEIGHT = 0.15;

// In pixels of the screen: a finger is less exact than a mouse.
const CLOSE_BY = 8;
const CLOSE_BY_FOR_A_FINGER = 20;

export class ZoneDraft {
  #element; #hints; #svg; #calls; #cross; #hint;
  #corners = [];
  #pointer = null;
  #isAsking = false;
  #listeners = new AbortController();

  // hints are what is said with no, one, two, and three or more corners. closed(corners) ends when the outline was judged; when it was not taken it stays and can be mended.
  constructor(element, hints, calls) {
    this.#element = element;
    this.#hints = hints;
    this.#calls = calls;
    this.#svg = drawing(element, 'zone-draft');
    this.#cross = element.appendChild(document.createElement('span'));
    this.#cross.className = 'zone-cross';
    this.#cross.hidden = true;
    this.#hint = element.appendChild(document.createElement('span'));
    this.#hint.className = 'zone-hint';
    element.classList.add('is-drawing');
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
    const { signal } = this.#listeners;
    element.addEventListener('click', (event) => this.#onClick(event), { signal });
    element.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { signal });
    this.#show();
  }

  takeBack() {
    this.#corners.pop();
    this.#show();
  }

  dispose() {
    this.#listeners.abort();
    this.#svg.remove();
    this.#cross.remove();
    this.#hint.remove();
    this.#element.classList.remove('is-drawing');
    this.#element.removeAttribute('tabindex');
  }

  #onClick(event) {
    const corner = shareOf(event, this.#element);
    const reach = event.pointerType === 'touch' ? CLOSE_BY_FOR_A_FINGER : CLOSE_BY;
    const isNear = (other) => other && this.#distance(corner, other) <= reach;
    if (isNear(this.#corners[0]) || isNear(this.#corners.at(-1))) {
      this.#close();
    } else {
      this.#add(corner);
    }
  }

  #onMove(event) {
    this.#pointer = shareOf(event, this.#element);
    this.#show();
  }

  #onKey(event) {
    if (event.key !== 'Escape' && event.target.closest?.('button, input, select, textarea, a')) {
      return;
    }

    const way = arrow(event);
    if (way) {
      const { x, y } = this.#pointer ?? { x: 0.5, y: 0.5 };
      this.#pointer = { x: limited(x + way[0]), y: limited(y + way[1]) };
      this.#cross.hidden = false;
      Object.assign(this.#cross.style, { left: `${this.#pointer.x * 100}%`, top: `${this.#pointer.y * 100}%` });
      this.#show();
    } else if (event.key === ' ' && this.#pointer) {
      this.#add(this.#pointer);
    } else if (event.key === 'Enter') {
      this.#close();
    } else if (event.key === 'Backspace') {
      this.takeBack();
    } else if (event.key === 'Escape') {
      this.#calls.cancelled();
    } else {
      return;
    }

    event.preventDefault();
  }

  #add(corner) {
    this.#corners.push(corner);
    this.#show();
  }

  async #close() {
    if (this.#corners.length < LEAST_CORNERS || this.#isAsking) {
      return;
    }

    this.#isAsking = true;
    await this.#calls.closed(this.#corners).catch(() => {});
    this.#isAsking = false;
  }

  #distance(a, b) {
    return Math.hypot((a.x - b.x) * this.#element.clientWidth, (a.y - b.y) * this.#element.clientHeight);
  }

  #show() {
    const line = this.#pointer ? [...this.#corners, this.#pointer] : this.#corners;
    const dots = this.#corners.map((corner, i) => shape('polyline', [corner, corner], i === 0 ? 'zone-dot zone-dot-first' : 'zone-dot'));
    this.#svg.replaceChildren(shape('polyline', line, 'zone zone-new'), ...dots);
    this.#hint.textContent = this.#hints[Math.min(this.#corners.length, LEAST_CORNERS)];
    this.#hint.classList.toggle('zone-hint-above', this.#isHintAbove());
  }

  // At the edge farther from the pointer, unless the corner that closes the outline lies there.
  #isHintAbove() {
    const isAbove = (this.#pointer ?? this.#corners.at(-1))?.y > 0.5;
    const first = this.#corners.length >= LEAST_CORNERS ? this.#corners[0] : null;
    return first && (isAbove ? first.y < HINT_HEIGHT : first.y > 1 - HINT_HEIGHT) ? !isAbove : isAbove;
  }
}
