// Stands between this browser and the server for one purpose: a page that cannot be had is answered with offline.html, which waits for
// the server and loads the page again, so that a screen nobody attends never ends on the browser's error page. Everything else passes by
// untouched, and nothing but the files of that page is kept: the console is always the server's newest.

// SHA-256 of the files below, one after the other, first 16 digits: with every change of them this script changes, and so is
// installed anew. A test holds it true.
const VERSION = '71cf67b0cd07a73f';
const FILES = ['/offline/offline.html', '/offline/offline.css', '/offline/offline.js'];
const [PAGE] = FILES;

// The console's pages. What programs ask for, /live and /status say, has its own words for what is wrong.
const PAGES = ['/', '/kiosk', '/camera', '/analysis', '/system'];

const CACHE = `edgecctv-offline-${VERSION}`;
const PAGE_BEGINS_WITHIN_MS = 10_000;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))).then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherVersions().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== 'GET') {
    return;
  }

  if (request.mode === 'navigate' && PAGES.includes(asRouted(pathname))) {
    event.respondWith(pageOrOffline(request));
  } else if (FILES.includes(pathname)) {
    event.respondWith(kept(pathname));
  }
});

// The server's routes know neither capitals nor a slash at the end.
function asRouted(pathname) {
  return pathname.toLowerCase().replace(/\/+$/, '') || '/';
}

async function forgetOtherVersions() {
  const old = (await caches.keys()).filter((name) => name.startsWith('edgecctv-offline-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function pageOrOffline(request) {
  try {
    const answer = await inTime(fetch(request));
    if (answer.status < 500) {
      return answer;
    }
  } catch {
    // No answer, or none in time.
  }

  const page = await kept(PAGE);
  return new Response(page.body, { status: 503, headers: page.headers });
}

function inTime(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), PAGE_BEGINS_WITHIN_MS))]);
}

// The network only where the browser has thrown the kept file away.
async function kept(file) {
  return (await caches.match(file, { cacheName: CACHE, ignoreSearch: true, ignoreVary: true })) ?? fetch(file);
}
