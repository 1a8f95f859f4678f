// What a page asks of the server without a circuit.

const LIMIT_MS = 2000;

const get = (address) => fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(LIMIT_MS) });

// Whether our server answers. One that asks to be restarted still does; what a proxy before it says of
// itself, a page of maintenance or of a log-in with 200 included, is not its answer.
export async function answers() {
  try {
    const { status, headers } = await get('/health/live');
    const type = headers.get('Content-Type') ?? '';
    return (status === 200 && type.startsWith('application/json')) || (status === 503 && type.startsWith('application/problem+json'));
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
