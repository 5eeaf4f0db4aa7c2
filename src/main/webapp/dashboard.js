// Extras of the dashboard only: it works without this file. Words come from data-* attributes.
'use strict';
// The dashboard's charts: what the server says, in the colours that the style sheet has for it, in either theme.
(() => {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const ink = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const CHOICES = { STOP_BUSINESS: 'vermilion', COMPLAIN: 'blue', FORGIVE_IF_APOLOGISED: 'green', NOT_BOTHERED: 'grey' };
  const all = () => Object.values(CHOICES).map(ink);

  // Age groups run from dark to light; other groups, which have no order, around the colour wheel. Who gives no answer is grey.
  const group = (variable, place, of) => {
    if (place === of - 1) return ink('line');
    const share = place / (of - 1);
    if (variable === 'AGE') return `hsl(210, 65%, ${scheme.matches ? 90 - 55 * share : 25 + 55 * share}%)`;
    return `hsl(${Math.round(205 + 360 * share) % 360}, 50%, ${(place % 2 ? 65 : 42) + (scheme.matches ? 5 : 0)}%)`;
  };

  const colour = set => {
    const [variable, place, of] = set.ink.split(/[-/]/);
    if (set.ink === 'choices') set.backgroundColor = set.borderColor = all();
    else if (set.ink === 'faint-choices') {
      set.borderColor = all();
      set.backgroundColor = all().map(value => value + '40');
    } else {
      set.backgroundColor = CHOICES[set.ink] ? ink(CHOICES[set.ink]) : group(variable, Number(place), Number(of));
      set.borderColor = ink('page');
    }
    set.borderWidth = set.ink.includes('choices') ? 2 : 1;
  };

  const dress = () => {
    Chart.defaults.color = ink('ink');
    Chart.defaults.borderColor = ink('line');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
  };

  // What takes much of a small chart's width, takes two lines: the base below, or else half of the words.
  const LONG = 16;
  const lines = label => {
    if (label.length <= LONG) return label;
    const breaks = [...label.matchAll(/ |(?=（)/g)].map(found => found.index);
    const base = breaks.find(at => /^ ?[(（]n=/.test(label.slice(at)));
    const at = base ?? breaks.sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2))[0];
    return at === undefined ? label : [label.slice(0, at), label.slice(at).trim()];
  };

  // PrimeFaces calls it for each chart before drawing it.
  window.surveyChart = function () {
    const config = this.cfg.config;
    dress();
    config.data.labels = config.data.labels.map(lines);
    config.data.datasets.forEach(colour);
    config.options.animation = matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 200 };
    config.options.maxBarThickness = 24;
    config.options.plugins.legend.labels = { boxWidth: 12, boxHeight: 12 };
  };

  const charts = () => [...document.querySelectorAll('[data-chart]')].map(table => [table, PF(table.dataset.chart)?.chart]).filter(([, chart]) => chart);

  scheme.addEventListener('change', () => {
    if (!window.Chart) return;
    dress();
    for (const [, chart] of charts()) {
      chart.data.datasets.forEach(colour);
      chart.update('none');
    }
  });

  // A chart shows what its table says.
  window.followTables = () => {
    for (const [table, chart] of charts()) {
      const inOrder = selector => {
        const cells = [...table.querySelectorAll(selector)];
        return 'descending' in table.dataset ? cells.reverse() : cells;
      };
      chart.data.labels = inOrder('[data-label]').map(cell => lines(cell.dataset.label));
      chart.data.datasets.forEach((set, i) => { set.data = inOrder(`[data-set="${i}"]`).map(cell => Number(cell.dataset.value)); });
      chart.update();
    }
  };
})();

// The dashboard while it is left open. The public stream tells that something has changed; what it is says the page itself, asked for again.
(() => {
  const words = document.getElementById('live-status')?.dataset;
  if (!words) return;
  const PAUSE = 1000;
  const AGAIN = 5000;
  const MINUTE = 60000; // the hour and the day go on by themselves

  // What stays as it is, is not touched: nothing is drawn, read out or robbed of its focus for it.
  const adopt = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeName !== fresh.nodeName || old.childNodes.length !== fresh.childNodes.length) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    [...old.childNodes].forEach((child, i) => adopt(child, fresh.childNodes[i]));
  };

  let asking = false;
  let wanted = false;
  let asked = 0;
  let retry;
  let stream;

  const refresh = async () => {
    wanted = true;
    if (asking || !stream.isWanted()) return;
    asking = true;
    clearTimeout(retry);
    try {
      await new Promise(resolve => setTimeout(resolve, asked + PAUSE - performance.now()));
      wanted = false;
      asked = performance.now();
      const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(10000) });
      if (answer.redirected && new URL(answer.url).pathname === '/login') {
        const login = document.createElement('a');
        login.href = answer.url;
        login.textContent = words.login;
        return stream.end(words.ended + ' ', login);
      }
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!stream.isWanted()) return;
      for (const fresh of page.querySelectorAll('[data-live]')) {
        const old = document.getElementById(fresh.id);
        if (old) adopt(old, fresh);
      }
      window.followTables();
      stream.sayState();
    } catch {
      stream.say(words.lost);
      retry = setTimeout(refresh, AGAIN);
    } finally {
      asking = false;
      if (wanted) refresh();
    }
  };

  // Once the charts are there to follow.
  addEventListener('load', () => {
    stream = followResults(refresh);
    if (stream) setInterval(refresh, MINUTE);
  });
})();
