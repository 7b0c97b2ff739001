/** Refusals of the knowledge row (SRV-06, SRV-12). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const knowledgeRefusals = {
  'knowledge.draft_waiting': {
    status: 409,
    zh: '这一版正在等待复核，退回以后才能改。',
    en: 'This version waits for the second person; it can be changed once it is returned.',
  },
  'knowledge.no_draft': { status: 409, zh: '没有可以操作的草稿。', en: 'There is no draft.' },
  'knowledge.own_version': {
    status: 403,
    zh: '自己写的要由另一个人复核发布。',
    en: 'What one wrote is published by another person.',
  },
  'knowledge.nothing_changed': {
    status: 409,
    zh: '内容和已发布的一样，没有可以提交的改动。',
    en: 'It is the same as what is published.',
  },
  'knowledge.review_day': {
    status: 409,
    zh: '下次复审日期要在明天以后、两年以内。',
    en: 'The next review lies after today and within two years.',
  },
  'knowledge.unknown_owner': { status: 409, zh: '负责人不能编写知识库。', en: 'This person may not write articles.' },
  'knowledge.video_missing': {
    status: 409,
    zh: '视频类文章要上传视频，或填写 https 开头的视频地址。',
    en: 'An article of the kind video needs a film or an https address.',
  },
  'knowledge.film_words_missing': {
    status: 409,
    zh: '有视频的文章，正文里要有“{heading}”一节，给听不清的人看。',
    en: 'What the film says must stand in the text under “{heading}”, for who does not hear it.',
  },
  'knowledge.unknown_contact': {
    status: 409,
    zh: '正文里的“{name}”不是登记的联系方式。',
    en: '{name} is not in the register of contact data.',
  },
  'knowledge.synonyms_faulty': { status: 409, zh: '同义词有误：{what}', en: 'The synonyms are faulty: {what}' },
} as const satisfies RefusalCatalogue
