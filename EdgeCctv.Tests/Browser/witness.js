// What a test wants to know of a screen: the strip of every picture that was painted, when it was painted, and when the veil went
// up and down. Reads the painted pixels themselves, so that nothing the page says is taken for granted.
(() => {
  const BLOCKS = 32;
  const STRIP_ROWS = 16;
  window.witness = { painted: [], veil: [], words: [], errors: [], lies: [], oldestLive: 0, sockets: [], ups: [], overlays: [] };

  // A page that loads itself anew goes on where it was, but for the pictures; unless the browser keeps nothing.
  const KEPT = 'witness';
  try {
    Object.assign(witness, JSON.parse(sessionStorage.getItem(KEPT) || '{}'));
    addEventListener('pagehide', () => {
      const { veil, words, lies, oldestLive } = witness;
      sessionStorage.setItem(KEPT, JSON.stringify({ veil, words, lies, oldestLive }));
    });
  } catch {
    // Then every load begins anew.
  }

  addEventListener('error', (event) => witness.errors.push(event.message));

  // The UTC time of rendering in milliseconds modulo 2^32: 32 blocks in the lowest 16 rows, most significant bit first.
  function readStrip(context) {
    const { width, height } = context.canvas;
    const row = context.getImageData(0, height - STRIP_ROWS / 2, width, 1).data;
    let value = 0;
    for (let i = 0; i < BLOCKS; i++) {
      const x = Math.floor((i + 0.5) * width / BLOCKS);
      value = value * 2 + (row[x * 4] > 127 ? 1 : 0);
    }

    return value;
  }

  // When the circuit was there again.
  document.addEventListener('edgecctv:connection', ({ detail }) => detail.state === 'up' && witness.ups.push(Date.now()));

  // So that a test can break the connection as a network would.
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      witness.sockets.push(this);
    }
  };

  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...args) {
    draw.apply(this, args);
    if (this.canvas.dataset.testid !== 'live-canvas') {
      return;
    }

    const now = Date.now();
    const strip = readStrip(this);
    witness.painted.push({ strip, at: now, age: (now % 2 ** 32) - strip });
    noteOverlay();
  };

  // Which words stand on the overlay over which picture, after every change of either, when the script that changes them has ended.
  let words = [];
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...args) {
    clear.apply(this, args);
    words = [];
    noteOverlay();
  };

  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...args) {
    write.call(this, text, ...args);
    words.push(text);
    noteOverlay();
  };

  function noteOverlay() {
    queueMicrotask(() => witness.painted.length > 0 && witness.overlays.push({ strip: witness.painted.at(-1).strip, words: [...words] }));
  }

  // Whatever the page says while the painted picture is old is written down: before every frame that the browser draws, and between them.
  const OLD_MS = 2000;
  const isLiveShown = () => document.querySelector('[data-testid=live-state]')?.dataset.state === 'live' || document.querySelector('[data-testid=veil]')?.hidden;

  function look() {
    const last = witness.painted.at(-1);
    if (last && isLiveShown()) {
      const age = (Date.now() % 2 ** 32) - last.strip;
      witness.oldestLive = Math.max(witness.oldestLive, age);
      if (age > OLD_MS) {
        witness.lies.push({ at: Date.now(), age });
      }
    }
  }

  function lookBeforeEveryFrame() {
    look();
    requestAnimationFrame(lookBeforeEveryFrame);
  }

  document.addEventListener('DOMContentLoaded', () => {
    setInterval(look, 50);
    lookBeforeEveryFrame();
    let last = null;
    new MutationObserver(() => {
      const veil = document.querySelector('[data-testid=veil]');
      const up = !veil || !veil.hidden;
      const word = document.querySelector('[data-testid=live-state]')?.dataset.state ?? 'none';
      if (word !== witness.words.at(-1)?.word) {
        witness.words.push({ word, at: Date.now() });
      }

      if (up !== last) {
        last = up;
        const picture = witness.painted.at(-1);
        witness.veil.push({ up, at: Date.now(), age: picture ? (Date.now() % 2 ** 32) - picture.strip : null });
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden', 'data-state'] });
  });
})();
