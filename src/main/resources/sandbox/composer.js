/** Where one types: Enter sends, Shift+Enter begins a line, "/" offers the commands. */
import { h } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Reader } from './reader.js';

/** What was typed and not sent, by person and place. */
const drafts = new Map();

export function Composer({ place, thread, label, commands, draft, workspace }) {
  const { me } = useContext(Reader);
  const key = `${me.id}/${place}/${thread ?? ''}`;
  const [words, setWords] = useState(drafts.get(key) ?? '');
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const box = useRef(null);
  const offered = offer(words, commands);
  const current = commands.find((each) => words.startsWith(`${each.command} `));

  function write(next) {
    drafts.set(key, next);
    setWords(next);
    setAt(0);
  }

  useEffect(() => {
    if (draft && draft.place === place && !thread) {
      write(draft.words);
      workspace.fill(null);
      box.current.focus();
    }
  }, [draft]);

  useEffect(() => {
    if (thread) box.current.focus();
  }, []);

  useLayoutEffect(() => {
    box.current.style.height = 'auto';
    box.current.style.height = `${Math.min(box.current.scrollHeight, 220)}px`;
  }, [words]);

  async function send() {
    if (words.trim() === '' || busy) return;
    const text = words;
    write('');
    setBusy(true);
    const answer = await workspace.act('message', { channel: place, text, ...(thread && { thread_ts: thread }) });
    setBusy(false);
    if (!answer.ok && !drafts.get(key)) write(text);
  }

  function take(command) {
    write(`${command.command} `);
    box.current.focus();
  }

  function pressed(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const exact = offered.some((each) => each.command === words);
    if (offered.length > 0 && step) setAt((at + step + offered.length) % offered.length);
    else if (offered.length > 0 && (event.key === 'Tab' || (event.key === 'Enter' && !exact))) take(offered[at]);
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
  }

  return h('form', { class: 'composer', onSubmit: (event) => (event.preventDefault(), send()) },
    offered.length > 0 && h(Offers, { offered, at, onTake: take }),
    current?.usage_hint && h('p', { class: 'usage' }, h('strong', null, current.command), ' ', current.usage_hint),
    h('div', { class: 'composer-box' },
      h('textarea', {
        ref: box, rows: 1, dir: 'auto', value: words, placeholder: label, 'aria-label': label, onKeyDown: pressed,
        'aria-controls': offered.length ? 'commands' : undefined,
        'aria-activedescendant': offered.length ? `command-${at}` : undefined,
        onInput: (event) => write(event.currentTarget.value),
      }),
      h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', disabled: words.trim() === '' }, '➤')));
}

const Offers = ({ offered, at, onTake }) =>
  h('ul', { class: 'offers', id: 'commands', role: 'listbox', 'aria-label': 'Commands' }, offered.map((each, index) => h('li', {
    key: each.command, id: `command-${index}`, role: 'option', 'aria-selected': index === at,
    onMouseDown: (event) => (event.preventDefault(), onTake(each)),
  }, h('strong', null, each.command), ' ', h('span', { class: 'quiet' }, each.usage_hint), h('div', null, each.description))));

const offer = (words, commands) =>
  (/^\/\S*$/.test(words) ? commands.filter((each) => each.command.startsWith(words)) : []);
