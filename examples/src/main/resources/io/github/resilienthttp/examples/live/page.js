// Draws what the server tells, and sends what the buttons say.
import {events, holds, rates, recent, remember, span, standing, waits} from './model.js';

const ABOUT = {
  buttercms: 'A content API with a monthly quota',
  helpdesk: 'A ticket API that says in the body when to come back',
  variations: 'An API with 20 requests per period; the client paces itself',
  localize: 'A translation API with a limit per token',
};
const FAULTS = [
  ['script', 'Script', 'Let the script decide'],
  ['well', 'Heal', 'All is well'],
  ['brown-out', '1 in 3', 'One request in three is answered with 500'],
  ['errors', 'Errors', 'Every request is answered with 500'],
  ['slow', 'Slow', 'Every answer takes 1.5 seconds'],
  ['throttled', '429', 'Every request is over the limit: come back in 8 seconds'],
  ['down', 'Down', 'Every connection is reset'],
];
const LOG_LINES = 8;
const AXIS_WIDTH = 30;

const frames = [];
const cards = [];
const told = [];
const byId = id => document.getElementById(id);
const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

const number = (value, digits) => value === null ? '–' : value.toFixed(digits);
const percent = value => value === null ? '–' : `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)} %`;
const times = value => value === null ? '–' : `× ${value.toFixed(2)}`;
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const set = (element, text) => {
  if (element.textContent !== text) {
    element.textContent = text;
  }
};

function dataset(name, more) {
  return {label: name, pointRadius: 0, borderWidth: 0, fill: 'stack', tension: 0.25, stack: 'calls', data: [], paint: name, ...more};
}

function chart(canvas) {
  return new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        dataset('requests', {fill: false, borderWidth: 1.5, stack: 'requests'}),
        dataset('ok', {fill: 'origin'}), dataset('recovered'), dataset('rejected'), dataset('failed'), dataset('refused'),
      ],
    },
    options: {
      animation: false, parsing: false, normalized: true, responsive: true, maintainAspectRatio: false, events: [],
      plugins: {legend: {display: false}, tooltip: {enabled: false}},
      scales: {
        x: {
          type: 'linear', min: -30, max: 0, border: {display: false}, grid: {display: false},
          ticks: {
            maxTicksLimit: 6, maxRotation: 0, align: 'inner', font: {size: 11},
            callback: value => value === 0 ? 'now' : `−${-value} s`,
          },
        },
        y: {
          stacked: true, min: 0, suggestedMax: 25, border: {display: false}, afterFit: axis => { axis.width = AXIS_WIDTH; },
          ticks: {maxTicksLimit: 4, font: {size: 11}}, title: {display: false},
        },
      },
    },
  });
}

function paint() {
  for (const {plot} of cards) {
    for (const set of plot.data.datasets) {
      set.borderColor = colour(set.paint);
      set.backgroundColor = colour(set.paint);
    }
    for (const axis of Object.values(plot.options.scales)) {
      axis.ticks.color = colour('muted');
    }
    plot.options.scales.y.grid = {color: colour('grid'), drawTicks: false};
    plot.update('none');
  }
}

function befall(name, fault, all) {
  const chosen = all.find(button => button.dataset.fault === fault);
  all.forEach(button => button.setAttribute('aria-pressed', String(button === chosen)));
  fetch(`/upstreams/${name}/${fault}`, {method: 'POST', headers: {'Content-Type': 'application/json'}})
    .then(answer => answer.ok || connection('lost'), () => connection('lost'));
}

function card(upstream) {
  const made = byId('card').content.cloneNode(true).firstElementChild;
  const one = selector => made.querySelector(selector);
  made.id = upstream.name;
  one('.name').textContent = upstream.name;
  one('.name').id = `name-${upstream.name}`;
  made.setAttribute('aria-labelledby', `name-${upstream.name}`);
  one('.about').textContent = ABOUT[upstream.name] || '';
  one('meter').setAttribute('aria-label', `Retry budget left for ${upstream.name}`);
  one('canvas').setAttribute('aria-label', `Calls to ${upstream.name} a second, by outcome, over two minutes`);
  const group = one('.buttons');
  group.setAttribute('aria-label', `What befalls ${upstream.name}`);
  const buttons = FAULTS.map(([fault, label, title]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.title = title;
    button.dataset.fault = fault;
    button.addEventListener('click', () => befall(upstream.name, fault, buttons));
    return button;
  });
  group.append(...buttons);
  byId('cards').append(made);
  return {
    made, buttons, plot: chart(one('canvas')), pill: one('.pill'), what: one('.what strong'), strip: one('.strip'), meter: one('meter'),
    of: Object.fromEntries([...made.querySelectorAll('[data-of]')].map(element => [element.dataset.of, element])),
  };
}

function showNumbers(elements, numbers) {
  set(elements.calls, number(numbers.calls, 1));
  set(elements.bad, percent(numbers.bad));
  set(elements.saved, percent(numbers.saved));
  set(elements.amplification, times(numbers.amplification));
  set(elements.waiting, String(numbers.waiting));
}

function strip(element, parts, name) {
  const stops = parts.map(([from, to, what]) => {
    const paint = what === 'none' ? 'transparent' : `var(--${what})`;
    return `${paint} ${(from * 100).toFixed(2)}% ${(to * 100).toFixed(2)}%`;
  });
  const first = parts.length > 0 ? (parts[0][0] * 100).toFixed(2) : 100;
  element.style.backgroundImage = `linear-gradient(to right, transparent 0 ${first}%${stops.map(stop => ', ' + stop).join('')})`;
  const last = parts.length > 0 ? parts[parts.length - 1][2] : 'none';
  const label = `What holds back calls to ${name} now: ${last === 'cooling' ? 'cool-down' : last === 'none' ? 'nothing' : 'breaker ' + last}`;
  if (element.getAttribute('aria-label') !== label) {
    element.setAttribute('aria-label', label);
  }
}

function showCard(shown, upstream, i) {
  const lately = recent(frames, [i]);
  const [mood, words] = standing(upstream, lately);
  if (shown.pill.dataset.mood !== mood) {
    shown.pill.dataset.mood = mood;
    shown.pill.className = `pill ${mood}`;
  }
  set(shown.pill, words);
  set(shown.what, upstream.what);
  shown.what.title = upstream.what;
  showNumbers(shown.of, lately);
  set(shown.of.breaker, upstream.breaker);
  const of = upstream.scopes > 1 && upstream.closed > 0 ? ` (${upstream.closed} of ${upstream.scopes})` : '';
  set(shown.of.cooldown, upstream.cooldownMs > 0 ? `${Math.ceil(upstream.cooldownMs / 1000)} s${of}` : '–');
  set(shown.of.budget, `${Math.round(upstream.budget * 100)} %`);
  shown.meter.value = upstream.budget;
  set(shown.of.waits, waits(frames, i).map(([cause, seconds]) => `${cause} ${seconds.toFixed(1)} s`).join(' · '));
  shown.buttons.forEach(button => {
    const pressed = String(button.dataset.fault === upstream.fault);
    if (button.getAttribute('aria-pressed') !== pressed) {
      button.setAttribute('aria-pressed', pressed);
    }
  });
  strip(shown.strip, holds(frames, i), upstream.name);
  const series = rates(frames, i);
  const {x} = shown.plot.options.scales;
  x.min = -span(frames);
  x.ticks.stepSize = -x.min / (x.min < -60 ? 4 : 3);
  shown.plot.data.datasets.forEach(set => { set.data = series[set.paint]; });
  shown.plot.update('none');
}

function showLog() {
  byId('log').replaceChildren(...told.map(({t, name, text}) => {
    const line = document.createElement('li');
    for (const part of [clock(t), name, text]) {
      const cell = document.createElement('span');
      cell.textContent = part;
      line.append(cell);
    }
    return line;
  }));
}

let ahead = false;

function show() {
  ahead = false;
  const now = frames[frames.length - 1];
  if (cards.length === 0) {
    set(byId('via'), `Simulated on this machine, called through ${new Intl.ListFormat('en').format(now.via)} with the policies of upstreams.properties.`);
    cards.push(...now.upstreams.map(card));
    paint();
  }
  now.upstreams.forEach((upstream, i) => showCard(cards[i], upstream, i));
  const all = ['calls', 'bad', 'saved', 'amplification', 'waiting'];
  showNumbers(Object.fromEntries(all.map(id => [id, byId(id)])), recent(frames, now.upstreams.map((_, i) => i)));
  set(byId('elapsed'), clock(now.t));
  showLog();
}

function connection(state) {
  const words = {live: 'live', lost: 'not connected'};
  byId('connection').className = `connection ${state}`;
  set(byId('connection'), words[state]);
}

function receive(message) {
  const frame = JSON.parse(message.data);
  const before = frames[frames.length - 1];
  if (before && frame.t >= before.t) {
    told.unshift(...events(before, frame));
    told.length = Math.min(told.length, LOG_LINES);
  } else {
    told.length = 0;
  }
  remember(frames, frame);
  connection('live');
  if (!ahead) {
    ahead = true;
    setTimeout(show, 0); // Frames that arrive together are drawn once; in a hidden tab as well.
  }
}

const source = new EventSource('/events');
source.addEventListener('message', receive);
source.addEventListener('error', () => connection('lost'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
