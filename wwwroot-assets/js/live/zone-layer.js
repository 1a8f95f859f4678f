// The zones over the picture, as vectors: { name, kind, corners: [{ x, y }] }, corners as shares of the picture. The element lies exactly
// on the picture, so that shares are all there is to know. Whoever edits zones draws into the same element (see zone-editor.js).

const SVG = 'http://www.w3.org/2000/svg';
const NEAR_EDGE = 0.2;

const layers = new WeakMap();

export function layerOf(element) {
  if (!layers.has(element)) {
    layers.set(element, new ZoneLayer(element));
  }

  return layers.get(element);
}

class ZoneLayer {
  #svg; #names;

  zones = [];

  constructor(element) {
    this.element = element;
    this.#svg = drawing(element, 'zone-shapes');
    this.#names = element.appendChild(document.createElement('div'));
  }

  show(zones) {
    this.zones = zones;
    this.#svg.replaceChildren(...zones.map((zone) => shape('polygon', zone.corners, `zone zone-${zone.kind}`)));
    this.#names.replaceChildren(...zones.map(nameOf));
    this.element.dispatchEvent(new CustomEvent('zones'));
  }

  // One of them in another shape, while it is being moved.
  reshape(index, corners) {
    this.#svg.children[index].replaceWith(shape('polygon', corners, `zone zone-${this.zones[index].kind}`));
    this.#names.children[index].replaceWith(nameOf({ ...this.zones[index], corners }));
  }
}

// An empty drawing of one unit in width and height.
export function drawing(element, name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', '0 0 1 1');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  return element.appendChild(svg);
}

// A line with a dark rim, which is seen on every ground.
export function shape(kind, corners, name) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', name);
  for (const part of ['zone-rim', 'zone-line']) {
    const line = group.appendChild(document.createElementNS(SVG, kind));
    line.setAttribute('class', part);
    line.setAttribute('points', corners.map(({ x, y }) => `${x},${y}`).join(' '));
  }

  return group;
}

// In the middle of its zone; near an edge of the picture it begins or ends there.
function nameOf({ name, kind, corners }) {
  const words = document.createElement('span');
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const { x, y } = middle(corners);
  const side = x < NEAR_EDGE ? 'left' : x > 1 - NEAR_EDGE ? 'right' : 'middle';
  words.className = `zone-words zone-words-${side} zone-words-${kind}`;
  words.textContent = name;
  words.style.top = `${y * 100}%`;
  if (side === 'right') {
    words.style.right = `${(1 - right) * 100}%`;
  } else {
    words.style.left = `${(side === 'left' ? left : x) * 100}%`;
  }

  return words;
}

// The centre of the area.
function middle(corners) {
  let [area, x, y] = [0, 0, 0];
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length];
    const cross = a.x * b.y - b.x * a.y;
    area += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  return area === 0 ? corners[0] : { x: x / (3 * area), y: y / (3 * area) };
}
