// Which layers are drawn over the picture: the buttons below it, in force at once and found again after a reload (see page-state.js).
import { read, write } from '../page-state.js';

const KEY = 'layer.';

// Calls back with { heat: true, … } now and after every change. Without buttons, as on the kiosk, all is as it is at first.
export function followLayers(root, changed, signal) {
  const kept = read();
  const layers = { heat: true, boxes: true, zones: false };
  for (const button of root.querySelectorAll('[data-layer]')) {
    const name = button.dataset.layer;
    set(button, kept[KEY + name] !== 'off');
    button.addEventListener('click', () => {
      set(button, !layers[name]);
      write(KEY + name, layers[name] ? 'on' : 'off');
      changed(layers);
    }, { signal });
  }

  changed(layers);

  function set(button, isOn) {
    layers[button.dataset.layer] = isOn;
    button.setAttribute('aria-pressed', isOn);
  }
}
