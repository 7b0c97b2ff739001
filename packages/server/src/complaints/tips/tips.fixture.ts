/** 举报 for tests: told by anybody, and taken along their road by those who may. */
import { acceptTip, concludeTip, judgeTip, openTip, portalReportTip, recordTipEntry } from '@anpei/contract/complaints'
import type { CallOptions, Sent } from '@anpei/contract/kernel'
import { arrange, type Caller, type World } from '../../testing/index.ts'

type Body = NonNullable<Sent<typeof portalReportTip>['body']>
type Told = { readonly id: string; readonly tipNo: string; readonly code: string }
let serial = 0

export function newCode(): string {
  serial += 1
  return String(7_700_000_000_000_000 + serial)
}

/** By nobody in particular, on a phone. */
export async function tipped(
  world: World,
  change: Partial<Body> = {},
  files: CallOptions['files'] = [],
): Promise<Told> {
  const code = newCode()
  const facts = `网点有人多收手续费（${serial}）。`
  const body = { code, facts, named: false, ...change }
  await world.anyone(portalReportTip, { body }, files ? { files } : {})
  return latest(world, body.code)
}

export async function latest(world: World, code: string): Promise<Told> {
  const [row] = await arrange(world, 'select id, tip_no from tip order by recorded_at desc, id desc limit 1')
  return { id: String(row?.id), tipNo: String(row?.tip_no), code }
}

export async function opened(by: Caller, tipId: string): Promise<void> {
  await by(openTip, { params: { tipId }, body: { reason: '办理' } })
}

/** In the hands of whoever is given, with evidence and protection in its file. */
export async function examined(world: World, by: Caller, change: Partial<Body> = {}): Promise<Told> {
  const tip = await tipped(world, change)
  const params = { tipId: tip.id }
  await opened(by, tip.id)
  await by(acceptTip, { params, body: {} })
  await by(recordTipEntry, { params, body: { kind: 'evidence', text: '收据复印件' } })
  await by(recordTipEntry, { params, body: { kind: 'protection', text: '只由一人接触材料' } })
  return tip
}

export async function concluded(world: World, by: Caller, change: Partial<Body> = {}): Promise<Told> {
  const tip = await examined(world, by, change)
  const body = { outcome: 'substantiated', finding: '多收 20 元。', result: '举报属实，已退还。' } as const
  await by(concludeTip, { params: { tipId: tip.id }, body })
  return tip
}

export async function confirmed(world: World, by: Caller, second: Caller, change: Partial<Body> = {}): Promise<Told> {
  const tip = await concluded(world, by, change)
  await opened(second, tip.id)
  await second(judgeTip, { params: { tipId: tip.id }, body: { judgement: 'confirm' } })
  return tip
}
