/** Templates of notices: versions, preview in every form, approval by a second person (NTF-01). */
import { NOTICE_TITLES, templateLifecycle } from '@anpei/domain/notifications'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route } from '../kernel/index.ts'

export const TemplateName = keysOf(NOTICE_TITLES)

const Version = z
  .object({
    /** null = the version that comes with the program. */
    id: Id.nullable(),
    name: TemplateName,
    version: z.int(),
    state: keysOf(templateLifecycle.states).nullable(),
    stateWord: z.string(),
    text: z.string(),
    voice: z.string().nullable(),
    activeFrom: Instant.nullable(),
    isActive: z.boolean(),
    comment: z.string(),
    madeBy: z.string().nullable(),
    madeAt: Instant.nullable(),
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'NoticeTemplateVersion', description: '通知模板的一个版本' })
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
  summary: '提交模板复核',
  params: z.object({ templateId: Id }),
  answer: Version,
})
export const checkNoticeTemplate = route({
  id: 'checkNoticeTemplate',
  method: 'POST',
  path: '/api/notice-template-versions/:templateId/check',
  permission: 'notice.template_check',
  summary: '第二人复核模板：通过（可定启用时间）或退回',
  params: z.object({ templateId: Id }),
  body: z.object({
    approved: z.boolean(),
    /** Empty = at once. */
    activeFrom: Instant.nullable().default(null),
    comment: MaybeText(500).default(''),
  }),
  answer: Version,
})
