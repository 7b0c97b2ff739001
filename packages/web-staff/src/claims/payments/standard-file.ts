/** Loaded when a page first needs it. */
export { default as standard } from '../../../../../config/standards/jrt0083.json' with { type: 'json' }
