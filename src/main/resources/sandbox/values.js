/** What inputs hold, in the shape of Slack's `view.state.values`, and what is wrong with it. */

/** The state of an input that nobody has touched. */
export function untouched(element) {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input': return { type, value: element.initial_value ?? null };
    case 'radio_buttons':
    case 'static_select': return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select': return { type, selected_options: element.initial_options ?? [] };
    case 'users_select': return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select': return { type, selected_users: element.initial_users ?? [] };
    case 'datepicker': return { type, selected_date: element.initial_date ?? null };
    case 'file_input': return { type, files: [] };
    case 'timepicker': return { type, selected_time: element.initial_time ?? null };
    default: return null;
  }
}

/** Every element with a state: of inputs, sections and action rows. */
function holders(blocks) {
  const found = [];
  for (const block of blocks) {
    const elements = block.type === 'actions' ? block.elements : [block.element ?? block.accessory];
    for (const element of elements) {
      if (element && untouched(element)) found.push({ block, element });
    }
  }
  return found;
}

/** All values, touched or not. */
export function valuesOf(blocks, typed) {
  const values = {};
  for (const { block, element } of holders(blocks)) {
    const held = typed[block.block_id]?.[element.action_id];
    const state = held?.type === element.type ? held : untouched(element);
    (values[block.block_id] ??= {})[element.action_id] = state;
  }
  return values;
}

/** What Slack's own client refuses before it sends: words by block id. */
export function complaints(blocks, values) {
  const errors = {};
  for (const { block, element } of holders(blocks)) {
    if (block.type !== 'input') continue;
    const words = complaint(block, element, values[block.block_id][element.action_id]);
    if (words) errors[block.block_id] = words;
  }
  return errors;
}

function complaint(block, element, state) {
  const held = state.value ?? state.selected_option ?? state.selected_user ?? state.selected_date
    ?? state.selected_time ?? state.selected_options ?? state.selected_users ?? state.files ?? '';
  if (held.length === 0) return block.optional ? null : 'Please complete this required field.';
  if (element.type === 'number_input') return numberComplaint(element, state.value);
  if (element.max_length && held.length > element.max_length) {
    return `Please shorten this to ${element.max_length} characters: it has ${held.length}.`;
  }
  if (element.min_length && held.length < element.min_length) {
    return `Please write at least ${element.min_length} characters.`;
  }
  if (element.max_selected_items && held.length > element.max_selected_items) {
    return `Please choose at most ${element.max_selected_items}.`;
  }
  return null;
}

function numberComplaint(element, value) {
  const number = Number(value);
  if (Number.isNaN(number)) return 'Please enter a number.';
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Please enter ${element.min_value} or more.`;
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Please enter ${element.max_value} or less.`;
  }
  return null;
}
