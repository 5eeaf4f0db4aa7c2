// Extras only: every page works without this file. Words come from data-* attributes, so that the pages decide the language.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i].toLocaleString(document.documentElement.lang));

  const errors = byId('error-summary');
  if (errors) errors.focus();

  // What has just been done, or could not be, is told in passing; where scripts do not run, the page says it too.
  // PrimeFaces's widgets come to life one after another; this is queued behind them.
  if (window.$) $(() => document.querySelectorAll('main [data-severity]').forEach(told =>
    PF('toast').renderMessage({ summary: told.textContent, detail: '', severity: told.dataset.severity })));

  // Keys work where nobody types. A page names its own in data-key: of a button, it is pressed; of a link, it is followed.
  // Within data-item, that of the item is meant that has the focus; a dialog has keys of its own, and no others then.
  // A widget is missing for the first moment.
  const widget = name => window.PrimeFaces?.widgets?.[name];
  addEventListener('keydown', event => {
    // With Caps Lock on, a key meant for one comment would be that for all.
    const isLocked = event.key.length === 1 && (event.key !== event.key.toLowerCase()) !== event.shiftKey && event.key.toLowerCase() !== event.key.toUpperCase();
    if (isLocked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || event.target.matches('input:not([type=checkbox], [type=radio]), select, textarea')) return;
    const dialog = document.querySelector('.ui-dialog[aria-hidden=false]');
    if (event.key === '?') {
      event.preventDefault();
      if (widget('shortcuts')?.isVisible()) widget('shortcuts').hide();
      else if (!dialog) widget('shortcuts')?.show();
      return;
    }
    const key = '[data-key="' + CSS.escape(event.key) + '"]';
    const item = document.activeElement.closest('[data-item]');
    const target = dialog ? dialog.querySelector(key)
      : item?.querySelector(key) ?? [...document.querySelectorAll('main ' + key)].find(found => !found.closest('[data-item]'));
    if (target) {
      event.preventDefault();
      // A key that is held down is one press.
      if (!event.repeat) target.click();
    } else if (!dialog && !item) {
      document.querySelector('[data-item] ' + key)?.closest('[data-item]').focus();
    }
  });

  // A form that is on its way is not sent once more. One that the page stayed for may be, after a while.
  let sent = false;
  addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (sent) return event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 5000);
  });
  addEventListener('pageshow', () => { sent = false; });

  // Files are of the filters in the address; while the fields say something else, there are none.
  const filters = byId('filters');
  const files = byId('files');
  const stale = byId('stale');
  if (filters && files) {
    const asked = () => new URLSearchParams(new FormData(filters)).toString();
    const applied = asked();
    const compare = () => {
      files.hidden = asked() !== applied;
      stale.textContent = files.hidden ? stale.dataset.text : '';
    };
    filters.addEventListener('input', compare);
    // Back may put into the fields what they held when the page was left.
    addEventListener('pageshow', compare);
  }

  // A download is a plain link; its progress is asked for under an id that goes along with it.
  const POLL = 500;
  const PATIENCE = 60; // polls without any word of the download

  // crypto.randomUUID() is missing where a site is served without TLS.
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };

  const watch = (file, id) => {
    const total = Number(files.dataset.total);
    const progress = file.querySelector('.progress');
    const bar = progress.querySelector('progress');
    const end = file.querySelector('.end');
    let silent = 0;
    file.dataset.download = id;
    progress.hidden = true;
    end.textContent = '';
    end.className = 'end';

    const show = rows => {
      progress.hidden = false;
      bar.max = Math.max(total, rows, 1);
      bar.value = rows;
      progress.querySelector('.rows').textContent = fill(files.dataset.running, rows, Math.max(total, rows));
    };
    const finish = (state, rows) => {
      end.classList.add(state);
      end.textContent = fill(files.dataset[state], rows);
    };
    const ask = async () => {
      if (file.dataset.download !== id) return; // another one has been started since
      let news;
      try {
        const answer = await fetch('/admin/progress?id=' + id, { redirect: 'error' });
        news = answer.ok ? await answer.json() : null;
      } catch { news = null; }
      if (!news && ++silent > PATIENCE) return finish('lost', 0);
      if (news) {
        silent = 0;
        show(news.rows);
        if (news.state === 'COMPLETE') {
          bar.value = bar.max;
          return finish('complete', news.rows);
        }
        if (news.state === 'BROKEN') return finish('broken', news.rows);
      }
      setTimeout(ask, POLL);
    };
    setTimeout(ask, POLL);
  };

  document.querySelectorAll('.file').forEach(file => {
    const link = file.querySelector('a');
    const plain = link.getAttribute('href');
    link.addEventListener('click', () => {
      const id = uuid();
      link.href = plain + (plain.includes('?') ? '&' : '?') + 'download=' + id;
      watch(file, id);
      // The link stays what it was for whoever copies it.
      setTimeout(() => { link.href = plain; });
    });
  });

  // Dialogs of the page's own. While one is open, keys are its own.
  document.querySelectorAll('[data-dialog]').forEach(button => {
    (button.closest('p[hidden]') ?? button).hidden = false;
    button.addEventListener('click', () => PF(button.dataset.dialog).show());
  });
  document.querySelectorAll('[data-close]').forEach(button => button.addEventListener('click', () => PF(button.dataset.close).hide()));
  addEventListener('keydown', event => {
    const dialog = document.querySelector('main .ui-dialog[aria-hidden=false]');
    if (dialog && event.key.length === 1 && event.key !== ' ' && !dialog.querySelector('[data-key="' + CSS.escape(event.key) + '"]')) event.stopImmediatePropagation();
  }, true);

  // A reason that a key chose: Enter sends it.
  document.querySelectorAll('.reasons input').forEach(reason => reason.addEventListener('click', () => reason.focus()));

  // Responses that are picked, to be excluded together.
  const selected = byId('selected');
  if (selected) {
    const all = byId('all');
    const picks = [...selected.querySelectorAll('[name=response]')];
    const said = byId('selected-count');
    const tell = () => {
      const n = picks.filter(pick => pick.checked).length;
      selected.querySelector('[data-dialog]').disabled = n === 0;
      said.textContent = n === 0 ? '' : fill(said.dataset.text, n);
      all.checked = n > 0 && n === picks.length;
      all.indeterminate = n > 0 && n < picks.length;
    };
    all.parentElement.hidden = picks.length === 0;
    all.addEventListener('change', () => {
      picks.forEach(pick => { pick.checked = all.checked; });
      tell();
    });
    selected.addEventListener('change', tell);
    addEventListener('pageshow', tell); // Back may have kept what was picked
  }

  // Rows do not move when responses arrive; the page says that there are some.
  const news = byId('news');
  if (news && window.EventSource) {
    let known = Number(news.dataset.live);
    let source;
    const close = () => {
      source?.close();
      source = undefined;
    };
    // A hidden page asks for nothing: a browser has few connections for all of a site's pages.
    const follow = () => {
      if (document.hidden || news.hasChildNodes()) return close();
      if (source) return;
      source = new EventSource('/api/results/stream');
      source.addEventListener('results', event => {
        const { n, excluded = 0 } = JSON.parse(event.data).waves.LIVE;
        if (n + excluded > known && !news.hasChildNodes()) {
          news.append(byId('news-text').content.cloneNode(true));
          close();
        }
        known = Math.min(known, n + excluded); // some were withdrawn
      });
    };
    document.addEventListener('visibilitychange', follow);
    addEventListener('pagehide', close);
    addEventListener('pageshow', follow);
    follow();
  }

  // Comments to review: from one to the next, several at once, and a question before what looks like personal data is published.
  const items = [...document.querySelectorAll('[data-item]')];
  const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  addEventListener('keydown', event => {
    const step = STEPS[event.key];
    if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || document.querySelector('.ui-dialog[aria-hidden=false]') || event.target.matches('input:not([type=checkbox]), select, textarea')) return;
    const at = items.indexOf(document.activeElement.closest('[data-item]'));
    const next = at < 0 && step < 0 ? items.at(-1) : items[at + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  const bulk = byId('bulk');
  if (bulk) {
    const all = byId('all');
    const boxes = [...document.querySelectorAll('[form=bulk]')];
    const plain = boxes.filter(box => !box.closest('[data-item]').querySelector('.found'));
    const compare = () => {
      const chosen = boxes.filter(box => box.checked);
      const ofPlain = plain.filter(box => box.checked);
      byId('bulk-count').textContent = chosen.length ? fill(bulk.dataset.selected, chosen.length) : '';
      bulk.querySelectorAll('button').forEach(button => { button.disabled = !chosen.length; });
      if (all) {
        all.checked = ofPlain.length === plain.length;
        all.indeterminate = !all.checked && ofPlain.length > 0;
      }
    };
    boxes.forEach(box => box.addEventListener('change', compare));
    all?.addEventListener('change', () => {
      plain.forEach(box => { box.checked = all.checked; });
      compare();
    });
    if (all) all.parentElement.hidden = false;
    addEventListener('pageshow', compare);
    compare();
  }

  const about = byId('ask-about');
  if (about) {
    const list = new Intl.ListFormat(document.documentElement.lang);
    let asked;
    document.addEventListener('submit', event => {
      const form = event.target;
      if (event.submitter?.value !== 'APPROVE' || form.elements.confirmed) return;
      const ids = new FormData(form).getAll('response').map(seen => seen.split('-')[0]);
      const found = items.filter(item => ids.includes(item.dataset.item) && item.querySelector('.found'));
      if (!found.length || !widget('ask')) return; // the server asks, too
      event.preventDefault();
      asked = { form, button: event.submitter };
      about.replaceChildren(...found.map(item => {
        const entry = document.createElement('li');
        entry.textContent = fill(about.dataset.of, item.dataset.item, list.format([...item.querySelectorAll('.found .kinds span')].map(kind => kind.textContent)));
        return entry;
      }));
      widget('ask').show();
      // PrimeFaces gives the focus to the first link a moment later.
      setTimeout(() => byId('ask-yes').focus(), 100);
    });
    byId('ask-no').addEventListener('click', () => widget('ask').hide());
    byId('ask-yes').addEventListener('click', () => {
      widget('ask').hide();
      const confirmed = document.createElement('input');
      Object.assign(confirmed, { type: 'hidden', name: 'confirmed', value: '1' });
      asked.form.append(confirmed);
      asked.form.requestSubmit(asked.button);
      // It is of these comments alone.
      setTimeout(() => confirmed.remove());
    });
  }
})();
