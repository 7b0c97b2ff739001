/**
 * CMP-12: what was reported is a complaint: it becomes one since the day it reached us, with its papers, and nobody's
 * name is asked for that was not given. The seal of the tip stays.
 */
import type { turnTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { complaintLifecycle, tipLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { movePapers } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { openComplaint } from '../open-complaint.ts'
import { standOf } from '../stand.ts'
import { tipEntriesOf } from './store-tip-file.ts'
import { lockToExamine, saveTip } from './work-on-tip.ts'

export async function turnTip(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToExamine(tx, params.tipId)
  if (!locked.ok) return locked
  const tip = locked.value
  const step = transition(tipLifecycle, 'turn', tip.state)
  if (!step.ok) return step
  const { told, named, concernedIds, sellingInstitutionId, channel, receivedAt } = tip
  const documentIds = (await tipEntriesOf(tx, tip)).flatMap((entry) => entry.documentIds)
  const opened = await openComplaint(tx, {
    label: 'complaint',
    channel,
    receivedAt,
    postmarkedOn: null,
    representation: named ? 'self' : 'anonymous',
    mandateUntil: null,
    peopleCount: 1,
    spokespersonCount: 1,
    receptionArea: '',
    areaRecorded: null,
    complainant: { ...told.reporter, relation: '' },
    matter: { facts: told.facts, demand: '', remedy: '' },
    person: null,
    claim: null,
    policyNo: '',
    respondentText: told.against,
    respondentInstitutionId: sellingInstitutionId,
    concernedIds,
    sellingInstitutionId: null,
    institutionId: null,
    cover: 'group',
    files: [],
    documentIds,
  })
  if (!opened.ok) return opened
  const complaint = opened.value
  await movePapers(tx.db, tx.actor.tenantId, documentIds, { kind: 'complaint', id: complaint.id })
  tx.record({ name: 'whistleblow.turned', subject: { kind: 'tip', id: tip.id } })
  await saveTip(tx, tip, { step: step.value, told: { judgement: body.reason } })
  return ok(standOf(complaint, complaintLifecycle.initial))
}
