// Two tones by WebAudio. A context is open only while it sounds, so that none holds the sound device for days.
const TONES = { lost: [880, 587], back: [587, 880] };
const TONE_S = 0.22;
const LOUDNESS = 0.4;
const RAMP_S = 0.02;

// A browser that forbids sound until somebody has clicked does not refuse: it leaves the context suspended.
const STARTS_WITHIN_MS = 1_000;

export class Sound {
  isBlocked = false;

  // Whether sound is allowed, found out before it is needed.
  probe() {
    return this.#with(() => 0);
  }

  // 'lost': falling, 'back': rising.
  play(name) {
    return this.#with((context) => {
      TONES[name].forEach((frequency, i) => sound(context, frequency, context.currentTime + i * TONE_S));
      return TONES[name].length * TONE_S * 1000;
    });
  }

  // Runs work in a context that sounds, and closes it when the milliseconds that work gave are over. Never throws.
  async #with(work) {
    let context = null;
    try {
      context = new AudioContext();
      this.isBlocked = !(await isRunning(context));
      if (!this.isBlocked) {
        await wait(work(context));
      }
    } catch {
      this.isBlocked = true;
    } finally {
      context?.close().catch(() => {});
    }
  }
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function isRunning(context) {
  if (context.state !== 'running') {
    await Promise.race([context.resume(), wait(STARTS_WITHIN_MS)]);
  }

  return context.state === 'running';
}

function sound(context, frequency, at) {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + RAMP_S);
  volume.gain.setValueAtTime(LOUDNESS, at + TONE_S - RAMP_S);
  volume.gain.linearRampToValueAtTime(0, at + TONE_S);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_S);
}
