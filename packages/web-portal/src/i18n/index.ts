export { LanguageProvider, useLanguage } from './language.tsx'
export type { Texts } from './texts.zh.ts'
