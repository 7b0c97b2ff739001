/** The rules of wording as shipped. */
export { default as wordingRules } from '../../../../config/wording.json' with { type: 'json' }
