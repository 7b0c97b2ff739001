/** What the values of figures are called; words of a history's source stay as they are. */
import {
  CAUSE_GROUPS,
  CAUSES,
  COMPLAINT_LABELS,
  OUTCOMES,
  BUSINESS_LINES,
  type FigureDimension,
} from '@anpei/domain/complaints'
import { claimLifecycle } from '@anpei/domain/claims'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { nationalCodes } from '../store-categories.ts'
import { NONE_ID } from './count-sql.ts'

export type FigureWords = (dimension: FigureDimension, value: string) => string

const NONE: Readonly<Record<FigureDimension, string>> = {
  causeGroup: '未分类',
  cause: '未分类',
  code: '没有对应代码',
  step: '没有关联赔案',
  institution: '未指明机构',
  product: '未分类',
  channel: '未指明',
  label: '未区分',
  outcome: '尚无结果',
  month: '—',
}

export async function figureWords(tx: Tx): Promise<FigureWords> {
  const [{ rows }, codes] = await Promise.all([
    sql<{ id: string; name: string }>`select id, name from institution
      where tenant_id = ${tx.actor.tenantId}`.execute(tx.db),
    nationalCodes(tx),
  ])
  const known: Readonly<Record<FigureDimension, ReadonlyMap<string, string>>> = {
    causeGroup: new Map(Object.entries(CAUSE_GROUPS)),
    cause: new Map(Object.entries(CAUSES).map(([name, { zh }]) => [name, zh])),
    code: new Map([...codes.values()].map(({ code, name }) => [code, `${code} ${name}`])),
    step: new Map(Object.entries(claimLifecycle.states).map(([name, { zh }]) => [name, zh])),
    institution: new Map(rows.map(({ id, name }) => [id, name])),
    product: new Map(Object.entries(BUSINESS_LINES)),
    channel: new Map(Object.entries(REQUEST_CHANNELS)),
    label: new Map(Object.entries(COMPLAINT_LABELS)),
    outcome: new Map(Object.entries(OUTCOMES)),
    month: new Map(),
  }
  return (dimension, value) =>
    value === '' || value === NONE_ID ? NONE[dimension] : (known[dimension].get(value) ?? value)
}
