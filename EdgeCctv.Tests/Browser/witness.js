// What a test wants to know of a screen: the strip of every picture that was painted, when it was painted, and when the veil went
// up and down. Reads the painted pixels themselves, so that nothing the page says is taken for granted.
(() => {
  const BLOCKS = 32;
  const STRIP_ROWS = 16;
  window.witness = { painted: [], veil: [], errors: [] };
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

  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...args) {
    draw.apply(this, args);
    const now = Date.now();
    const strip = readStrip(this);
    witness.painted.push({ strip, at: now, age: (now % 2 ** 32) - strip });
  };

  document.addEventListener('DOMContentLoaded', () => {
    let last = null;
    new MutationObserver(() => {
      const veil = document.querySelector('[data-testid=veil]');
      const up = !veil || !veil.hidden;
      if (up !== last) {
        last = up;
        witness.veil.push({ up, at: Date.now() });
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
  });
})();
