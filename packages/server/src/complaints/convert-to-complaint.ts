/**
 * CMP-01, CMP-02, SRV-01: a request of the service desk becomes a complaint without anything typed again: person,
 * channel, receipt, postmark, words and papers are carried over and both name each other. The same mail again is added
 * to the complaint that stands, and makes no second one.
 */
import type { convertToComplaint as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { writeAsOne, type Writing } from '../db/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { becomeComplaint, requestForComplaint } from '../service-desk/index.ts'
import { newId } from '../kernel/index.ts'
import { EVIDENCE, keepPapers } from './keep-papers.ts'
import { openComplaint } from './open-complaint.ts'
import { standOf } from './stand.ts'
import { subjectsOf } from './store-claims.ts'
import { newEntryWriting } from './store-entries.ts'
import { newLinkWriting } from './store-links.ts'
import { sameOpenComplaint, type SameComplaint } from './store-same.ts'

const LONGEST = 4000

export async function convertToComplaint(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const found = await requestForComplaint(tx, body.requestId)
  if (!found.ok) return found
  const { request, words, documentIds, postmarkedOn } = found.value
  const { contact } = request.told
  const typed = body.complainant.phone || contact.phone
  const phone = typed === '' ? null : parsePhone(typed)
  if (phone && !phone.ok && body.complainant.phone !== '') return phone
  const about = await subjectsOf(tx, { claimId: body.claimId, personId: body.personId ?? request.personId })
  if (!about.ok) return about
  const facts = (body.matter.facts || words).slice(0, LONGEST)
  if (facts === '') return refuse('complaint.no_words')
  const complainant = {
    ...body.complainant,
    name: body.complainant.name || contact.name,
    phone: phone?.ok ? phone.value.phone : '',
    email: body.complainant.email || contact.email,
  }
  const same = await sameOpenComplaint(tx, { ...complainant, personId: about.value.person?.id ?? null, facts })
  const concernedIds = [...new Set([...request.concernedIds, ...body.concernedIds])]
  const opened = same
    ? ok(same)
    : await openComplaint(tx, {
        ...body,
        ...about.value,
        concernedIds,
        label: request.kind === 'appeal' ? 'appeal' : body.label,
        channel: request.channel,
        receivedAt: request.receivedAt,
        postmarkedOn,
        complainant,
        matter: { facts, demand: body.matter.demand ?? '', remedy: body.matter.remedy ?? '' },
        policyNo: body.policyNo || (request.told.policy?.number ?? ''),
        institutionId: request.institutionId ?? tx.actor.institutionId,
        files,
        documentIds,
      })
  if (!opened.ok) return opened
  const { id, complaintNo } = opened.value
  const kind = request.kind === 'appeal' ? 'appeal' : body.label
  const became = await becomeComplaint(tx, request, { complaintId: id, complaintNo, kind, concernedIds })
  if (!became.ok) return became
  const added = same ? await papersAdded(tx, same, { channel: request.channel, files, documentIds }) : ok([])
  if (!added.ok) return added
  tx.later(writeAsOne(tx.db, [newLinkWriting(tx, id, { kind: 'request', id: request.id }), ...added.value]))
  const state = same ? stateOf(complaintLifecycle, same.state) : complaintLifecycle.initial
  return ok({ complaint: standOf(opened.value, state), requestNo: request.requestNo, repeated: same !== undefined })
}

type Brought = {
  readonly channel: string
  readonly files: readonly ArrivedFile[]
  readonly documentIds: readonly string[]
}

/** What came with the same mail again goes into the file of the complaint that stands. */
async function papersAdded(tx: Tx, same: SameComplaint, brought: Brought): Promise<Decision<readonly Writing[]>> {
  const kept = await keepPapers(tx, { ...same, channel: brought.channel }, EVIDENCE, tx.now, brought.files)
  if (!kept.ok) return kept
  const documentIds = [...brought.documentIds, ...kept.value]
  if (documentIds.length === 0) return ok([])
  const told = { text: '重复来件所附的材料', with: '', place: '' }
  const entry = { id: newId(), kind: 'evidence', happenedAt: tx.now, successful: null, documentIds, told } as const
  return ok([newEntryWriting(tx, same, entry)])
}
