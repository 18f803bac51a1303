// The first script to run, and the only one written for browsers older than we support: it
// tests what the app cannot do without, and turns away kindly where something is missing.
// Plain ES5 throughout. start.js waits for `porchlight.supported`.
(function () {
  'use strict';
  var root = document.documentElement;
  var porchlight = (window.porchlight = {});

  // The preferences that color the first paint. The app stores them as JSON, under the names
  // that src/web/prefs.rs gives them.
  var PREFIX = 'porchlight ' + location.pathname.replace(/[^/]*$/, '') + ' ';
  function preference(key) {
    try {
      var own = localStorage.getItem(PREFIX + key);
      return JSON.parse(own === null ? localStorage.getItem(key) : own);
    } catch (_) {
      return null;
    }
  }
  // The first of the person's languages that the app speaks, as the app itself will choose.
  function preferredLanguage() {
    var tags = navigator.languages || [navigator.language || ''];
    for (var t = 0; t < tags.length; t++) if (/^(en|es)\b/i.test(tags[t])) return tags[t].slice(0, 2).toLowerCase();
    return 'en';
  }
  var theme = preference('theme');
  if (theme === 'light' || theme === 'dark' || theme === 'sunlight') root.setAttribute('data-theme', theme);
  var language = preference('language') || preferredLanguage();
  if (language === 'es') {
    root.lang = 'es';
    var words = document.querySelectorAll('#shell [data-es]');
    for (var i = 0; i < words.length; i++) words[i].textContent = words[i].getAttribute('data-es');
  }

  // Nobody has started here yet, as src/ui/screens/who.rs asks it: the welcome is what the app will begin with.
  if (preference('started') !== 'yes' && !preference('practice')) {
    document.querySelector('#shell nav').hidden = true;
    document.querySelector('#shell .app').hidden = false;
  }

  // Chromium offers installation once, often before the app listens; kept for src/web/install.rs.
  window.addEventListener('beforeinstallprompt', function (event) {
    event.preventDefault();
    porchlight.installPrompt = event;
    window.dispatchEvent(new Event('porchlight-can-install'));
  });

  function show(id) {
    var shell = document.getElementById('shell');
    if (shell) shell.hidden = true;
    document.getElementById(id).hidden = false;
  }

  // The app itself, on its way while all else is looked at. Where it does not come, start.js says so.
  if (typeof fetch === 'function') {
    porchlight.wasm = fetch(document.getElementById('app-wasm').href);
    porchlight.wasm.then(null, function () {});
  }

  // ---- What the app cannot do without -------------------------------------------------

  // One function that does nothing, with what Rust's compiler emits today:
  // memory.fill, i32.extend8_s, i32.trunc_sat_f32_s and i32x4.splat.
  var WASM_OF_TODAY = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 30, 1, 28, 0,
    65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 253, 17, 26, 11
  ];

  function runsWasm() {
    return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(WASM_OF_TODAY));
  }

  function isSecure() {
    return window.isSecureContext !== false && !!(window.crypto && crypto.subtle);
  }

  // Some private windows have an indexedDB that refuses to open, so it is really opened. The
  // upgrade is aborted, so that no database comes to be; WebKit leaves an empty one even then.
  var PROBE = 'porchlight-can-open';
  function opensDatabase(answer) {
    var answered = false;
    function once(works) {
      if (!answered) {
        answered = true;
        answer(works);
      }
    }
    try {
      var request = indexedDB.open(PROBE);
      request.onupgradeneeded = function () {
        request.transaction.abort();
        once(true);
      };
      request.onsuccess = function () {
        request.result.close();
        once(true);
        indexedDB.deleteDatabase(PROBE);
      };
      request.onerror = function (event) {
        event.preventDefault();
        if (answered) indexedDB.deleteDatabase(PROBE);
        once(false);
      };
      // Slow storage is no reason to refuse: the app itself says what goes wrong later.
      setTimeout(function () {
        once(true);
      }, 4000);
    } catch (_) {
      once(false);
    }
  }

  function unsupported(results) {
    var lists = document.querySelectorAll('#unsupported .tested');
    for (var l = 0; l < lists.length; l++) {
      var spanish = l === 1;
      for (var r = 0; r < results.length; r++) {
        var item = document.createElement('li');
        item.textContent = (spanish ? results[r].es : results[r].en) + ': ' +
          (results[r].works ? (spanish ? 'bien' : 'fine') : (spanish ? 'falta' : 'missing'));
        lists[l].appendChild(item);
      }
    }
    show('unsupported');
  }

  function check(supported) {
    opensDatabase(function (database) {
      var results = [
        { en: 'Running the app (WebAssembly)', es: 'Ejecutar la aplicación (WebAssembly)', works: runsWasm() },
        { en: 'Keeping notes on the tablet (IndexedDB)', es: 'Guardar notas en la tableta (IndexedDB)', works: database },
        { en: 'A secure address (https)', es: 'Una dirección segura (https)', works: isSecure() }
      ];
      for (var i = 0; i < results.length; i++) if (!results[i].works) return unsupported(results);
      supported();
    });
  }

  // Where there is no Promise there is no WebAssembly either, and no module will wait for one.
  if (typeof Promise === 'function') porchlight.supported = new Promise(check);
  else check(function () {});

  // ---- When the page is left -----------------------------------------------------------

  // WebKit keeps a page that was left, in case one goes back to it, and with it whatever it was
  // doing in the database. That never ends, and every page that comes later waits for it: the app
  // would not start any more. So nothing stays under way in a page that is kept. What was being
  // written counts as refused: the app holds it and writes it when somebody comes back. The other
  // engines drop such a page instead, and let what it was writing end.
  function leaveNothingUnderWay() {
    var underWay = [];
    var left = false;
    var begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function () {
      if (left) throw new DOMException('this page was left', 'InvalidStateError');
      var begun = begin.apply(this, arguments);
      function ended() {
        underWay.splice(underWay.indexOf(begun), 1);
      }
      underWay.push(begun);
      begun.addEventListener('complete', ended);
      begun.addEventListener('abort', ended);
      return begun;
    };
    window.addEventListener('pagehide', function (event) {
      left = event.persisted;
      for (var t = 0; left && t < underWay.length; t++) {
        try {
          underWay[t].abort();
        } catch (_) {
          // It has just ended by itself.
        }
      }
    });
    window.addEventListener('pageshow', function () {
      left = false;
    });
  }
  if (/^Apple/.test(navigator.vendor) && window.IDBDatabase) leaveNothingUnderWay();

  // ---- When the app does not start -----------------------------------------------------

  function say(id, error) {
    if (window.console) console.error(error);
    document.querySelector('#' + id + ' .reason').textContent = String((error && error.message) || error);
    show(id);
  }

  porchlight.failed = function (error) {
    // The trap that follows a panic says less than the panic did.
    if (isTrap(error) && !document.getElementById('failed').hidden) return;
    say('failed', error);
    offerOlder();
  };

  // ---- When the app stops --------------------------------------------------------------

  // A trap or a spent stack leaves what the app held in its memory in pieces. Its own panics
  // come here through src/web/stop.rs, before the trap that follows them.
  function isTrap(error) {
    if (!error) return false;
    var spent = error.name === 'RangeError' || error.name === 'InternalError';
    return error.name === 'RuntimeError' || (spent && /call stack|recursion/i.test(error.message));
  }

  var HEARD = ('click dblclick auxclick contextmenu input beforeinput change submit reset keydown keyup keypress ' +
    'pointerdown pointerup pointermove pointercancel pointerover pointerout mousedown mouseup mousemove mouseover ' +
    'mouseout touchstart touchend touchmove touchcancel wheel scroll scrollend focus blur focusin focusout paste cut ' +
    'copy drop dragover close cancel toggle selectionchange hashchange popstate online offline resize storage ' +
    'message visibilitychange pagehide beforeunload error unhandledrejection').split(' ');

  // Nothing may call into the pieces: no tap, no key, no timer. Whatever else wakes them up can
  // write nothing any more.
  function holdStill() {
    for (var h = 0; h < HEARD.length; h++) window.addEventListener(HEARD[h], swallow, true);
    for (var timer = setTimeout(function () {}, 0); timer > 0; timer--) {
      clearTimeout(timer);
      clearInterval(timer);
    }
    for (var frame = requestAnimationFrame(function () {}); frame > 0; frame--) cancelAnimationFrame(frame);
    IDBDatabase.prototype.transaction = function () {
      throw new DOMException('Porchlight stopped', 'InvalidStateError');
    };
  }

  function swallow(event) {
    event.stopImmediatePropagation();
    var button = event.type === 'click' && event.target.closest && event.target.closest('#stopped button');
    if (button) reload();
  }

  var stopped = false;
  porchlight.stopped = function (error) {
    if (document.getElementById('shell')) return porchlight.failed(error);
    if (stopped) return;
    stopped = true;
    holdStill();
    // An open dialog would keep every tap from the page below it.
    var dialogs = document.querySelectorAll('dialog[open]');
    for (var d = 0; d < dialogs.length; d++) dialogs[d].close();
    document.getElementById('app').hidden = true;
    document.getElementById('failed').hidden = true;
    say('stopped', error);
    document.getElementById('stopped').focus();
  };

  // What goes wrong after the app was loaded but before it stands would otherwise leave the
  // empty frame. From then on the app speaks for itself, unless it was itself that broke.
  function broke(event) {
    var error = event.error || event.reason;
    if (document.getElementById('shell')) porchlight.failed(error || event.message);
    else if (isTrap(error)) porchlight.stopped(error);
  }
  window.addEventListener('error', broke);
  window.addEventListener('unhandledrejection', broke);

  // ---- Trying again, and going back ----------------------------------------------------

  function reload() {
    location.reload();
  }

  // What some cache holds may be the trouble: the program is fetched past it before reloading.
  function fetchAgain() {
    var links = [].slice.call(document.querySelectorAll('#app-js, #app-chunks, #app-wasm'));
    return Promise.all(links.map(function (link) {
      return fetch(link.href, { cache: 'reload' }).then(function (response) {
        return response.arrayBuffer();
      });
    }));
  }

  // When a version that is being stored is stored, or is not going to be.
  function whenStored(worker) {
    return new Promise(function (settled) {
      function look() {
        if (worker.state !== 'installing') settled();
      }
      worker.addEventListener('statechange', look);
      look();
    });
  }

  // A newer version may be the cure. It is safe to switch here, and only here, unasked: the app
  // is not running, so nobody is in the middle of anything.
  function renew(registration, wait) {
    return registration.update().then(null, function () {}).then(function () {
      if (!registration.installing) return;
      wait(120000);
      return whenStored(registration.installing);
    }).then(function () {
      if (!registration.waiting) return reload();
      navigator.serviceWorker.addEventListener('controllerchange', reload);
      registration.waiting.postMessage({ type: 'activate' });
      wait(15000);
    });
  }

  function tryAgain() {
    var timer;
    function wait(most) {
      clearTimeout(timer);
      timer = setTimeout(reload, most);
    }
    wait(15000);
    each('#failed button', function (button) {
      button.disabled = true;
    });
    var workers = navigator.serviceWorker;
    Promise.resolve(workers && workers.getRegistration()).then(function (registration) {
      return registration ? renew(registration, wait) : fetchAgain().then(reload);
    }).then(null, reload);
  }

  // The service worker keeps the version from before until a newer one has started.
  function askWorker(type) {
    var workers = navigator.serviceWorker;
    return Promise.resolve(workers && workers.getRegistration()).then(function (registration) {
      var worker = registration && registration.active;
      return worker && new Promise(function (answer) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) {
          answer(event.data);
        };
        worker.postMessage({ type: type }, [channel.port2]);
      });
    });
  }

  function offerOlder() {
    if (typeof Promise !== 'function') return;
    askWorker('older').then(function (there) {
      if (!there) return;
      each('.older', function (part) {
        part.hidden = false;
      });
    }, function () {});
  }

  function goBack() {
    askWorker('back').then(reload, reload);
  }

  function each(selector, act) {
    var found = document.querySelectorAll(selector);
    for (var f = 0; f < found.length; f++) act(found[f]);
  }

  each('.try-again', function (button) {
    button.addEventListener('click', tryAgain);
  });
  each('button.older', function (button) {
    button.addEventListener('click', goBack);
  });
})();
