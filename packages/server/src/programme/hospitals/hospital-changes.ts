/** CLM-08, ORG-05: what a second person confirms about the register of hospitals: one of them, or a file of many. */
import { HospitalInput } from '@anpei/contract/programme'
import { ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import { LEVEL_WORDS, type HospitalRecord } from '@anpei/domain/programme'
import { z } from 'zod'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { RESIDENCE_CHANGE, residenceChangeKind } from '../roster/residence-change.ts'
import { hospitalsByCode, hospitalsOf, saveHospital } from './store-hospitals.ts'

export const HOSPITAL_SAVE = 'hospital.save'
export const HOSPITAL_IMPORT = 'hospital.import'

const labels = {
  code: '机构代码',
  name: '名称',
  aliases: '别名',
  town: '镇街',
  levels: '等级',
  recognitions: '认可',
  file: '文件',
  hospitals: '医院',
} as const

export const programmeChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [HOSPITAL_SAVE, { zh: '医院目录', check: 'programme.publish', labels, apply: applyOne }],
  [HOSPITAL_IMPORT, { zh: '医院目录导入', check: 'programme.publish', labels, apply: applyImport }],
  [RESIDENCE_CHANGE, residenceChangeKind],
])

const Proposed = z.object({ before: z.string().nullable(), record: HospitalInput })
const Imported = z.array(Proposed.extend({ id: z.uuid().nullable() }))
export type ImportedHospital = z.output<typeof Imported>[number]

type ChangeWords = Readonly<Record<string, string | readonly string[]>>

/** Before and after as both people read them. */
export function hospitalWords(record: HospitalRecord | undefined): ChangeWords {
  if (!record) return { code: '', name: '', aliases: [], town: '', levels: [], recognitions: [] }
  return {
    code: record.code,
    name: record.name,
    aliases: record.aliases,
    town: record.town,
    levels: record.levels.map((one) => `${LEVEL_WORDS[one.level]} ${spanWords(one)}`),
    recognitions: record.recognitions.map((one) => `${spanWords(one)}（${one.basis}）`),
  }
}

function spanWords({ from, to }: { readonly from: Day; readonly to: Day | null }): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`
}

/** Whether a hospital still is what it was when its change was proposed. */
export function hospitalStand(record: HospitalRecord): string {
  return JSON.stringify(hospitalWords(record))
}

async function applyOne(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { before, record } = Proposed.parse(change.sealed)
  const [known] = await hospitalsOf(tx.db, tx.actor.tenantId, [change.subjectId], [])
  if ((known ? hospitalStand(known) : null) !== before) return refuse('request.stale')
  const taken = await codeTaken(tx, record.code, change.subjectId)
  if (!taken.ok) return taken
  await saveHospital(tx.db, tx.actor.tenantId, tx.now, { ...record, id: change.subjectId })
  tx.record({
    name: 'hospital.saved',
    subject: { kind: 'hospital', id: change.subjectId },
    facts: { code: record.code, changeId: change.id },
  })
  return ok(null)
}

export async function codeTaken(tx: Tx, code: string, hospitalId: string): Promise<Decision<null>> {
  const [same] = await hospitalsByCode(tx.db, tx.actor.tenantId, [code])
  if (!same || same.id === hospitalId) return ok(null)
  return refuse('programme.hospital_code_taken', { code, name: same.name })
}

async function applyImport(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { db, actor, now } = tx
  const imported = Imported.parse(change.sealed)
  const codes = imported.map((one) => one.record.code)
  const known = new Map((await hospitalsByCode(db, actor.tenantId, codes)).map((one) => [one.code, one]))
  for (const { before, record } of imported) {
    const stands = known.get(record.code)
    if ((stands ? hospitalStand(stands) : null) !== before) return refuse('request.stale')
  }
  for (const { id, record } of imported) await saveHospital(db, actor.tenantId, now, { ...record, id: id ?? newId() })
  tx.record({
    name: 'hospital.imported',
    subject: { kind: 'hospital', id: change.subjectId },
    facts: { count: imported.length, changeId: change.id },
  })
  return ok(null)
}
