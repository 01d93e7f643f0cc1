/** Who reads and what they can name: `{me, people: Map, channels: Map, now: Date, open(channel)}`. */
import { createContext } from 'preact';

export const Reader = createContext(null);

/** What the reader may do with the thing a block stands in: a message, the Home tab or a modal (see surface.js). */
export const Surface = createContext(null);
