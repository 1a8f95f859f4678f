// What an operator set on this page, kept by the tab: a reload finds it again, another tab does not. A browser may refuse the storage.

const PREFIX = 'edgecctv.page.';

export function read() {
  try {
    return Object.fromEntries(Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key.slice(PREFIX.length), sessionStorage.getItem(key)]));
  } catch {
    return {};
  }
}

export function write(key, value) {
  try {
    sessionStorage.setItem(PREFIX + key, value);
  } catch {
    // Kept until the reload, then.
  }
}
