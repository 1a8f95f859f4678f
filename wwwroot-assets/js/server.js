// What a page asks of the server without a circuit.

const LIMIT_MS = 2000;

const get = (address) => fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(LIMIT_MS) });

// Whether our server answers. One that asks to be restarted still does; the 502 or 503 of a proxy before it is not its answer.
export async function answers() {
  try {
    const { ok, status, headers } = await get('/health/live');
    return ok || (status === 503 && (headers.get('Content-Type') ?? '').startsWith('application/problem+json'));
  } catch {
    return false;
  }
}

// Whether a reload would bring this page and not an error.
export async function givesPage() {
  try {
    return (await get(location.href)).ok;
  } catch {
    return false;
  }
}
