/** Changes of rules, lists and texts on their own roads (CMP-13): written by one person, let into force by another. */
import { listCallbackScripts, proposeCallbackScript } from '@anpei/contract/callbacks'
import { listForms, proposeFormVersion } from '@anpei/contract/customers'
import { confirmChange } from '@anpei/contract/identity'
import { getArticle, openArticle, publishDraft, submitDraft } from '@anpei/contract/knowledge'
import { checkNoticeTemplate, proposeNoticeTemplate, saveNoticeTemplate } from '@anpei/contract/notifications'
import { draftTable, getTable, listTables, publishTable, publishVersion, submitTable } from '@anpei/contract/programme'
import { getWordingRules, proposeWordingRules } from '@anpei/contract/service-desk'
import { confirmDefinition, proposeDefinition, viewDefinition } from '@anpei/contract/sla'
import { dayOfInstant } from '@anpei/domain/kernel'
import { agreed, openedChange } from './versions.ts'
import type { World } from './world.ts'

/** Each by pm, let into force by head; the wording of the desk by its lead and pm. */
export const changes = {
  promise: async (world) => {
    const [pm, head] = await both(world)
    const params = { clockId: 'T26' }
    const { data } = await pm(viewDefinition, { params })
    const body = { definition: { ...data, budget: 5 }, reason: '投诉整改：回访提前' }
    const { id } = await pm(proposeDefinition, { params, body })
    await world.runJobs()
    await head(confirmDefinition, { params: { changeId: id } })
  },
  programme: async (world) => {
    const change = await openedChange(world, '2027-10-01', null)
    await agreed(world, change)
    await (await world.as('head'))(publishVersion, { params: { versionId: change.versionId } })
  },
  decision_table: async (world) => {
    const [pm, head] = await both(world)
    const [first] = (await pm(listTables, {})).tables
    const { code, content } = await pm(getTable, { params: { tableId: first?.id ?? '' } })
    const params = { tableId: (await pm(draftTable, { body: { code, content } })).id }
    await pm(submitTable, { params })
    await head(publishTable, { params })
  },
  template: async (world) => {
    const [pm, head] = await both(world)
    const body = { text: '【安赔】{name}：收到您的报案{reportNo}，今天就有人联系您，电话{hotline}。', voice: '' }
    const { id } = await pm(saveNoticeTemplate, { params: { name: 'report_received' }, body })
    const params = { templateId: id ?? '' }
    await pm(proposeNoticeTemplate, { params })
    await head(checkNoticeTemplate, { params, body: { approved: true } })
  },
  wording: async (world) => {
    const [lead, pm] = [await world.as('deskhead'), await world.as('pm')]
    const { version, rules } = await lead(getWordingRules, {})
    const tone = { ...rules.tone, words: [...rules.tone.words, '别急'] }
    const body = { version, rules: { ...rules, tone }, reason: '投诉整改' }
    const { changeId } = await lead(proposeWordingRules, { body })
    await pm(confirmChange, { params: { id: changeId }, body: {} })
  },
  form: async (world) => {
    const [pm, head] = await both(world)
    const [form] = (await pm(listForms, {})).forms
    if (!form) throw new Error('no form')
    const definition = { ...form, note: `${form.note}请慢慢说。` }
    const { changeId } = await pm(proposeFormVersion, { params: { form: form.form }, body: { definition } })
    await head(confirmChange, { params: { id: changeId }, body: {} })
  },
  callback_script: async (world) => {
    const [lead, pm] = [await world.as('deskhead'), await world.as('pm')]
    const { scripts } = await lead(listCallbackScripts, {})
    const newest = scripts.find((one) => one.code === 'complaint')?.versions[0]?.script
    if (!newest) throw new Error('nothing is asked after a complaint')
    const { code, ...asked } = newest
    const validFrom = dayOfInstant(world.clock.now())
    const body = {
      ...asked,
      version: asked.version + 1,
      closing: `${asked.closing}请慢走。`,
      validFrom,
      reason: '投诉整改',
    }
    const { changeId } = await lead(proposeCallbackScript, { params: { code }, body })
    await pm(confirmChange, { params: { id: changeId }, body: {} })
  },
  knowledge: async (world) => {
    const [pm, head] = await both(world)
    const links = { benefits: [], papers: [], claimKinds: [] }
    const said = { kind: 'faq', audience: 'public', keywords: '', videoUrl: '', links } as const
    const content = { ...said, title: '回访什么时候打', body: '办完后七天内。' }
    const params = { articleId: (await pm(openArticle, { body: { content } })).id }
    await pm(submitDraft, { params, body: { reason: '投诉整改' } })
    const { open } = await pm(getArticle, { params })
    await head(publishDraft, { params, body: { versionId: open?.id ?? '', reviewOn: '2027-01-31' } })
  },
} satisfies Readonly<Record<string, (world: World) => Promise<void>>>

const both = async (world: World) => [await world.as('pm'), await world.as('head')] as const
