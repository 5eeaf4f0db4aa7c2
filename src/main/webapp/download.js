// Extras of the download page; it works without them.
'use strict';
(() => {
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
})();
