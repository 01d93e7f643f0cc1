/** The page: a chat client for the sandbox's workspace. */
import { h, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Clock } from './clock.js';
import { Conversation } from './conversation.js';
import { Home } from './home.js';
import { Modal } from './modal.js';
import { Reader } from './reader.js';
import { land } from './roving.js';
import { Sidebar } from './sidebar.js';
import { createWorkspace, HOME } from './workspace.js';

const workspace = createWorkspace();

function App() {
  const known = useKnown();
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState(false);
  useTitle(known);
  useEffect(() => {
    const escape = (event) => event.key === 'Escape' && setDrawer(false);
    addEventListener('keydown', escape);
    return () => removeEventListener('keydown', escape);
  }, []);
  if (!known.state) return h(Starting, { fault: known.fault });

  const menu = narrow && h('button', {
    type: 'button', class: 'icon menu-open', 'aria-label': 'Menu', 'aria-expanded': drawer, 'aria-controls': 'sidebar',
    onClick: () => setDrawer(true),
  }, '☰', somethingUnread(known) && h('span', { class: 'dot' }, h('span', { class: 'unseen' }, 'unread messages')));
  const Place = known.place === HOME ? Home : Conversation;
  const { view, depth } = known.modal;
  return h(Reader.Provider, { value: readerOf(known) },
    h('a', { class: 'skip', href: '#main', onClick: skip }, 'Skip to the conversation'),
    h('div', { class: 'frame' },
      h(Sidebar, { known, workspace, open: drawer, narrow, onLeave: () => setDrawer(false) }),
      narrow && drawer && h('div', { class: 'shade', onClick: () => setDrawer(false) }),
      h('div', { class: 'right', inert: narrow && drawer },
        !narrow && h(Clock, { clock: known.state.clock, workspace }),
        h(Place, { known, workspace, menu }))),
    view && h(Modal, { key: known.as, view, depth, workspace }),
    h(Notices, { notices: known.notices, view }));
}

const skip = (event) => (event.preventDefault(), land());

const Starting = ({ fault }) => (fault
  ? h('div', { class: 'starting' }, h('p', { role: 'alert' }, fault),
    h('button', { type: 'button', class: 'button', onClick: workspace.beginAnew }, 'Try again'))
  : h('p', { class: 'starting' }, 'Opening the sandbox…'));

/** Small errors; a popover, so that they also stand above an open modal. */
function Notices({ notices, view }) {
  const box = useRef(null);
  useEffect(() => {
    box.current.hidePopover();
    if (notices.length > 0) box.current.showPopover();
  }, [notices, view]);
  return h('div', { ref: box, class: 'notices', popover: 'manual', role: 'alert' }, notices.map(({ id, text }) =>
    h('div', { key: id, class: 'notice' }, h('span', { dir: 'auto' }, text),
      h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss', onClick: () => workspace.dismiss(id) }, '×'))));
}

const byId = (things) => new Map(things.map((thing) => [thing.id, thing]));

const readerOf = ({ state }) => ({
  me: state.me, people: byId(state.people), channels: byId(state.channels), now: new Date(state.clock.now),
  open: workspace.enter,
});

const somethingUnread = ({ state, place }) =>
  [...state.channels, ...state.dms].some((each) => each.id !== place && Number(each.unread) > 0);

function useKnown() {
  const [known, setKnown] = useState(workspace.now());
  useEffect(() => {
    const stop = workspace.watch(() => setKnown(workspace.now()));
    workspace.begin();
    return stop;
  }, []);
  return known;
}

function useNarrow() {
  const query = matchMedia('(max-width: 760px)');
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const change = (event) => setNarrow(event.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return narrow;
}

function useTitle(known) {
  useEffect(() => {
    if (!known.state) return;
    const here = [...known.state.channels, ...known.state.dms].find((each) => each.id === known.place);
    document.title = `${somethingUnread(known) ? '• ' : ''}${here?.name ?? 'Home'} | Stagecoach sandbox`;
  });
}

render(h(App), document.getElementById('app'));
