// What the tab remembers over a reload; where the browser keeps nothing, what the page remembers until then. As much of a Storage as is used.
export function tabMemory() {
  try {
    return sessionStorage;
  } catch {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
  }
}
