/** The words of these pages, loaded with them. Articles themselves are Chinese; an English reader is told so. */
import { useLanguage } from '../i18n/index.ts'

const zh = {
  ask: '问一问',
  question: '您想问什么',
  questionHint: '像跟人讲话一样，例如：住院一天给多少钱',
  find: '查一查',
  found: '找到这些',
  weak: '没有找到很合适的。下面的也许有用；也可以打电话问人。',
  none: '没有找到。换个说法再问一次，或者打电话问人。您问的话我们记下了。',
  browse: '按类别看',
  language: '文章是中文的。',
  helped: '有没有帮到您？',
  yes: '有',
  no: '没有',
  why: '还缺什么？（可以不填）',
  send: '告诉我们',
  thanks: '谢谢您，我们会看。',
  video: '看视频',
  filmWords: '听不清的，视频里说的话写在下面。',
  samples: '资料长这样',
  another: '再问一个',
  assistant: '助手带路',
  saidBefore: '您刚才说',
  write: '也可以打字',
  caseNo: '案件号',
  idNumber: '老人的身份证号',
  go: '好了',
  toReport: '打开报案页',
  call: '马上打电话',
  restart: '从头开始',
  toChat: '在线接着说',
} as const

export type KnowledgeTexts = { readonly [K in keyof typeof zh]: string }

const en: KnowledgeTexts = {
  ask: 'Ask a question',
  question: 'What would you like to know?',
  questionHint: 'In your own words, best in Chinese',
  find: 'Search',
  found: 'Found',
  weak: 'Nothing fits well. These may help; you can also call a person.',
  none: 'Nothing found. Try other words, or call a person. We have noted your question.',
  browse: 'Browse',
  language: 'The articles are in Chinese.',
  helped: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  why: 'What is missing? (optional)',
  send: 'Tell us',
  thanks: 'Thank you, we will look at it.',
  video: 'Watch the video',
  filmWords: 'What the film says stands below in writing.',
  samples: 'What the papers look like',
  another: 'Ask another question',
  assistant: 'Guided help',
  saidBefore: 'You said',
  write: 'Or type',
  caseNo: 'Case number',
  idNumber: 'ID number of the insured person',
  go: 'Done',
  toReport: 'Open the report page',
  call: 'Call now',
  restart: 'Start over',
  toChat: 'Go on in the chat',
}

export function useKnowledgeTexts(): KnowledgeTexts {
  return useLanguage().language === 'en' ? en : zh
}
