// What the frames of a run come to. Knows neither the page nor the network.
export const KEPT_SECONDS = 120;
const STEP_SECONDS = 30;
const RECENT_SECONDS = 5;
const WAITS_SECONDS = 10;
const OUTCOMES = ['ok', 'recovered', 'rejected', 'failed', 'refused'];
const WAITS = [['backoff', 'back-off'], ['hint', 'hint'], ['cooldown', 'cool-down'], ['rate-limit', 'rate limit']];

const sum = numbers => numbers.reduce((all, one) => all + one, 0);
const calls = upstream => sum(OUTCOMES.map(outcome => upstream[outcome]));

// The last frame that is at least so many seconds older than the one at the index; the first, where none is.
function earlier(frames, index, seconds) {
  let at = index;
  while (at > 0 && frames[index].t - frames[at].t < seconds) {
    at--;
  }
  return at;
}

export function remember(frames, frame) {
  if (frames.length > 0 && frame.t < frames[frames.length - 1].t) {
    frames.length = 0; // Another run.
  }
  frames.push(frame);
  while (frame.t - frames[0].t > KEPT_SECONDS) {
    frames.shift();
  }
}

// Numbers of some upstreams over the last seconds.
export function recent(frames, chosen) {
  const last = frames.length - 1;
  const before = frames[earlier(frames, last, RECENT_SECONDS)];
  const now = frames[last];
  const grown = of => sum(chosen.map(i => of(now.upstreams[i]) - of(before.upstreams[i])));
  const made = grown(calls);
  const seconds = now.t - before.t;
  const share = part => made > 0 ? part / made : null;
  return {
    calls: seconds > 0 ? made / seconds : null,
    bad: share(grown(u => u.failed + u.refused)),
    saved: share(grown(u => u.recovered)),
    amplification: share(grown(u => u.requests)),
    failing: grown(u => u.failed) > 0,
    retrying: grown(u => u.recovered) > 0,
    refusing: grown(u => u.refused) > 0,
    waiting: sum(chosen.map(i => now.upstreams[i].waiting)),
  };
}

// Seconds that calls have spent waiting lately, by cause.
export function waits(frames, i) {
  const last = frames.length - 1;
  const before = frames[earlier(frames, last, WAITS_SECONDS)].upstreams[i].waited;
  const now = frames[last].upstreams[i].waited;
  return WAITS.map(([cause, words]) => [words, (now[cause] - before[cause]) / 1000]);
}

// For the chart: per second, against seconds before now.
export function rates(frames, i) {
  const end = frames[frames.length - 1].t;
  const series = Object.fromEntries([...OUTCOMES, 'requests'].map(name => [name, []]));
  for (let at = 1; at < frames.length; at++) {
    const before = frames[earlier(frames, at, 2)];
    const seconds = frames[at].t - before.t;
    for (const name of Object.keys(series)) {
      series[name].push({
        x: frames[at].t - end,
        y: seconds > 0 ? (frames[at].upstreams[i][name] - before.upstreams[i][name]) / seconds : 0,
      });
    }
  }
  return series;
}

export function hold(upstream) {
  if (upstream.breaker !== 'closed') {
    return upstream.breaker;
  }
  return upstream.cooldownMs > 0 ? 'cooling' : 'none';
}

// How many seconds the charts show: what there is, in steps, up to all that is kept.
export function span(frames) {
  return Math.min(KEPT_SECONDS, Math.max(1, Math.ceil(frames[frames.length - 1].t / STEP_SECONDS)) * STEP_SECONDS);
}

// [[from, to, what], …] in shares of the charted time: when something held calls back.
export function holds(frames, i) {
  const end = frames[frames.length - 1].t;
  const all = span(frames);
  const parts = [];
  for (let at = 1; at < frames.length; at++) {
    const what = hold(frames[at].upstreams[i]);
    const from = Math.max(0, 1 + (frames[at - 1].t - end) / all);
    const to = 1 + (frames[at].t - end) / all;
    const open = parts[parts.length - 1];
    if (open && open[2] === what) {
      open[1] = to;
    } else {
      parts.push([from, to, what]);
    }
  }
  return parts;
}

// In a word or two, how the calls to an upstream fare.
export function standing(upstream, lately) {
  if (upstream.breaker === 'open') {
    return ['bad', 'Breaker open'];
  }
  if (upstream.breaker === 'half-open') {
    return ['careful', 'Trying again'];
  }
  if (upstream.cooldownMs > 0) {
    return ['careful', 'Cooling down'];
  }
  if (lately.failing || lately.refusing) {
    return ['bad', lately.failing ? 'Failing' : 'Refusing'];
  }
  if (lately.retrying) {
    return ['busy', 'Retrying'];
  }
  return ['well', 'Well'];
}

// What is worth a line, between two frames.
export function events(before, now) {
  const told = [];
  now.upstreams.forEach((upstream, i) => {
    const old = before.upstreams[i];
    const tell = text => told.push({t: now.t, name: upstream.name, text});
    if (upstream.what !== old.what) {
      tell(`now: ${upstream.what}${upstream.fault === 'script' ? '' : ' (by hand)'}`);
    }
    if (upstream.breaker !== old.breaker) {
      tell(`breaker ${upstream.breaker}`);
    }
    if (upstream.cooldownMs > old.cooldownMs + 600) {
      tell(`asks to be left alone for ${Math.ceil(upstream.cooldownMs / 1000)} s`);
    }
  });
  return told;
}
