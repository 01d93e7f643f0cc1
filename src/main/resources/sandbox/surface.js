/** The thing that blocks stand in: it holds what was typed and carries clicks back with exact ids. */
import { useRef, useState } from 'preact/hooks';
import { untouched, valuesOf } from './values.js';

/**
 * @param key what was typed is kept as long as this stays the same (a view's id)
 * @param onChange told which block has just been changed
 * @param send carries `{action, values}` to the server; its promise ends when the server has answered
 */
export function useSurface(key, blocks, send, { errors = {}, onChange = () => {} } = {}) {
  const typed = useRef(new Map());
  const [, redraw] = useState(0);
  if (!typed.current.has(key)) typed.current.set(key, {});
  const held = typed.current.get(key);
  const click = (action) => send({ action, values: valuesOf(blocks, held) });

  function change(block, element, state) {
    (held[block.block_id] ??= {})[element.action_id] = state;
    redraw((count) => count + 1);
    onChange(block);
  }

  return {
    errors,
    click,
    change,
    values: () => valuesOf(blocks, held),
    stateOf(block, element) {
      const state = held[block.block_id]?.[element.action_id];
      return state?.type === element.type ? state : untouched(element);
    },
    /** A choice was made: it is kept, and told to the server where the block asks for that. */
    choose(block, element, state) {
      change(block, element, state);
      if (block.type !== 'input' || block.dispatch_action) {
        return click({ ...state, block_id: block.block_id, action_id: element.action_id });
      }
      return undefined;
    },
  };
}
