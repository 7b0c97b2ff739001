/**
 * CMP-01, CMP-02, CUS-11: a complaint that came without a person of the register (from a phone, by letter), or stands
 * under a wrong one, is tied to the insured person and their claim by somebody who checked who it is about. What was
 * said is compared with the register first; who really complains is written down, and of a proxy the mandate is missing
 * from then on. The broken promises of the claim go into the file by themselves.
 */
import type { ComplaintStand, tieComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { checkCallee, IDENTITY_POINTS, type IdentityPoint } from '@anpei/domain/callbacks'
import { missingWhenTied } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Writing } from '../db/index.ts'
import { personScope, secretsOf, type PersonRecord } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { brokenPromisesOf } from './broken-promises.ts'
import { mustBeOpen } from './must-be-open.ts'
import { settleComplaint } from './settle-complaint.ts'
import { standOf } from './stand.ts'
import { subjectsOf } from './store-claims.ts'
import { newEntryWriting } from './store-entries.ts'
import type { ComplaintRecord } from './store.ts'
import { lockImpartially, saveComplaint } from './work-on.ts'

type Body = Input<typeof route>['body']

export async function tieComplaint(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const found = await lockImpartially(tx, params.complaintId, 'complaint.record')
  if (!found.ok) return found
  const complaint = found.value
  const { id, state, personId, claimId, claimStep, representation } = complaint
  const open = mustBeOpen(state, '关联被保险人')
  if (!open.ok) return open
  const about = await subjectsOf(tx, body)
  if (!about.ok) return about
  const { person, claim } = about.value
  // A claim is of its own person; one whom the actor may not see is not there.
  if (!person || person.id !== body.personId || !(await isInSight(tx, person))) return refuse('request.not_found')
  const speaks = speaksNow(complaint, body)
  const same = personId === person.id && claimId === (claim?.id ?? null)
  if (same && !speaks.changed) return refuse('complaint.tied_already')
  const points = await identityOf(tx, complaint, person, body)
  if (!points.ok) return points
  const { changed: _, ...who } = speaks
  const incomplete = complaint.foundIncompleteAt === null && who.missing.length > 0
  const tied = {
    personId: person.id,
    villageCode: person.villageCode,
    claimId: claim?.id ?? null,
    claimStep: claim?.id === claimId ? claimStep : (claim?.step ?? null),
    ...(incomplete ? { foundIncompleteAt: tx.now } : {}),
  }
  saveComplaint(tx, complaint, { ...who, ...tied }, await brokenOf(tx, complaint, tied.claimId))
  const subject = { kind: 'complaint', id }
  tx.record({
    name: 'complaint.tied',
    subject,
    personId: person.id,
    reason: body.reason,
    facts: {
      claimId: tied.claimId,
      representation: who.representation,
      points: [...points.value],
      personIdBefore: personId,
      claimIdBefore: claimId,
      representationBefore: representation,
    },
  })
  if (incomplete)
    tx.record({ name: 'complaint.found_incomplete', subject, personId: person.id, facts: { missing: who.missing } })
  await settleComplaint(tx, id)
  return ok(standOf(complaint, state))
}

async function isInSight(tx: Tx, { id, mergedInto }: PersonRecord): Promise<boolean> {
  const { rows } = await sql`select 1 from person p where p.tenant_id = ${tx.actor.tenantId} and p.id = ${id}
    and ${personScope(tx.actor, 'person.read')}`.execute(tx.db)
  return rows.length > 0 && mergedInto === null
}

/** Who complains, as it stands from now on. */
function speaksNow(complaint: ComplaintRecord, { representation: as, relation }: Body) {
  const { representation, missing, told } = complaint
  const { complainant } = told
  const next = as === 'self' ? '' : relation || complainant.relation
  return {
    representation: as ?? representation,
    missing: as === null ? [...missing] : missingWhenTied(missing, as, complaint),
    told: { ...told, complainant: { ...complainant, relation: next } },
    changed: (as ?? representation) !== representation || next !== complainant.relation,
  }
}

/** The points that were right; what does not agree with the register ties nothing. */
async function identityOf(
  tx: Tx,
  { representation, told }: ComplaintRecord,
  person: PersonRecord,
  { representation: as, relation, heard, birthOn, idTail }: Body,
): Promise<Decision<readonly IdentityPoint[]>> {
  const secrets = await secretsOf(tx, person.id)
  if (!secrets) return refuse('request.not_found')
  const { complainant } = told
  const self = (as ?? representation) === 'self'
  const given = {
    callee: self ? 'self' : 'complainant',
    name: complainant.name,
    relation,
    heard,
    birthOn,
    idTail,
  } as const
  const checked = checkCallee(given, { birthOn: person.birthOn, idNumber: secrets.idNumber })
  if (!checked.ok) return checked
  const { points, wrong } = checked.value
  return wrong.length === 0
    ? ok(points)
    : refuse('complaint.identity_wrong', { wrong: wrong.map((one) => IDENTITY_POINTS[one]).join('、') })
}

/** CMP-06: of a claim it was not tied to before. */
async function brokenOf(tx: Tx, complaint: ComplaintRecord, claimId: string | null): Promise<Writing[]> {
  if (claimId === null || claimId === complaint.claimId) return []
  const broken = await brokenPromisesOf(tx, claimId)
  if (broken.length === 0) return []
  const told = { text: broken.map((one) => one.text).join('\n'), with: '', place: '' }
  const entry = { id: newId(), kind: 'broken_promise', happenedAt: tx.now, successful: null, documentIds: [] } as const
  return [newEntryWriting(tx, complaint, { ...entry, told })]
}
