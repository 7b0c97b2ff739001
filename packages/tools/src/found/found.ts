/**
 * ORG-01: how a real house begins. It gets what is the program's own: roles, decision tables and, as an insurer, the
 * programmes of config/programmes with their policies in the name of its policyholder. Nothing of the demo.
 */
import type { Decision } from '@anpei/domain/kernel'
import { asOwner } from '@anpei/server/db'
import { fill, type App } from '@anpei/server/http'
import {
  companyNames,
  foundCompany,
  readOrganisation,
  renewFirstLink,
  type FirstLink,
  type Founded,
} from '@anpei/server/identity'
import { seedProgrammes, seedTables } from '@anpei/server/programme'
import type { Door } from '../door/index.ts'
import type { FoundOptions } from './options.ts'

export type FoundOutcome =
  | { readonly ok: true; readonly tenantId: number | null; readonly links: readonly FirstLink[] }
  | { readonly ok: false; readonly sentence: string }

const DEMO_SENTENCE =
  '这个数据库里是演示数据，口令人人知道：请用 ANPEI_DATA 另指一个数据文件夹（或另一个 DATABASE_URL）再建公司。' +
  ' [This database holds the demo, whose passwords everybody knows: choose another ANPEI_DATA or DATABASE_URL.]'

export async function found(door: Pick<Door, 'app' | 'url'>, options: FoundOptions): Promise<FoundOutcome> {
  if ('renew' in options) return outcomeOf(door.app, await renewed(door.app, options.renew))
  const demo = new Set(readOrganisation().tenants.map(({ name }) => name))
  const names = await asOwner(door.url, companyNames)
  if (names.some((name) => demo.has(name))) return { ok: false, sentence: DEMO_SENTENCE }
  const { company, holder } = options
  const answer = await foundCompany(door, company, async (tx) => {
    const { tenantId } = tx.actor
    await (holder ? seedProgrammes(tx.db, tenantId, tx.now, holder) : seedTables(tx.db, tenantId, tx.now))
  })
  return outcomeOf(door.app, answer)
}

async function renewed(app: App, login: string): Promise<Decision<Founded | { tenantId: null; links: FirstLink[] }>> {
  const link = await renewFirstLink(app, login)
  return link.ok ? { ok: true, value: { tenantId: null, links: [link.value] } } : link
}

function outcomeOf(app: App, answer: Decision<{ tenantId: number | null; links: readonly FirstLink[] }>): FoundOutcome {
  if (answer.ok) return { ok: true, ...answer.value }
  const text = app.refusalTexts(answer.code)
  return { ok: false, sentence: `${fill(text.zh, answer.facts)} [${fill(text.en, answer.facts)}]` }
}
