// The first script to run, and the only one written for browsers older than we support: it
// tests what the app cannot do without, and turns away kindly where something is missing.
// Plain ES5 throughout. start.js waits for `porchlight.supported`.
(function () {
  'use strict';
  var root = document.documentElement;
  var porchlight = (window.porchlight = {});

  // The preferences that colour the first paint. The app stores them as JSON.
  function preference(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
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

  // ---- What the app cannot do without -------------------------------------------------

  // One function that does nothing, with what Rust's compiler emits today:
  // memory.fill, i32.extend8_s and i32.trunc_sat_f32_s.
  var WASM_OF_TODAY = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 25, 1, 23, 0,
    65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 11
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

  // ---- When the app does not start -----------------------------------------------------

  porchlight.failed = function (error) {
    if (window.console) console.error(error);
    document.querySelector('#failed .reason').textContent = String((error && error.message) || error);
    show('failed');
  };

  // What goes wrong after the app was loaded but before it stands would otherwise leave the
  // empty frame. From then on the app speaks for itself.
  function brokeEarly(event) {
    if (document.getElementById('shell')) porchlight.failed(event.error || event.reason || event.message);
  }
  window.addEventListener('error', brokeEarly);
  window.addEventListener('unhandledrejection', brokeEarly);

  function reload() {
    location.reload();
  }

  // What some cache holds may be the trouble: both files are fetched past it before reloading.
  function fetchAgain() {
    function again(id) {
      return fetch(document.getElementById(id).href, { cache: 'reload' }).then(function (response) {
        return response.arrayBuffer();
      });
    }
    return Promise.all([again('app-js'), again('app-wasm')]);
  }

  // A newer version that is already stored may be the cure. It is safe to switch here, and
  // only here, unasked: the app is not running, so nobody is in the middle of anything.
  function renew(registration) {
    return registration.update().then(null, function () {}).then(function () {
      if (!registration.waiting) return reload();
      navigator.serviceWorker.addEventListener('controllerchange', reload);
      registration.waiting.postMessage({ type: 'activate' });
    });
  }

  function tryAgain() {
    setTimeout(reload, 15000);
    var workers = navigator.serviceWorker;
    Promise.resolve(workers && workers.getRegistration()).then(function (registration) {
      return registration ? renew(registration) : fetchAgain().then(reload);
    }).then(null, reload);
  }
  var buttons = document.querySelectorAll('.try-again');
  for (var b = 0; b < buttons.length; b++) buttons[b].addEventListener('click', tryAgain);
})();
