/** ORG-03, SRV-02: what the staff speak and customers may wish to speak, with the words people read. */
export const LANGUAGES = {
  zh: '普通话',
  teochew: '潮汕话',
  hakka: '客家话',
  cantonese: '粤语',
  en: '英语',
} as const
export type Language = keyof typeof LANGUAGES
