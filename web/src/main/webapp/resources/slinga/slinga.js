/* Slinga's own script: theme, language, menu, keys, and what happens when an answer does not come.
   No framework and no text: everything it shows stands in the page already. Choices are kept in
   cookies, because the server renders them. */
(function () {
  'use strict';

  var root = document.documentElement;

  function remember(name, value) {
    var path = (root.dataset.base || '') + '/';
    document.cookie = name + '=' + value + ';path=' + path + ';max-age=31536000;samesite=lax' +
      (location.protocol === 'https:' ? ';secure' : '');
  }

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* ---- light and dark ---- */

  function isDark() {
    return root.dataset.theme === 'dark' ||
      (root.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  function setTheme(theme) {
    root.dataset.theme = theme;
    remember('slinga-theme', theme);
    all('[data-do=theme-auto]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(theme === 'auto'));
    });
    // charts on a canvas read the tokens again
    document.dispatchEvent(new CustomEvent('slinga:theme'));
  }

  /* ---- what the buttons of the frame do: data-do ---- */

  var does = {
    'theme': function () { setTheme(isDark() ? 'light' : 'dark'); },
    'theme-auto': function () { setTheme('auto'); },
    'fold': function (button) {
      var side = root.dataset.side === 'folded' ? 'open' : 'folded';
      root.dataset.side = side;
      button.setAttribute('aria-pressed', String(side === 'folded'));
      remember('slinga-side', side);
    },
    'more': function (button) {
      var side = document.getElementById('side');
      var open = side.classList.toggle('open');
      button.setAttribute('aria-expanded', String(open));
      if (open) {
        var first = side.querySelector('a');
        if (first) first.focus();
      }
    },
    // saves on top of what somebody else saved: the same button once more
    'press': function (button) {
      var pressed = document.getElementById(button.dataset.press);
      if (pressed) pressed.click();
    },
    // long words: all of them, or their beginning
    'clamp': function (button) {
      var open = button.previousElementSibling.classList.toggle('open');
      button.setAttribute('aria-expanded', String(open));
    },
    'find': function () {
      var find = document.getElementById('find');
      if (!find) return;
      find.classList.add('open');
      document.getElementById('find-words').focus();
    },
    'keys': function () {
      var keys = document.getElementById('keys');
      if (keys && !keys.open) keys.showModal();
    },
    'keys-close': function () { document.getElementById('keys').close(); },
    'login': function () { location.reload(); },
    'again': function () { location.reload(); }
  };

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-do]');
    if (button && does[button.dataset.do]) does[button.dataset.do](button);

    var language = event.target.closest('[data-language]');
    if (language) {
      remember('slinga-lang', language.dataset.language);
      location.replace(location.href.split('#')[0]);
    }

    all('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (!event.target.closest('#side, [data-do=more]')) closeMore();
  });

  function closeMore() {
    var side = document.getElementById('side');
    if (side && side.classList.contains('open')) {
      side.classList.remove('open');
      all('[data-do=more]').forEach(function (b) { b.setAttribute('aria-expanded', 'false'); });
    }
  }

  document.addEventListener('focusout', function (event) {
    var find = event.target.closest && event.target.closest('.find.open');
    if (find && !find.contains(event.relatedTarget)) find.classList.remove('open');
  });

  /* ---- keys: never while typing, never with a modifier, can be switched off ---- */

  function keysOn() { return root.dataset.keys !== 'off'; }

  function isTyping(target) {
    return !!target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, ' +
      '[contenteditable=true], [role=textbox], [role=combobox], [role=listbox]');
  }

  function rows() { return all('[data-row]').filter(function (r) { return r.offsetParent !== null; }); }

  function currentRow() { return document.querySelector('[data-row][aria-current=true]'); }

  function link(row) { return row.querySelector('[data-open]') || row.querySelector('a[href]'); }

  function move(step) {
    var list = rows();
    if (!list.length) return;
    var at = list.indexOf(currentRow());
    var next = at < 0 ? (step > 0 ? 0 : list.length - 1)
      : Math.max(0, Math.min(list.length - 1, at + step));
    all('[data-row][aria-current]').forEach(function (r) {
      r.removeAttribute('aria-current');
      r.classList.remove('cur');
    });
    list[next].setAttribute('aria-current', 'true');
    list[next].classList.add('cur');
    var target = link(list[next]);
    if (target) target.focus({ preventScroll: true });
    list[next].scrollIntoView({ block: 'nearest' });
  }

  function go(path) { location.assign((root.dataset.base || '') + path); }

  function inMenu(path) {
    return all('#side a').some(function (a) {
      return a.getAttribute('href') === (root.dataset.base || '') + path;
    });
  }

  var keys = {
    '/': function () { does.find(); },
    't': function () { does.theme(); },
    '?': function () { does.keys(); },
    'j': function () { move(1); },
    'k': function () { move(-1); },
    'x': function () {
      var row = currentRow();
      var box = row && row.querySelector('[data-pick]');
      if (box) box.click();
    },
    'o': function () {
      var row = currentRow();
      var target = row && link(row);
      if (target) target.click();
    },
    ' ': function () {
      var row = currentRow();
      var target = row && row.querySelector('[data-look]');
      if (target) target.click();
    }
  };
  /* ---- selecting rows: the bar stands where the head of the list was ---- */

  var bulk = document.getElementById('bulk');
  var everything = false;

  function picks() { return all('[data-pick]'); }

  function showPicked() {
    var boxes = picks();
    var picked = boxes.filter(function (b) { return b.checked; });
    boxes.forEach(function (b) {
      var row = b.closest('[data-row]');
      if (row) row.setAttribute('aria-selected', String(b.checked));
    });
    all('[data-pick-page]').forEach(function (b) {
      b.checked = boxes.length > 0 && picked.length === boxes.length;
      b.indeterminate = picked.length > 0 && picked.length < boxes.length;
    });
    everything = everything && picked.length === boxes.length;
    bulk.hidden = picked.length === 0;
    var table = bulk.parentNode.querySelector('table');
    if (table && table.tHead) table.tHead.classList.toggle('sr', picked.length > 0);
    var said = bulk.querySelector('[data-picked-count]');
    var text = everything ? said.dataset.pickedAll
      : said.dataset.pickedCount.replace('{0}', picked.length.toLocaleString(root.lang));
    if (said.textContent !== text) said.textContent = text;
    all('[data-pick-all]').forEach(function (b) {
      b.hidden = everything || picked.length < boxes.length;
    });
    fillPicked();
  }

  /* each form of the bar says which cases it is for; also after it has been drawn anew */
  function fillPicked() {
    if (!bulk) return;
    var value = everything ? '*' : picks().filter(function (b) { return b.checked; })
      .map(function (b) { return b.dataset.pick; }).join(',');
    all('[data-picked]').forEach(function (i) { i.value = value; });
  }

  function pickAll(on) { picks().forEach(function (b) { b.checked = on; }); }

  if (bulk) {
    document.addEventListener('change', function (event) {
      if (event.target.matches('[data-pick-page]')) pickAll(event.target.checked);
      if (event.target.matches('[data-pick], [data-pick-page]')) showPicked();
    });
    bulk.addEventListener('click', function (event) {
      if (event.target.closest('[data-pick-all]')) everything = true;
      else if (event.target.closest('[data-pick-none]')) { everything = false; pickAll(false); }
      else return;
      showPicked();
    });
    if (window.jQuery) window.jQuery(document).on('pfAjaxComplete', fillPicked);
    showPicked(); // a browser that goes back keeps what was ticked
  }

  var places = { w: '/index.xhtml', c: '/cases/list.xhtml', i: '/insight/view.xhtml' };
  var wentAt = 0;

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var menus = all('details.menu[open]');
      menus.forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      closeMore();
      var unlook = document.querySelector('[data-unlook]');
      if (unlook && !menus.length && !event.defaultPrevented && !isTyping(event.target) &&
          !document.querySelector('dialog[open]')) {
        unlook.click();
      }
      return;
    }
    if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented ||
        isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    var second = event.timeStamp - wentAt < 1500;
    wentAt = 0;
    if (second && places[event.key]) {
      if (inMenu(places[event.key])) {
        event.preventDefault();
        go(places[event.key]);
      }
    } else if (event.key === 'g') {
      wentAt = event.timeStamp;
    } else if (event.key === ' ' && !(currentRow() && currentRow().contains(event.target))) {
      return; // elsewhere it scrolls, or presses a button
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key](event);
    }
  });

  var use = document.getElementById('keys-use');
  if (use) {
    use.checked = keysOn();
    use.addEventListener('change', function () {
      root.dataset.keys = use.checked ? 'on' : 'off';
      remember('slinga-keys', root.dataset.keys);
    });
  }

  /* ---- forms whose answer is an address: what says nothing is left out of it ---- */

  document.addEventListener('submit', function (event) {
    if (!event.target.matches('[data-tidy]')) return;
    all('input, select', event.target).forEach(function (input) {
      if (!input.value) input.disabled = true;
    });
  });

  // back in the browser shows the form as it was left
  window.addEventListener('pageshow', function () {
    all('[data-tidy] :disabled').forEach(function (input) { input.disabled = false; });
  });

  /* ---- Enter goes on where a form says so; Shift with Enter begins a new line ---- */

  document.addEventListener('keydown', function (event) {
    var field = event.target.closest && event.target.closest('textarea[data-enter], input[data-enter]');
    if (!field || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    var button = document.getElementById(field.form.id + ':' + field.dataset.enter);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  /* ---- answers that do not come ---- */

  function trouble(what, incident) {
    var box = document.getElementById('trouble');
    if (!box) return;
    all('[data-for]', box).forEach(function (s) { s.hidden = s.dataset.for !== what; });
    all('[data-incident]', box).forEach(function (s) { s.textContent = incident || ''; });
    all('[data-do=login]', box).forEach(function (b) { b.hidden = what !== 'session'; });
    box.hidden = false;
    box.scrollIntoView({ block: 'nearest' });
  }

  function somethingTyped() {
    return all('main textarea, main input[type=text]').some(function (i) {
      return i.value !== i.defaultValue;
    });
  }

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxError', function (event, answer) {
      if (answer.status === 401 || answer.status === 403) {
        // the session is gone: to the log-in and back here, unless typed words would be lost unseen
        if (somethingTyped()) trouble('session');
        else location.reload();
      } else if (answer.status >= 400) {
        trouble('incident', answer.getResponseHeader('X-Incident'));
      } else if (answer.statusText !== 'abort') {
        trouble('offline');
      }
    });
  }

  /* ---- what is typed in one form stays when another one is saved and its surroundings are drawn anew ---- */

  var sentForm = null;
  var openedAgain = [];

  function isChanged(field) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') {
      return Array.prototype.some.call(field.options, function (o, i) {
        return o.selected !== (o.defaultSelected || (i === 0 && !field.querySelector('[selected]')));
      });
    }
    return field.value !== field.defaultValue;
  }

  function keep(part) {
    var kept = { typed: [], open: [] };
    all('form', part).forEach(function (form) {
      var details = form.closest('details');
      if (details && details.open && part.contains(details)) kept.open.push(form.id);
      if (form.id === sentForm) return;
      all('input, select, textarea', form).forEach(function (field) {
        if (field.id && field.type !== 'hidden' && field.type !== 'file' && isChanged(field)) {
          kept.typed.push({ id: field.id, value: field.value, checked: field.checked });
        }
      });
    });
    return kept;
  }

  function putBack(kept) {
    kept.typed.forEach(function (one) {
      var field = document.getElementById(one.id);
      if (!field) return;
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = one.checked;
      else field.value = one.value;
    });
    kept.open.forEach(function (id) {
      if (id === sentForm) openedAgain.push(id); // only if it was refused, which is not known yet
      else openAround(id);
    });
  }

  function openAround(formId) {
    var form = document.getElementById(formId);
    var details = form && form.closest('details');
    if (details) details.open = true;
  }

  if (window.jQuery && window.PrimeFaces && window.PrimeFaces.ajax && window.PrimeFaces.ajax.Utils) {
    var update = window.PrimeFaces.ajax.Utils.updateElement;
    window.PrimeFaces.ajax.Utils.updateElement = function (id) {
      var part = document.getElementById(id);
      var kept = part && part.tagName !== 'FORM' ? keep(part) : null;
      var result = update.apply(this, arguments);
      if (kept) putBack(kept);
      return result;
    };
    window.jQuery(document).on('pfAjaxSend', function (event, request, settings) {
      var source = settings && settings.source;
      source = typeof source === 'string' ? document.getElementById(source) : source;
      var form = source && source.closest && source.closest('form');
      sentForm = form ? form.id : null;
      openedAgain = [];
    });
    window.jQuery(document).on('pfAjaxComplete', function (event, request, settings, args) {
      if ((args && args.validationFailed) || (request && request.pfArgs && request.pfArgs.validationFailed)) {
        openedAgain.forEach(openAround);
      }
      openedAgain = [];
    });
  }

  /* ---- words that are longer than their place can be read on; shown only where there is more ---- */

  function measureWords() {
    all('.more-words').forEach(function (button) {
      var said = button.previousElementSibling;
      if (!said.classList.contains('open')) button.hidden = said.scrollHeight <= said.clientHeight + 2;
    });
  }
  measureWords();
  window.addEventListener('resize', measureWords);
  document.addEventListener('toggle', measureWords, true); // what was folded has no height
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(measureWords);
  if (window.jQuery) window.jQuery(document).on('pfAjaxComplete', measureWords);

  /* ---- what is asked back: the question has the focus, so that it is read ---- */

  var asking = null;

  function attend() {
    var question = document.querySelector('[data-focus]');
    if (question && question !== asking) question.focus();
    asking = question;
  }
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', function () { setTimeout(attend, 0); });
  }

  /* ---- back from the quick look: the row that was looked at ---- */

  function backAtRow() {
    var target = /^#case-/.test(location.hash) && document.getElementById(location.hash.slice(1));
    var row = target && target.closest('[data-row]');
    if (!row) return;
    row.setAttribute('aria-current', 'true');
    row.classList.add('cur');
    target.focus();
  }
  backAtRow();

  /* ---- PrimeFaces hides its file input from screen readers although it is the control ---- */

  function showFileInputs() {
    all('input[type=file][aria-hidden]').forEach(function (i) { i.removeAttribute('aria-hidden'); });
  }
  showFileInputs();
  if (window.jQuery) {
    window.jQuery(showFileInputs);
    window.jQuery(document).on('pfAjaxComplete', showFileInputs);
  }

  /* ---- PrimeFaces gives each item of its messages the alert's role, and the list loses its items ---- */

  function listMessages() {
    all('.ui-messages li[role=alert]').forEach(function (item) {
      item.removeAttribute('role');
      item.removeAttribute('aria-atomic');
      item.closest('.ui-messages').setAttribute('role', 'alert');
    });
  }
  listMessages();
  if (window.jQuery) {
    window.jQuery(listMessages);
    window.jQuery(document).on('pfAjaxComplete', listMessages);
  }

  /* ---- PrimeFaces' own words ---- */

  if (window.PrimeFaces && window.PrimeFaces.locales) {
    var words = window.PrimeFaces.locales;
    if (words.no) words.nb = words.no;          // what browsers call it
    // the week begins on Monday here, also for who reads English
    ['da', 'en', 'en_US'].forEach(function (l) { if (words[l]) words[l].firstDayOfWeek = 1; });
  }
})();
