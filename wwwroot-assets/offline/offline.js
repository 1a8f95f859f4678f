// Says since when there is no connection, and loads the page again when the server answers.
(() => {
  const FIRST_MS = 500;
  const MOST_MS = 3_000;
  const FACTOR = 1.5;
  const GIVE_UP_MS = 2_000;
  const SAME_LOSS_MS = 15_000;
  const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  const KEY = 'edgecctv-offline';

  // What the page itself does not hold.
  const TEXTS = {
    en: { title: 'Connection lost', since: (length, time) => `for ${length}, since ${time}` },
    de: { title: 'Verbindung verloren', since: (length, time) => `vor ${length}, um ${time}` },
  };

  const spoken = language();
  const texts = TEXTS[spoken];
  const figures = culture();

  // A page that still cannot be had when the server answers brings this one again: it is the same loss, and the pauses stay long.
  const loss = remembered() ?? { since: Date.now(), tries: 0 };
  const began = performance.now() - Math.max(0, Date.now() - loss.since);

  function remembered() {
    const text = sessionStorage.getItem(KEY);
    const last = text ? JSON.parse(text) : null;
    return last && Date.now() - last.seen < SAME_LOSS_MS ? last : null;
  }

  // As the server would choose, see Languages.cs: what was chosen on this screen, else the first that the browser asks for.
  function language() {
    const chosen = /(?:^|; )\.AspNetCore\.Culture=[^;]*?uic(?:=|%3D)([a-z]+)/i.exec(document.cookie)?.[1];
    return [chosen, ...navigator.languages.map((one) => one.split('-')[0])].find((one) => Object.hasOwn(TEXTS, one)) ?? 'en';
  }

  // As js/culture.js, which this page cannot have.
  function culture() {
    try {
      return Intl.NumberFormat.supportedLocalesOf(navigator.language);
    } catch {
      return [];
    }
  }

  function show() {
    sessionStorage.setItem(KEY, JSON.stringify({ ...loss, seen: Date.now() }));
    document.querySelector('.since').textContent = texts.since(words(performance.now() - began), new Date(loss.since).toLocaleTimeString(figures, TIME));
    shift(Math.floor(Date.now() / 60_000));
  }

  function words(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const minutes = Math.floor(seconds / 60);
    return seconds < 60 ? `${seconds} s` : minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }

  // Against burn-in: somewhere else every minute, within the free margin.
  function shift(minute) {
    document.documentElement.style.setProperty('--shift-x', `${(minute % 9) * 2 - 8}px`);
    document.documentElement.style.setProperty('--shift-y', `${(minute % 5) * 2 - 4}px`);
  }

  // As in js/server.js: a server that asks to be restarted still gives its pages, and a proxy's own words are not its answer.
  async function doesServerAnswer() {
    try {
      const { status, headers } = await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(GIVE_UP_MS) });
      const type = headers.get('Content-Type') ?? '';
      return (status === 200 && type.startsWith('application/json')) || (status === 503 && type.startsWith('application/problem+json'));
    } catch {
      return false;
    }
  }

  // With jitter, so that many screens do not ask as one.
  async function comeBack() {
    do {
      const pause = Math.min(MOST_MS, FIRST_MS * FACTOR ** loss.tries++) * (0.8 + 0.4 * Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
    } while (!(await doesServerAnswer()));

    location.reload();
  }

  document.documentElement.lang = spoken;
  document.title = texts.title;
  document.documentElement.classList.toggle('is-kiosk', /^\/kiosk\/*$/i.test(location.pathname));
  document.addEventListener('contextmenu', (event) => event.preventDefault());
  show();
  setInterval(show, 1000);
  void comeBack();
})();
