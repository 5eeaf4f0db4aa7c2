// Extras only: every page works without this file. Words come from data-* attributes, so that the pages decide the language.
'use strict';
const byId = id => document.getElementById(id);
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i].toLocaleString(document.documentElement.lang));

// PrimeFaces's widgets come to life one after another; what is wanted of one before is queued behind them.
const withWidget = (name, use) => {
  if (window.PrimeFaces?.widgets[name]) use(PF(name));
  else if (window.$) $(() => use(PF(name)));
};
const openDialog = () => document.querySelector('.ui-dialog[aria-hidden=false]');
// Keys work where nobody types.
const isTyping = event => event.isComposing || event.target.matches('input:not([type=checkbox], [type=radio]), select, textarea');

(() => {
  const errors = byId('error-summary');
  if (errors) errors.focus();

  // What has just been done, or could not be, is told in passing; where scripts do not run, the page says it too.
  // It is no news to who comes back to the page, or reloads it.
  if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
    document.querySelectorAll('main [data-severity]').forEach(told =>
      withWidget('toast', toast => toast.renderMessage({ summary: told.textContent, detail: '', severity: told.dataset.severity })));
  }

  // A page names its keys in data-key: of a button, it is pressed; of a link, it is followed. Within data-item, that of the
  // item is meant that has the focus; a dialog has keys of its own, and no others then. It is heard before PrimeFaces, which
  // keeps keys from everything below a dialog, also while the focus is still on its way into it.
  addEventListener('keydown', event => {
    // With Caps Lock on, a key meant for one comment would be that for all.
    const isLocked = event.key.length === 1 && (event.key !== event.key.toLowerCase()) !== event.shiftKey && event.key.toLowerCase() !== event.key.toUpperCase();
    if (isLocked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const dialog = openDialog();
    if (event.key === '?') {
      event.preventDefault();
      withWidget('shortcuts', shortcuts => {
        if (shortcuts.isVisible()) shortcuts.hide();
        else if (!openDialog()) shortcuts.show();
      });
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
  }, true);

  // A form that is on its way is not sent once more. One that the page stayed for may be, after a while.
  let sent = false;
  addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (sent) return event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 5000);
  });
  addEventListener('pageshow', () => { sent = false; });

  // Dialogs of the page's own.
  document.querySelectorAll('[data-dialog]').forEach(button => {
    (button.closest('p[hidden]') ?? button).hidden = false;
    button.addEventListener('click', () => withWidget(button.dataset.dialog, dialog => dialog.show()));
  });
  document.querySelectorAll('[data-close]').forEach(button => button.addEventListener('click', () => withWidget(button.dataset.close, dialog => dialog.hide())));

  // A reason that a key chose: Enter sends it.
  document.querySelectorAll('.reasons input').forEach(reason => reason.addEventListener('click', () => reason.focus()));
})();
