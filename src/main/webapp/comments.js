// Extras of the comments to review; the page works without them.
'use strict';
(() => {
  // Comments to review: from one to the next, several at once, and a question before what looks like personal data is published.
  const items = [...document.querySelectorAll('[data-item]')];
  const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  addEventListener('keydown', event => {
    const step = STEPS[event.key];
    if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || openDialog() || isTyping(event)) return;
    const at = items.indexOf(document.activeElement.closest('[data-item]'));
    const next = at < 0 && step < 0 ? items.at(-1) : items[at + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }, true);

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
      if (!found.length || !window.PrimeFaces?.widgets.ask) return; // the server asks, too
      event.preventDefault();
      asked = { form, button: event.submitter };
      about.replaceChildren(...found.map(item => {
        const entry = document.createElement('li');
        entry.textContent = fill(about.dataset.of, item.dataset.item, list.format([...item.querySelectorAll('.found .kinds span')].map(kind => kind.textContent)));
        return entry;
      }));
      PF('ask').show();
      // PrimeFaces gives the focus to the first link a moment later.
      setTimeout(() => byId('ask-yes').focus(), 100);
    });
    byId('ask-no').addEventListener('click', () => PF('ask').hide());
    byId('ask-yes').addEventListener('click', () => {
      PF('ask').hide();
      const confirmed = document.createElement('input');
      Object.assign(confirmed, { type: 'hidden', name: 'confirmed', value: '1' });
      asked.form.append(confirmed);
      asked.form.requestSubmit(asked.button);
      // It is of these comments alone.
      setTimeout(() => confirmed.remove());
    });
  }
})();
