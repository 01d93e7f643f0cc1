/** The form on top of everything: one view of Slack's stack at a time. */
import { h } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { closing } from './button.js';
import { Blocks } from './blocks.js';
import { Names, namesOf } from './names.js';
import { Reader } from './reader.js';
import { useSurface } from './surface.js';
import { complaints } from './values.js';

const FIRST = '[data-focus="true"], .input input:not([type=radio]), .input textarea, .input select, .input input';

export function Modal({ view, depth, workspace }) {
  const dialog = useRef(null);
  const reader = useContext(Reader);
  const names = useMemo(() => namesOf([view], reader), [view]);
  const [errors, setErrors] = useState({});
  const [trouble, setTrouble] = useState(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const send = (click) => workspace.act('click', { view_id: view.id, ...click });
  const mended = (block) => setErrors(({ [block.block_id]: _, ...rest }) => rest);
  const surface = useSurface(view.id, view.blocks, send, { errors, onChange: mended });

  useLayoutEffect(() => {
    dialog.current.showModal();
    return closing(dialog.current);
  }, []);

  useLayoutEffect(() => {
    setErrors({});
    setTrouble(null);
    setBusy(false);
    dialog.current.querySelector('.dialog-body').scrollTop = 0;
    (dialog.current.querySelector(FIRST) ?? dialog.current).focus({ preventScroll: true });
  }, [view.id]);

  useEffect(() => {
    const wrong = dialog.current.querySelector('.input.wrong');
    wrong?.querySelector('input, textarea, select')?.focus();
  }, [tries]);

  function complain(found) {
    setErrors(found);
    setTries((count) => count + 1);
  }

  async function submit(event) {
    event.preventDefault();
    if (busy || !view.submit) return;
    const values = surface.values();
    const found = complaints(view.blocks, values);
    setTrouble(null);
    if (Object.keys(found).length > 0) return complain(found);
    setBusy(true);
    const answer = await workspace.act('submit', { view_id: view.id, values }, { quiet: true });
    setBusy(false);
    complain(answer.errors ?? {});
    if (!answer.ok && !answer.errors) setTrouble(answer.error ?? 'That did not work. Nothing you typed is lost: try again.');
    if (answer.ok) workspace.readModal();
  }

  async function close(event) {
    event?.preventDefault();
    await workspace.act('close', { view_id: view.id });
    workspace.readModal();
  }

  const closed = (event) => event.target === dialog.current && close();
  return h('dialog', {
    ref: dialog, class: 'modal', 'aria-modal': 'true', 'aria-labelledby': 'modal-title', tabIndex: -1,
    'data-view': view.callback_id, onCancel: (event) => event.target === dialog.current && close(event), onClose: closed,
  }, h('form', { noValidate: true, onSubmit: submit },
    h(Head, { view, depth, onClose: close }),
    trouble && h('p', { class: 'trouble', role: 'alert' }, trouble),
    h('div', { class: 'dialog-body' }, h(Names.Provider, { value: names },
      h(Blocks, { blocks: view.blocks, surface, scope: 'modal' }))),
    h(Foot, { view, busy, onClose: close, wrong: Object.keys(errors).length })));
}

function Head({ view, depth, onClose }) {
  const back = depth > 1;
  return h('header', { class: 'dialog-head' },
    back && h('button', { type: 'button', class: 'icon', 'aria-label': 'Back', onClick: onClose }, '←'),
    h('h2', { id: 'modal-title' }, view.title.text),
    !back && h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onClick: onClose }, '×'));
}

function Foot({ view, busy, onClose, wrong }) {
  return h('footer', { class: 'dialog-foot' },
    h('span', { class: 'wrong-count', role: 'status' },
      wrong > 0 && (wrong === 1 ? 'Please check one answer.' : `Please check ${wrong} answers.`)),
    h('button', { type: 'button', class: 'button', onClick: onClose }, view.close?.text ?? 'Close'),
    view.submit && h('button', { type: 'submit', class: 'button primary solid', 'aria-busy': busy }, view.submit.text));
}
