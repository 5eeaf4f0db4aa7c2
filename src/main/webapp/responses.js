// Extras of the list of responses; it works without them.
'use strict';
(() => {
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
})();
