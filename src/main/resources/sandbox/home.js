/** The app's Home tab. */
import { h } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Blocks } from './blocks.js';
import { Face } from './face.js';
import { Names, namesOf } from './names.js';
import { Reader } from './reader.js';
import { firstChange, show } from './show.js';
import { useSurface } from './surface.js';
import { Walk } from './walk.js';
import { HOME } from './workspace.js';

export function Home({ known, workspace, menu }) {
  const app = known.state.people.find((person) => person.bot) ?? { id: 'app', name: 'Stagecoach', bot: true };
  const talk = known.state.dms.find((dm) => dm.user === app.id);
  return h('main', { class: 'main', id: 'main', 'aria-label': `${app.name} Home` },
    h('header', { class: 'place-head' }, menu, h(Face, { person: app, size: 'small' }), h('h1', null, app.name),
      h('span', { class: 'tabs' },
        h('span', { class: 'tab', 'aria-current': 'page' }, 'Home'),
        talk && h('button', { type: 'button', class: 'tab', onClick: () => workspace.enter(talk.id) }, 'Messages'))),
    h(Walk, { state: known.state, place: HOME, workspace }),
    h('div', { class: 'home-scroll', tabIndex: -1 }, inside(known, workspace)));
}

function inside({ home, as }, workspace) {
  if (!home) return h('p', { class: 'loading', role: 'status' }, 'Opening…');
  if (home.view) return h(HomeView, { key: as, view: home.view, workspace });
  return h('div', { class: 'empty' },
    h('p', null, 'There is nothing on this Home yet.'),
    h('button', { type: 'button', class: 'button', onClick: () => workspace.enter('home') }, 'Look again'));
}

function HomeView({ view, workspace }) {
  const surface = useSurface('home', view.blocks, (click) => workspace.act('click', { home: true, view_id: view.id, ...click }));
  const reader = useContext(Reader);
  const names = useMemo(() => namesOf([view], reader), [view]);
  const box = useRef(null);
  const before = useRef(view);
  useLayoutEffect(() => {
    const at = firstChange(before.current.blocks, view.blocks);
    before.current = view;
    const changed = at >= 0 && workspace.deedIn(HOME) && box.current.querySelector('.blocks').children[at];
    if (changed) show(box.current.closest('.home-scroll'), changed);
  }, [view]);
  return h('div', { ref: box, class: 'home-view', 'data-home-view': true },
    h(Names.Provider, { value: names }, h(Blocks, { blocks: view.blocks, surface, scope: 'home' })));
}
