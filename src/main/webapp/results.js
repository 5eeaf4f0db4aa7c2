// Live results: every page works without this file. Words come from data-* attributes, so that the pages decide the language.
'use strict';
(() => {
  const status = document.getElementById('live-status');
  if (!status) return;
  const words = status.dataset;
  const language = document.documentElement.lang;
  const asOf = document.getElementById('as-of');
  const news = document.getElementById('live-news');
  const empty = document.getElementById('no-answers');
  const excluded = document.getElementById('excluded');

  // Figures exactly as the server writes them: see Language, Share and Interval.
  const number = n => n.toLocaleString(language);
  const percent = share => (Math.round(share * 10) / 10).toFixed(1) + '%';
  const sentence = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (place, i) => values[i]);
  const clock = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP-u-ca-gregory' : 'en-GB', {
    timeZone: 'Asia/Tokyo', hourCycle: 'h23', year: 'numeric', month: language === 'ja' ? 'numeric' : 'long', day: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit'
  });
  const time = moment => {
    const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    const hours = `${part.hour}:${part.minute}:${part.second}`;
    return language === 'ja' ? `${part.year}年${part.month}月${part.day}日 ${hours}` : `${part.day} ${part.month} ${part.year}, ${hours}`;
  };

  // Wilson's score interval at 95 %.
  const Z = 1.959963984540054;
  const limit = (count, others, n) => {
    const a = 2 * count + Z * Z;
    const b = Z * Math.sqrt(Z * Z + 4 * count * others / n);
    return 2 * count * count / (n * (a + b));
  };
  const wilson = (count, n) => [limit(count, n - count, n), 1 - limit(n - count, count, n)];

  // An attribute or text that stays as it is, is not touched: nothing is drawn or read out for it.
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const set = (element, name, value) => { if (element.getAttribute(name) !== value) element.setAttribute(name, value); };

  const showBar = (row, count, n) => {
    const share = n ? 100 * count / n : 0;
    const bar = row.querySelector('.bar');
    write(row.querySelector('.share'), n ? percent(share) : '–');
    write(row.querySelector('.figures'), sentence(words.of, number(count), number(n)));
    set(bar.querySelector('rect'), 'width', percent(share));
    let interval = row.querySelector('.interval');
    let whisker = row.querySelector('.whisker');
    if (!n || count > n) {
      interval?.remove();
      whisker?.remove();
      return;
    }
    if (!interval) {
      // The original always has both.
      const original = row.parentElement.querySelector('.ORIGINAL');
      interval = original.querySelector('.interval').cloneNode(true);
      whisker = original.querySelector('.whisker').cloneNode(true);
      row.querySelector('.figures').after(interval);
      bar.append(whisker);
    }
    const [lower, upper] = wilson(count, n);
    write(interval, ' ' + sentence(words.interval, percent(100 * lower), percent(100 * upper)));
    set(whisker, 'x', percent(100 * lower));
    set(whisker, 'width', percent(100 * (upper - lower)));
  };

  const showChart = (id, base, counts, n) => {
    const chart = document.getElementById(id);
    write(chart.querySelector('.key.LIVE'), sentence(base, number(n)));
    for (const [choice, count] of Object.entries(counts)) showBar(chart.querySelector(`.${choice} .LIVE`), count, n);
  };

  const show = results => {
    const live = results.waves.LIVE;
    showChart('mentions', words.base, live.mentions, live.n);
    showChart('primary-results', words.basePrimary, live.primary, live.n);
    excluded.hidden = !live.excluded;
    write(excluded, live.excluded ? sentence(words.excluded, number(live.excluded)) : '');
    if (empty) empty.hidden = live.n > 0;
    set(asOf, 'datetime', results.asOf);
    write(asOf, sentence(words.asOf, time(new Date(results.asOf))));
    announce(live.n);
  };

  // Heard now and then only, and only if there is news since it was last heard.
  const QUIET = 20000;
  let heard = Number(words.n);
  let waiting = heard;
  let silence;
  const announce = n => {
    waiting = n;
    if (silence || n === heard) return;
    heard = n;
    news.textContent = sentence(words.news, number(n));
    silence = setTimeout(() => {
      silence = undefined;
      announce(waiting);
    }, QUIET);
  };

  followResults(show);
})();
