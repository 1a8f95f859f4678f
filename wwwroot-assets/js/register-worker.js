// The worker only answers for pages that cannot be had; without it (plain http from another machine) all else works the same.
navigator.serviceWorker?.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {
  // The server is down just now, or the browser forbids workers: asked again with the next page.
});
