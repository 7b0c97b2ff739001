/** What every letter of a claim says at its head and foot: who, which case, which programme, whom to ask (CLM-11). */
import { PLACES, tellsOfDeath } from '@anpei/domain/claims'
import { maskIdNumber } from '@anpei/domain/customers'
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import type { LetterCase } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import { openSecrets, steeringOf } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { contactRegister } from '../../notifications/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { ReportTold } from '../reports/store-reports.ts'

type Columns = {
  name: string
  sex: string
  birth_on: Day
  died_on: Day | null
  care_marks: string[]
  salt: Buffer
  sealed: Buffer
  programme: string
  policy_no: string | null
  handler: string | null
}

/** `largeType`: how the person is to be written to (CUS-04). */
export async function letterCase(
  tx: Tx,
  claim: ClaimRecord,
  letterNo: string,
): Promise<{ readonly about: LetterCase; readonly largeType: boolean }> {
  const found = await sql<Columns>`
    select p.name, p.sex, p.birth_on, p.died_on, care_marks_of(p.tenant_id, p.id) as care_marks, p.salt, p.sealed,
      g.name as programme,
      (select y.policy_no from policy y where y.tenant_id = p.tenant_id and y.programme_id = g.id
        and ${claim.accidentOn}::date between y.from_on and y.to_on) as policy_no,
      (select u.name from staff_user u where u.tenant_id = p.tenant_id and u.id = ${claim.ownerId}) as handler
    from person p join programme g on g.tenant_id = p.tenant_id and g.id = ${claim.programmeId}
    where p.tenant_id = ${tx.actor.tenantId} and p.id = ${claim.personId}`.execute(tx.db)
  const row = found.rows[0]
  if (!row) throw new Error(`claim ${claim.id} has no person`)
  const { accident }: Pick<ReportTold, 'accident'> = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  // After a death the letter goes to the family: who among them is heir is not for the envelope to say.
  const toFamily = row.died_on !== null || tellsOfDeath(claim.kinds, accident.diedOn)
  const about = {
    letterNo,
    claimNo: claim.claimNo,
    progressCode: claim.claimNo,
    issuedOn: dayOfInstant(tx.now),
    recipientName: toFamily ? `${row.name}的家属` : row.name,
    recipientHonorific: toFamily ? '' : row.sex === 'male' ? '先生' : '女士',
    insuredName: row.name,
    insuredIdMasked: maskIdNumber(openSecrets(tx, row).idNumber),
    policyNo: row.policy_no ?? '以承保系统登记为准',
    programmeName: row.programme,
    accidentOn: claim.accidentOn,
    accidentPlace: accident.placeText || (accident.place === null ? '报案所说的地点' : PLACES[accident.place]),
    handlerName: row.handler ?? tx.actor.name,
    contacts: contactRegister(),
  }
  const { largeType } = steeringOf(tx.now, { birthOn: row.birth_on, careMarks: row.care_marks })
  return { about, largeType }
}
