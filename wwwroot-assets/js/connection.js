// Starts Blazor and notices whatever can end the circuit. Blazor tells some ends to its reconnection handler, others (an exception on
// the server, a start that fails) to the console only, and what it tells has changed between its versions; so the connection itself
// is watched as well. Holds for the scripts of .NET 9 and 10.
import { Recovery, tell } from './recovery.js';

// A picture is one message, and SignalR hears nothing until a message is complete. So a way that is known bounds the patience, from
// the least to the most; the most holds until the first picture has come. The server's patience is the most: CircuitTimes.cs.
const LEAST_PATIENCE_MS = 10000;
const MOST_PATIENCE_MS = 30000;
const WAYS_OF_PATIENCE = 5;
const KEEP_ALIVE_MS = 2000;

const START_LIMIT_MS = 15000;
const WEB_SOCKETS = 1;

const recovery = new Recovery();
let isOpen = false;

const lost = () => recovery.begin(!isOpen);

function opened() {
  isOpen = true;
  recovery.confirm();
}

function configure(builder) {
  // WebSockets only: a screen that fell back to long polling after a hiccup would stay there, slow and without any of the time-outs.
  builder
    .withUrl('_blazor', { transport: WEB_SOCKETS, skipNegotiation: true })
    .withServerTimeout(MOST_PATIENCE_MS)
    .withKeepAliveInterval(KEEP_ALIVE_MS);

  const build = builder.build.bind(builder);
  builder.build = () => watch(build());
}

function watch(connection) {
  const start = connection.start.bind(connection);
  connection.start = async () => {
    connection.serverTimeoutInMilliseconds = MOST_PATIENCE_MS;
    try {
      await start();
    } catch (error) {
      lost();
      throw error;
    }
  };
  connection.onclose(lost);
  document.addEventListener('edgecctv:way', ({ detail: way }) => {
    connection.serverTimeoutInMilliseconds = Math.min(Math.max(LEAST_PATIENCE_MS, WAYS_OF_PATIENCE * way), MOST_PATIENCE_MS);
  });
  return connection;
}

function startBlazor() {
  Blazor.start({
    circuit: {
      configureSignalR: configure,
      circuitHandlers: [{ onCircuitOpened: opened }],
      reconnectionHandler: { onConnectionDown: lost, onConnectionUp: () => recovery.confirm() },
    },
  });

  // What fails before there is a connection is told nowhere else; and the server may refuse the circuit without a word.
  addEventListener('unhandledrejection', () => isOpen || lost());
  setTimeout(() => isOpen || lost(), START_LIMIT_MS);
}

for (const [target, name] of [[document, 'resume'], [document, 'visibilitychange'], [window, 'online']]) {
  target.addEventListener(name, () => recovery.hurry());
}

// Back from the browser's cache of pages: leaving has ended the circuit, and the socket may still be open.
addEventListener('pageshow', ({ persisted }) => persisted && recovery.begin(true));

tell('up');
if (window.Blazor) {
  startBlazor();
} else {
  lost();
}
