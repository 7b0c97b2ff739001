/** Templates of notices and letters: versions, preview in every form, approval by a second person (NTF-01). */
import { LETTER_TITLES, NOTICE_TITLES, REMEDY_KINDS, templateLifecycle } from '@anpei/domain/notifications'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route } from '../kernel/index.ts'

export const TemplateName = keysOf(NOTICE_TITLES)
export const LetterName = keysOf(LETTER_TITLES)

const Paragraph = z.string().trim().min(1).max(1000)
export const LetterWords = z
  .object({
    title: z.string().trim().min(1).max(60),
    salutation: z.string().trim().min(1).max(200),
    sections: z.record(z.string().max(40), z.array(Paragraph).max(12)),
    remedies: z.partialRecord(
      z.enum(REMEDY_KINDS),
      z.object({ title: z.string().trim().min(1).max(60), text: Paragraph }),
    ),
  })
  .meta({ id: 'LetterWording', description: '函件的文字：各段与救济途径' })

export type LetterWording = z.output<typeof LetterWords>

const Version = z
  .object({
    /** null = the version that comes with the program. */
    id: Id.nullable(),
    name: z.union([TemplateName, LetterName]),
    version: z.int(),
    state: keysOf(templateLifecycle.states).nullable(),
    stateWord: z.string(),
    /** Of a letter its title. */
    text: z.string(),
    voice: z.string().nullable(),
    /** Only of letters. */
    wording: LetterWords.nullable(),
    activeFrom: Instant.nullable(),
    isActive: z.boolean(),
    comment: z.string(),
    madeBy: z.string().nullable(),
    madeAt: Instant.nullable(),
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'NoticeTemplateVersion', description: '通知或函件模板的一个版本' })
export type TemplateVersion = z.output<typeof Version>

export const listNoticeTemplates = route({
  id: 'listNoticeTemplates',
  method: 'GET',
  path: '/api/notice-templates',
  permission: 'notice.read',
  summary: '通知模板与各版本',
  answer: z.object({
    templates: z.array(
      z.object({
        name: TemplateName,
        title: z.string(),
        variables: z.array(z.string()),
        must: z.array(z.string()),
        versions: z.array(Version),
      }),
    ),
  }),
})
const Words = z.object({ text: z.string().trim().min(1).max(500), voice: MaybeText(1000).default('') })
export const previewNoticeTemplate = route({
  id: 'previewNoticeTemplate',
  method: 'POST',
  path: '/api/notice-templates/:name/preview',
  permission: 'notice.read',
  summary: '用样例预览模板：短信、语音、大字信',
  params: z.object({ name: TemplateName }),
  body: Words,
  answer: z.object({
    text: z.string(),
    /** Short messages this text takes (70 characters one, 67 each of several). */
    messages: z.int(),
    voice: z.string(),
    letter: z.object({ title: z.string(), lines: z.array(z.string()), signedBy: z.string(), phone: z.string() }),
  }),
})
export const saveNoticeTemplate = route({
  id: 'saveNoticeTemplate',
  method: 'POST',
  path: '/api/notice-templates/:name/draft',
  permission: 'notice.template_edit',
  summary: '保存模板草稿',
  params: z.object({ name: TemplateName }),
  body: Words,
  answer: Version,
})
export const proposeNoticeTemplate = route({
  id: 'proposeNoticeTemplate',
  method: 'POST',
  path: '/api/notice-template-versions/:templateId/propose',
  permission: 'notice.template_edit',
  summary: '提交通知或函件模板复核',
  params: z.object({ templateId: Id }),
  answer: Version,
})
export const checkNoticeTemplate = route({
  id: 'checkNoticeTemplate',
  method: 'POST',
  path: '/api/notice-template-versions/:templateId/check',
  permission: 'notice.template_check',
  summary: '第二人复核通知或函件模板：通过（可定启用时间）或退回',
  params: z.object({ templateId: Id }),
  body: z.object({
    approved: z.boolean(),
    /** Empty = at once. */
    activeFrom: Instant.nullable().default(null),
    comment: MaybeText(500).default(''),
  }),
  answer: Version,
})
export const listLetterTemplates = route({
  id: 'listLetterTemplates',
  method: 'GET',
  path: '/api/letter-templates',
  permission: 'notice.read',
  summary: '函件模板与各版本',
  answer: z.object({
    templates: z.array(
      z.object({
        name: LetterName,
        title: z.string(),
        variables: z.array(z.string()),
        sections: z.array(z.object({ name: z.string(), title: z.string(), must: z.array(z.string()) })),
        versions: z.array(Version),
      }),
    ),
  }),
})
export const previewLetterTemplate = route({
  id: 'previewLetterTemplate',
  method: 'POST',
  path: '/api/letter-templates/:name/preview',
  permission: 'notice.read',
  summary: '用编造的案件看函件的 PDF',
  download: true,
  params: z.object({ name: LetterName }),
  body: LetterWords,
})
export const saveLetterTemplate = route({
  id: 'saveLetterTemplate',
  method: 'POST',
  path: '/api/letter-templates/:name/draft',
  permission: 'notice.template_edit',
  summary: '保存函件模板草稿：变量和必须写明的内容都检查',
  params: z.object({ name: LetterName }),
  body: LetterWords,
  answer: Version,
})
