// The stream of public results, followed for as long as the page is seen and nobody has paused it.
'use strict';
// The page has its state and the button to pause, and the words for both at #live-status. Shows each results event.
const followResults = show => {
  if (!window.EventSource) return undefined;
  const words = document.getElementById('live-status').dataset;
  const state = document.getElementById('live-state');
  const button = document.getElementById('live-pause');
  let source;
  let paused = false;
  let ended = false;
  let failures = 0;
  let again;
  let late;

  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };

  const say = (text, delay) => {
    clearTimeout(late);
    late = delay ? setTimeout(write, delay, state, text) : write(state, text);
  };

  const isWanted = () => !paused && !ended && !document.hidden;

  const open = () => {
    clearTimeout(again);
    if (source || !isWanted()) return;
    source = new EventSource('/api/results/stream');
    source.addEventListener('open', () => {
      failures = 0;
      say(words.connected);
    });
    source.addEventListener('results', event => show(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      // A connection that is back within a second was never worth a word.
      say(words.lost, state.textContent === words.lost ? 0 : 1000);
      if (source.readyState === EventSource.CLOSED) {
        // Refused, it does not try again by itself: a server that is starting, a proxy without one.
        close();
        again = setTimeout(open, (1 + Math.random()) * Math.min(5000, 1000 * 2 ** failures++));
      }
    });
  };

  const close = () => {
    clearTimeout(again);
    source?.close();
    source = undefined;
  };

  button.addEventListener('click', () => {
    paused = !paused;
    write(button, paused ? words.resume : words.pause);
    if (paused) {
      close();
      say(words.paused);
    } else {
      say(words.lost, 1000);
      open();
    }
  });
  button.hidden = false;

  // Nobody sees a hidden page: it asks for nothing, and catches up when it is shown.
  const follow = () => document.hidden ? close() : open();
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', close);
  addEventListener('pageshow', follow);
  follow();

  return {
    isWanted,
    say,
    sayState: () => { if (source?.readyState === EventSource.OPEN) say(words.connected); },
    end: (...why) => {
      ended = true;
      close();
      clearTimeout(late);
      button.hidden = true;
      state.replaceChildren(...why);
    }
  };
};
