extension PreviewScript {
    /// Plain JavaScript for any browser of these years. Nothing of it uses `innerHTML`: file names and messages are text.
    static let text = #"""
        (() => {
          'use strict';
          const own = document.currentScript;
          let shown = own.dataset.page;
          const isSwedish = document.documentElement.lang !== 'en';
          const words = isSwedish
            ? { error: 'fel', errors: 'fel', warning: 'varning', warnings: 'varningar', hide: 'Dölj', and: ' och ',
                title: 'Att rätta', line: 'rad', old: 'Sidan visas som den var innan felen kom.',
                lost: 'klubba serve svarar inte' }
            : { error: 'error', errors: 'errors', warning: 'warning', warnings: 'warnings', hide: 'Hide', and: ' and ',
                title: 'To mend', line: 'line', old: 'The page is shown as it was before the errors.',
                lost: 'klubba serve does not answer' };
          const memory = {
            get: (key) => { try { return sessionStorage.getItem('klubba-' + key); } catch { return null; } },
            set: (key, value) => { try { sessionStorage.setItem('klubba-' + key, value); } catch {} },
            remove: (key) => { try { sessionStorage.removeItem('klubba-' + key); } catch {} },
          };

          // The place on the page, kept over a reload.
          const restore = () => {
            const place = JSON.parse(memory.get('place') || 'null');
            memory.remove('place');
            if (!place || place.path !== location.pathname) return;
            const go = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
            go();
            addEventListener('load', () => {
              if (Math.abs(scrollY - place.y) > 1 && !moved) go();
            }, { once: true });
          };
          let moved = false;
          for (const kind of ['wheel', 'touchstart', 'keydown']) {
            addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
          }
          restore();

          const reload = (page) => {
            // A page that differs each time it is made must not reload for ever.
            if (memory.get('reloaded') === page) return;
            memory.set('reloaded', page);
            memory.set('place', JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
            location.reload();
          };

          // The page as it came, before any script of its own changed it; and which of its nodes is which of ours.
          const live = new Map();
          const copy = (node) => {
            const made = node.cloneNode(false);
            live.set(made, node);
            for (const child of node.childNodes) if (child !== own) made.append(copy(child));
            return made;
          };
          const withoutEnd = (body) => {
            while (body.lastChild?.nodeType === Node.TEXT_NODE && !body.lastChild.data.trim()) body.lastChild.remove();
            return body;
          };
          const came = withoutEnd(copy(document.body));
          const head = document.head.innerHTML;

          // Running text is changed in place. With anything else a script or a style may have something to do, so the
          // page is loaded anew.
          const plain = ['P', 'LI', 'UL', 'OL', 'EM', 'STRONG', 'CODE', 'BR', 'A', 'TD', 'BLOCKQUOTE'];
          const isPlain = (node) => node.nodeType === Node.TEXT_NODE || (
            plain.includes(node.tagName) && [...node.attributes].every((one) => ['href', 'title'].includes(one.name))
            && [...node.childNodes].every(isPlain));
          const isUntouched = (node) => live.get(node).isConnected && live.get(node).isEqualNode(node);

          // What makes `old` into `next`; null when that cannot be done in place.
          const difference = (old, next) => {
            const [before, after] = [[...old.childNodes], [...next.childNodes]];
            let anchor = null;
            while (before.length && after.length && before[0].isEqualNode(after[0])) {
              anchor = before.shift();
              after.shift();
            }
            while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) {
              before.pop();
              after.pop();
            }
            if (before.length === 1 && after.length === 1 && before[0].nodeType === Node.ELEMENT_NODE
              && before[0].cloneNode(false).isEqualNode(after[0].cloneNode(false))) {
              const inner = difference(before[0], after[0]);
              if (inner) return inner;
            }
            // New nodes stand after one that is still in its place; first in a parent only a reload puts them.
            const stays = anchor && live.get(anchor).parentNode === live.get(old) && live.get(old).isConnected;
            return stays && after.every(isPlain) && before.every(isPlain) && before.every(isUntouched)
              ? { anchor, before, after } : null;
          };
          const change = ({ anchor, before, after }) => {
            const nodes = after.map((node) => document.importNode(node, true));
            anchor.after(...nodes.map(copy));
            live.get(anchor).after(...nodes);
            for (const node of before) {
              live.get(node).remove();
              node.remove();
            }
          };
          // A text's version, which changes with any of its words and stands on an element around them.
          const versions = (body) => [...body.querySelectorAll('[data-lasbar]')];
          const setVersions = (body, values) => versions(body).forEach((node, place) => {
            if (place < values.length) node.dataset.lasbar = values[place];
          });
          const versionsOf = (body) => versions(body).map((node) => node.dataset.lasbar);
          const renewed = async () => {
            const answer = await fetch(location.href, { cache: 'no-store' });
            const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const script = next.querySelector('script[data-page]');
            const page = script?.dataset.page;
            // The second half tells of pictures, which only a reload shows anew.
            if (!page || page.split('-')[1] !== shown.split('-')[1] || next.head.innerHTML !== head) return false;
            script.remove();
            const newest = versionsOf(next.body);
            setVersions(next.body, versionsOf(came));
            const same = next.body.cloneNode(false).isEqualNode(came.cloneNode(false));
            const found = same && difference(came, withoutEnd(next.body));
            if (!found) return false;
            change(found);
            for (const body of [came, document.body]) setVersions(body, newest);
            shown = page;
            return true;
          };
          let wanted = shown;
          let isRenewing = false;
          const renew = async (page) => {
            wanted = page;
            if (isRenewing) return;
            isRenewing = true;
            try {
              while (shown !== wanted && await renewed());
            } catch {}
            isRenewing = false;
            if (shown !== wanted) reload(wanted);
          };

          const element = (name, text, className) => {
            const made = document.createElement(name);
            if (text) made.textContent = text;
            if (className) made.className = className;
            return made;
          };
          let host = null;
          let region = null;
          const root = () => {
            if (host) return host.shadowRoot;
            host = document.createElement('klubba-preview');
            const shadow = host.attachShadow({ mode: 'open' });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(STYLE);
            shadow.adoptedStyleSheets = [sheet];
            // There before it is filled, so that a screen reader says what comes.
            region = element('div');
            region.setAttribute('role', 'status');
            shadow.append(region);
            document.body.append(host);
            return shadow;
          };
          const count = (number, one, many) => number + ' ' + (number === 1 ? one : many);
          const summary = (messages) => {
            const errors = messages.filter((message) => message.isError).length;
            const warnings = messages.length - errors;
            const parts = [];
            if (errors) parts.push(count(errors, words.error, words.errors));
            if (warnings) parts.push(count(warnings, words.warning, words.warnings));
            return parts.join(words.and);
          };

          let last = { messages: [], isCurrent: true };
          const show = () => {
            const shadow = root();
            for (const old of shadow.querySelectorAll('section, button.pill')) old.remove();
            const { messages, isCurrent } = last;
            if (!messages.length) {
              region.textContent = '';
              return;
            }
            const key = JSON.stringify(messages);
            const hasErrors = messages.some((message) => message.isError);
            region.textContent = summary(messages);
            if (memory.get('hidden') === key) {
              const pill = element('button', summary(messages), hasErrors ? 'pill errors' : 'pill');
              pill.type = 'button';
              pill.setAttribute('aria-expanded', 'false');
              pill.addEventListener('click', () => {
                memory.remove('hidden');
                show();
                shadow.querySelector('section button').focus();
              });
              shadow.append(pill);
              return;
            }
            const section = element('section', '', hasErrors ? 'errors' : '');
            section.setAttribute('aria-labelledby', 'title');
            const head = element('header');
            const title = element('h2', words.title + ': ' + summary(messages));
            title.id = 'title';
            const hide = element('button', words.hide);
            hide.type = 'button';
            const dismiss = () => {
              memory.set('hidden', key);
              show();
              shadow.querySelector('.pill').focus();
            };
            hide.addEventListener('click', dismiss);
            section.addEventListener('keydown', (event) => { if (event.key === 'Escape') dismiss(); });
            head.append(title, hide);
            section.append(head);
            if (!isCurrent) section.append(element('p', words.old));
            const list = element('ol');
            list.tabIndex = 0;
            list.setAttribute('aria-labelledby', 'title');
            for (const message of messages) {
              const item = element('li', '', message.isError ? 'error' : 'warning');
              item.append(element('b', message.isError ? words.error : words.warning), ' ');
              item.append(element('code', message.file + ', ' + words.line + ' ' + message.line), ' ');
              item.append(element('span', '[' + message.code + '] ' + message.text));
              list.append(item);
            }
            section.append(list);
            shadow.append(section);
          };

          const lost = (isLost) => {
            if (!isLost && !host) return;
            const shadow = root();
            for (const old of shadow.querySelectorAll('.lost')) old.remove();
            if (isLost) shadow.append(element('p', words.lost, 'lost'));
          };

          let source = null;
          let timer = 0;
          const listen = () => {
            if (source) return;
            source = new EventSource('/__klubba/events?page=' + encodeURIComponent(location.pathname));
            source.addEventListener('open', () => {
              clearTimeout(timer);
              lost(false);
            });
            source.addEventListener('state', (event) => {
              const state = JSON.parse(event.data);
              if (state.page !== shown) renew(state.page); else memory.remove('reloaded');
              const before = JSON.stringify(last);
              const weight = (message) => (message.isError ? 0 : 1);
              state.messages.sort((one, other) => weight(one) - weight(other));
              last = { messages: state.messages, isCurrent: state.isCurrent };
              if (before !== JSON.stringify(last)) show();
            });
            source.addEventListener('error', () => {
              clearTimeout(timer);
              timer = setTimeout(() => lost(true), 3000);
              if (source && source.readyState === EventSource.CLOSED) {
                source = null;
                setTimeout(follow, 2000);
              }
            });
          };
          const stop = () => {
            clearTimeout(timer);
            if (source) source.close();
            source = null;
          };
          // A browser holds six connections to a server and no more: only the page that is looked at keeps one.
          const follow = () => (document.visibilityState === 'visible' ? listen() : stop());
          document.addEventListener('visibilitychange', follow);
          addEventListener('pagehide', stop);
          addEventListener('pageshow', follow);
          follow();
        })();

        """#.replacing("STYLE", with: "`\(style)`")

    private static let style = """
        :host { all: initial; font: 16px/1.5 system-ui, sans-serif; }
        [role=status] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        section, .pill, .lost { position: fixed; z-index: 2147483647; background: #fff8e1; color: #1b1b1b;
          border: 2px solid #8a5a00; box-shadow: 0 4px 24px rgb(0 0 0 / .3); box-sizing: border-box; }
        section { inset: auto 0 0 0; max-height: 60vh; max-height: 60dvh; display: flex; flex-direction: column;
          margin: 0 auto; width: 100%; max-width: 60rem; border-radius: 8px 8px 0 0; border-bottom: 0; }
        section.errors, .pill.errors { background: #fdecea; border-color: #a11212; }
        header { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: .5rem 1rem; }
        h2 { font-size: 1.0625rem; margin: 0; }
        p { margin: 0; padding: 0 1rem .5rem; }
        button { font: inherit; color: inherit; background: #fff; border: 1px solid currentColor; border-radius: 4px;
          min-height: 44px; padding: 0 1rem; cursor: pointer; }
        button:focus-visible, ol:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
        .pill { right: 1rem; bottom: 1rem; border-width: 2px; border-radius: 22px; font-weight: 600; }
        .lost { left: 1rem; bottom: 1rem; border-radius: 8px; padding: .5rem 1rem; }
        ol { margin: 0; padding: .25rem 1rem 1rem; overflow: auto; list-style: none; }
        li { padding: .5rem 0; border-top: 1px solid rgb(0 0 0 / .2); overflow-wrap: anywhere; }
        b { text-transform: capitalize; }
        .error b { color: #a11212; }
        .warning b { color: #714a00; }
        code { font: .9375rem/1.5 ui-monospace, monospace; background: rgb(0 0 0 / .07); padding: 0 .25rem; }
        span { display: block; }
        @media (prefers-color-scheme: dark) {
          section, .pill, .lost { background: #33290f; color: #f4f4f4; border-color: #e0b050; }
          section.errors, .pill.errors { background: #3b1614; border-color: #ff8a80; }
          button { background: #222; }
          button:focus-visible, ol:focus-visible { outline-color: #8ab4f8; }
          li { border-color: rgb(255 255 255 / .25); }
          .error b { color: #ff8a80; }
          .warning b { color: #ffd280; }
          code { background: rgb(255 255 255 / .12); }
        }
        @media print { section, .pill, .lost { display: none; } }
        """
}
