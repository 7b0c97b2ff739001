/**
 * PRG-04: a programme without a list: what the civil affairs office said of the registration on the day of the accident
 * is recorded with its proof; the person becomes a member by the rule of cover, known from now on.
 */
import type { verifyResidence as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { parseIdNumber, parseName } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideResidence, type RosterRow } from '@anpei/domain/programme'
import { findPersonByIdHash } from '../customers/index.ts'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { coversOnDay } from './covers-on-day.ts'
import { termsOfProgramme } from './programme-terms.ts'
import { publishedOn } from './published-versions.ts'
import { applyChanges } from './roster-apply.ts'
import { membershipOfPerson } from './store-consents.ts'
import { villagesOf } from './store-roster.ts'

export async function verifyResidence(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor, vault, now } = tx
  const { programmeId } = params
  const { accidentOn, residentSince } = body
  const today = dayOfInstant(now)
  const row = memberRow(body)
  if (!row.ok) return row
  const [version, terms, villages] = await Promise.all([
    publishedOn(db, actor.tenantId, programmeId, accidentOn),
    termsOfProgramme(db, actor.tenantId, programmeId),
    villagesOf(db),
  ])
  if (!version || !terms) return refuse('programme.nothing_published')
  if (!villages.some((one) => one.code === body.villageCode)) return refuse('programme.row_village_unknown')
  const idHash = vault.lookupHash('id_number', row.value.idNumber)
  const known = await findPersonByIdHash(db, actor.tenantId, idHash)
  if (known && known.name !== row.value.name) return refuse('programme.row_name_differs')
  const { programmes } = known ? await membershipOfPerson(db, actor.tenantId, known.id) : { programmes: [] }
  const proofs = files.filter((file) => file.field === 'proof')
  const allowed = decideResidence({
    rosterMode: version.content.parameters.rosterMode,
    onRoster: programmes.some((one) => one.id === programmeId),
    today,
    birthOn: row.value.birthOn,
    accidentOn,
    residentSince,
    proofs: proofs.length,
  })
  if (!allowed.ok) return allowed
  const keys = { tenantId: actor.tenantId, programmeId, importId: null, now }
  await applyChanges(tx, keys, today, terms, [{ kind: 'joined', personId: null, rowNo: null, row: row.value }])
  const person = await findPersonByIdHash(db, actor.tenantId, idHash)
  if (!person) throw new Error('who became a member does not stand in the register')
  const stored = await storePapers(tx, {
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    channel: 'office',
    receivedAt: now,
    papers: [{ code: 'residence_proof', title: '民政户籍核实', files: proofs }],
  })
  if (!stored.ok) return stored
  tx.record({
    name: 'roster.residence_verified',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    facts: { programmeId, accidentOn, residentSince: residentSince ?? row.value.birthOn, papers: proofs.length },
  })
  const covers = await coversOnDay(db, actor.tenantId, person.id, accidentOn)
  return ok({
    personId: person.id,
    covered: covers.some((cover) => cover.programmeId === programmeId && cover.covered),
  })
}

function memberRow(body: Input<typeof route>['body']): Decision<RosterRow> {
  const name = parseName(body.name)
  if (!name.ok) return name
  const number = parseIdNumber(body.idNumber)
  if (!number.ok) return number
  const { idNumber, sex, birthOn } = number.value
  return ok({
    name: name.value,
    idNumber,
    sex,
    birthOn,
    phone: null,
    address: '',
    villageCode: body.villageCode,
    status: 'resident',
    movedInOn: body.residentSince,
    statusOn: null,
    lacksCapacity: false,
  })
}
