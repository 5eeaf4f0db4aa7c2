// Extras only: every page works without this file. Words come from data-* attributes, so that the pages decide the language.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const fill = (text, n) => text.replace('{0}', n.toLocaleString(document.documentElement.lang));

  // One polite region a page for what is heard only. A pause keeps it from talking into someone's typing.
  const live = byId('live');
  let pending;
  const say = (text, delay = 100) => {
    clearTimeout(pending);
    pending = setTimeout(() => { if (live) live.textContent = text; }, delay);
  };

  const errors = byId('error-summary');
  if (errors) errors.focus();

  // A mended answer is not red any longer; whether it is right, the server says.
  document.querySelectorAll('fieldset.invalid').forEach(question => question.addEventListener('change', () => {
    question.classList.remove('invalid');
    question.querySelector('.error')?.remove();
  }, { once: true }));

  // "It doesn't bother me" excludes the others. What the page unticks on its own, it says.
  const choice = byId('choice');
  if (choice) {
    const boxes = [...choice.querySelectorAll('[name=choice]')];
    const status = byId('choice-status');
    choice.addEventListener('change', event => {
      const box = event.target;
      const alone = b => b.value === 'NOT_BOTHERED';
      const cleared = box.checked ? boxes.filter(b => b.checked && alone(b) !== alone(box)) : [];
      cleared.forEach(b => { b.checked = false; });
      // What is not chosen cannot be the closest; and a follow-up that no longer applies takes its error along.
      boxes.filter(b => !b.checked).map(b => byId('primary-' + b.value)).forEach(radio => { if (radio) radio.checked = false; });
      if (boxes.filter(b => b.checked).length < 2) byId('primary').classList.remove('invalid');
      status.textContent = !cleared.length ? '' : alone(box) ? status.dataset.others : status.dataset.exclusive;
    });
  }

  // The comment's length as the server counts it: code points, a line break as one, no control characters, blank as none.
  const comment = byId('comment');
  const count = byId('comment-count');
  const personal = byId('comment-personal');
  const LIMIT = 1000;
  let counted = 0;

  const length = text => text.trim()
    ? [...text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')].length : 0;

  // A hint, never a verdict: addresses, Japanese or international telephone numbers, card numbers; full width too.
  const looksPersonal = text => {
    const plain = text.normalize('NFKC').replace(/[ー‐‑–—−]/g, '-');
    if (/[\w.+-]@[\w-]+\.[a-z]/i.test(plain)) return true;
    return (plain.match(/\+?\d(?:[-. ()]{0,2}\d){9,18}/g) || []).some(found => {
      const digits = found.replace(/\D/g, '').length;
      return digits > 12 || found[0] === '+' || (found[0] === '0' && digits < 12);
    });
  };

  const showComment = typing => {
    const n = length(comment.value);
    const over = n > LIMIT;
    count.textContent = fill(over ? count.dataset.over : count.dataset.left, Math.abs(LIMIT - n));
    count.classList.toggle('over', over);
    const hint = looksPersonal(comment.value) ? personal.dataset.text : '';
    if (personal.textContent !== hint) personal.textContent = hint;
    if (typing && n !== counted) say(count.textContent, 1500);
    counted = n;
  };
  if (comment) {
    count.setAttribute('aria-hidden', 'true'); // the live region speaks for it
    comment.addEventListener('input', () => showComment(true));
  }

  // A second press is ignored, yet the button is never disabled: its name has to be posted.
  const send = document.querySelector('button[data-sending]');
  const words = send && send.textContent;
  let sending = false;
  let release;
  const setSending = on => {
    sending = on;
    clearTimeout(release);
    send.textContent = on ? send.dataset.sending : words;
    if (on) {
      send.setAttribute('aria-disabled', 'true');
      say(send.dataset.sending);
      release = setTimeout(setSending, 15000, false); // someone may have stopped the page from loading
    } else {
      send.removeAttribute('aria-disabled');
    }
  };
  if (send) {
    send.form.addEventListener('submit', event => {
      if (sending) event.preventDefault();
      else setSending(true);
    });
  }

  // Back brings the page as it was left, sometimes with what was typed put in after this script has run.
  addEventListener('pageshow', () => {
    if (send) setSending(false);
    if (comment) showComment(false);
  });

  // The receipt opens a response: it leaves the address bar and the history at once.
  const receipt = byId('receipt');
  const address = new URL(location.href);
  if (receipt && address.searchParams.has('receipt')) {
    address.searchParams.delete('receipt');
    history.replaceState(null, '', address);
    byId('left-in-history').hidden = true;
  }

  const copy = byId('copy');
  if (receipt && copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', () => navigator.clipboard.writeText(receipt.textContent.replace(/\s/g, '')).then(() => {
      copy.textContent = copy.dataset.copied;
      say(copy.dataset.copied);
    }, () => { copy.hidden = true; }));
  }
})();
