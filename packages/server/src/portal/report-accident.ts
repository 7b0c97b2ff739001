/**
 * CLM-01, POR-03: a family reports an accident. The claims row takes it as from any channel; nothing that the register
 * knows about the insured person is told back, also not by a contradiction: then the report is kept for a person to
 * look at.
 */
import type { portalReport as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideReport } from '@anpei/domain/claims'
import { parseIdNumber, parseName } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { createReport } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { insertReported, loadAccount } from './store.ts'
import { phoneOf } from './views.ts'

const MOST_A_DAY = 20

export async function reportAccident(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const today = dayOfInstant(tx.now)
  const name = parseName(body.insuredName)
  if (!name.ok) return name
  const idNumber = parseIdNumber(body.insuredIdNumber, today)
  if (!idNumber.ok) return idNumber
  const { accidentOn, diedOn, kinds } = body.accident
  const told = decideReport({ today, accidentOn, diedOn, kinds, person: null })
  if (!told.ok) return told
  const minutes = await countAttempt(tx, [{ what: 'portal_report', key: actor.id, most: MOST_A_DAY, minutes: 24 * 60 }])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const account = await loadAccount(db, actor.tenantId, actor.id)
  if (!account) return refuse('request.sign_in_first')
  const reporter = { name: body.reporterName, phone: phoneOf(vault, account), relation: body.relation }
  const accident = { ...body.accident, accidentTime: null, injuryCode: null, knownOn: null }
  const common = {
    personId: null,
    statedName: name.value,
    channel: 'portal',
    receivedAt: null,
    reporter,
    register: false,
    sceneAsked: body.sceneAsked,
  } as const
  const made = await createReport(tx, { body: { ...common, statedIdNumber: idNumber.value.idNumber, accident } })
  const kept = made.ok
    ? made
    : await createReport(tx, {
        body: {
          ...common,
          statedIdNumber: '',
          accident: { ...accident, narrative: withNumber(accident.narrative, idNumber.value.idNumber) },
        },
      })
  if (!kept.ok) return kept
  await insertReported(db, actor.tenantId, actor.id, kept.value.id, tx.now)
  const { reportNo, dueAt, owner } = kept.value
  const contactBy = dueAt ?? tx.now
  return ok({
    reportNo,
    receivedAt: tx.now,
    contactBy,
    contactByOn: dayOfInstant(contactBy),
    ownerName: owner?.name ?? null,
  })
}

/**
 * The number as told stays with the report (sealed), so that whoever looks at the contradiction can find the person.
 */
function withNumber(narrative: string, idNumber: string): string {
  return `${narrative}\n（报案人填写的身份证号：${idNumber}）`.trim()
}
