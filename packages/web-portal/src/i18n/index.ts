/** The portal's languages and the words said in them. */
export { LanguageProvider, useLanguage } from './language.tsx'
export type { Texts } from './texts.zh.ts'
