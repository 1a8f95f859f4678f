// Draws and changes zones with mouse, touch or keys. Judges nothing: every outline goes to the server, which stores it or says why not.
import { layerOf } from './zone-layer.js';
import { ZoneCorners } from './zone-corners.js';
import { ZoneDraft } from './zone-draft.js';

// The server's calls: OnDrawn(corners) and OnMoved(name, corners), both answer whether it was taken, and OnCancelled(). The texts are in
// the reader's language: { corner, hints }.
export function openEditor(server, texts) {
  const element = document.querySelector('.zones');
  return element && new ZoneEditor(layerOf(element), server, texts);
}

class ZoneEditor {
  #layer; #server; #texts; #draft = null; #corners = null;
  #selected = null;
  #listeners = new AbortController();

  constructor(layer, server, texts) {
    this.#layer = layer;
    this.#server = server;
    this.#texts = texts;
    layer.element.classList.add('is-edited');
    layer.element.addEventListener('zones', () => this.#refresh(), { signal: this.#listeners.signal });
  }

  // Begins an outline; it ends with OnDrawn or OnCancelled.
  draw() {
    this.select(null);
    this.#endDraft();
    this.#draft = new ZoneDraft(this.#layer.element, this.#texts.hints, {
      closed: async (corners) => {
        if (await this.#server.invokeMethodAsync('OnDrawn', corners)) {
          this.#endDraft();
        }
      },
      cancelled: () => {
        this.#endDraft();
        this.#server.invokeMethodAsync('OnCancelled').catch(() => {});
      },
    });
  }

  cancel() {
    this.#endDraft();
  }

  takeBack() {
    this.#draft?.takeBack();
  }

  // The zone whose corners can be moved, by its name; null for none.
  select(name) {
    this.#selected = name;
    this.#refresh();
  }

  // What is stored now.
  show(zones, selected) {
    this.#selected = selected;
    this.#layer.show(zones);
  }

  dispose() {
    this.#listeners.abort();
    this.#endDraft();
    this.#corners?.dispose();
    this.#layer.element.classList.remove('is-edited');
  }

  #endDraft() {
    this.#draft?.dispose();
    this.#draft = null;
  }

  #refresh() {
    const index = this.#layer.zones.findIndex(({ name }) => name === this.#selected);
    const zone = this.#layer.zones[index];
    if (zone && this.#corners?.name === zone.name && this.#corners.show(zone.corners)) {
      return;
    }

    this.#corners?.dispose();
    this.#corners = zone ? new ZoneCorners(this.#layer.element, zone, this.#texts.corner, {
      moving: (corners) => this.#layer.reshape(index, corners),
      moved: (corners) => this.#server.invokeMethodAsync('OnMoved', zone.name, corners),
    }) : null;
  }
}
