/**
 * PRG-04, ORG-05: a look at the registration makes somebody a member of a programme without a list, and so entitles to
 * money: it counts once another person has seen the proof. What was allowed then is asked again when it is confirmed.
 */
import { maskIdNumber, parseIdNumber, parseName } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideResidence, type CoverTerms, type RosterRow } from '@anpei/domain/programme'
import { z } from 'zod'
import { findPersonByIdHash } from '../../customers/index.ts'
import { givePapersTo } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ChangeKind, ConfirmedChange } from '../../identity/index.ts'
import { termsOfProgramme } from '../cover/programme-terms.ts'
import { publishedOn } from '../versions/published-versions.ts'
import { applyChanges } from './roster-apply.ts'
import { membershipOfPerson } from '../cover/store-consents.ts'
import { villagesOf } from './store-roster.ts'

export const RESIDENCE_CHANGE = 'roster.residence'
/** What the proof hangs on until the person is known. */
export const RESIDENCE = 'residence'

const Looked = z.object({
  programmeId: z.uuid(),
  name: z.string(),
  idNumber: z.string(),
  villageCode: z.string(),
  accidentOn: z.iso.date(),
  residentSince: z.iso.date().nullable(),
  fileIds: z.array(z.uuid()),
})
type Said = Omit<z.output<typeof Looked>, 'fileIds'>

export const residenceChangeKind: ChangeKind = {
  zh: '户籍核实',
  check: 'roster.confirm',
  labels: {
    name: '姓名',
    idNumber: '身份证号',
    village: '户籍村居',
    accidentOn: '出险日（当日户籍在册）',
    residentSince: '户籍迁入日期',
    proofs: '民政核实文件（份）',
  },
  proofs: ({ subjectId, sealed }) =>
    Looked.parse(sealed).fileIds.map((fileId, index) => ({
      title: `民政核实文件 ${index + 1}`,
      path: `/api/residences/${subjectId}/proof/${fileId}`,
    })),
  apply: applyResidence,
}

type Checked = { readonly row: RosterRow; readonly idHash: Buffer; readonly terms: CoverTerms; readonly words: Words }
type Words = Readonly<Record<string, string | number>>

/** Whether so much may be recorded now, and what of it both people read. */
export async function checkResidence(tx: Tx, said: Said, proofs: number): Promise<Decision<Checked>> {
  const { db, actor, vault, now } = tx
  const { programmeId, accidentOn, residentSince } = said
  const row = memberRow(said)
  if (!row.ok) return row
  const [version, terms, villages] = await Promise.all([
    publishedOn(db, actor.tenantId, programmeId, accidentOn),
    termsOfProgramme(db, actor.tenantId, programmeId),
    villagesOf(db),
  ])
  if (!version || !terms) return refuse('programme.nothing_published')
  const village = villages.find((one) => one.code === said.villageCode)
  if (!village) return refuse('programme.row_village_unknown')
  const idHash = vault.lookupHash('id_number', row.value.idNumber)
  const known = await findPersonByIdHash(db, actor.tenantId, idHash)
  if (known && known.name !== row.value.name) return refuse('programme.row_name_differs')
  const { programmes } = known ? await membershipOfPerson(db, actor.tenantId, known.id) : { programmes: [] }
  const allowed = decideResidence({
    rosterMode: version.content.parameters.rosterMode,
    onRoster: programmes.some((one) => one.id === programmeId),
    today: dayOfInstant(now),
    birthOn: row.value.birthOn,
    accidentOn,
    residentSince,
    proofs,
  })
  if (!allowed.ok) return allowed
  const words = {
    name: row.value.name,
    idNumber: maskIdNumber(row.value.idNumber),
    village: `${village.townName}${village.name}`,
    accidentOn,
    residentSince: residentSince ?? '出生起',
    proofs,
  }
  return ok({ row: row.value, idHash, terms, words })
}

async function applyResidence(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { db, actor, now } = tx
  const { fileIds, ...said } = Looked.parse(change.sealed)
  const checked = await checkResidence(tx, said, fileIds.length)
  if (!checked.ok) return checked
  const { row, idHash, terms } = checked.value
  const { programmeId, accidentOn, residentSince } = said
  const keys = { tenantId: actor.tenantId, programmeId, importId: null, now }
  await applyChanges(tx, keys, dayOfInstant(now), terms, [{ kind: 'joined', personId: null, rowNo: null, row }])
  const person = await findPersonByIdHash(db, actor.tenantId, idHash)
  if (!person) throw new Error('who became a member does not stand in the register')
  await givePapersTo(db, actor.tenantId, { kind: RESIDENCE, id: change.subjectId }, person.id)
  tx.record({
    name: 'roster.residence_verified',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    facts: {
      programmeId,
      accidentOn,
      residentSince: residentSince ?? row.birthOn,
      papers: fileIds.length,
      lookedUpBy: change.madeBy,
      changeId: change.id,
    },
  })
  return ok(null)
}

function memberRow(said: Said): Decision<RosterRow> {
  const name = parseName(said.name)
  if (!name.ok) return name
  const number = parseIdNumber(said.idNumber)
  if (!number.ok) return number
  const { idNumber, sex, birthOn } = number.value
  return ok({
    name: name.value,
    idNumber,
    sex,
    birthOn,
    phone: null,
    address: '',
    villageCode: said.villageCode,
    status: 'resident',
    movedInOn: said.residentSince,
    statusOn: null,
    lacksCapacity: false,
  })
}
