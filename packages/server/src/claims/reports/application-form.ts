/** CLM-03: the application filled from what we hold, for the eyes of whoever is to sign it. */
import { KIND_WORDS, PLACES, tellsOfDeath } from '@anpei/domain/claims'
import { maskAccount, maskIdNumber } from '@anpei/domain/customers'
import type { Day } from '@anpei/domain/kernel'
import { printedDay } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import { openAccount, openSecrets } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { contactRegister } from '../../notifications/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { ReportTold } from './store-reports.ts'

export type Application = {
  readonly claimNo: string
  readonly insuredName: string
  readonly insuredDied: boolean
  readonly rows: { label: string; value: string }[]
  readonly statement: string
  readonly ownerName: string | null
}

type Columns = {
  name: string
  died_on: Day | null
  salt: Buffer
  sealed: Buffer
  programme: string
  owner: string | null
  holder: string | null
  bank: string | null
  account: Buffer | null
}

const STATEMENT =
  '以上内容由我提供或者看过，是真实的。我申请按保险合同给付保险金，同意贵公司为办理这件理赔向医院、公安等单位核实情况、调取资料。'

export async function applicationOf(tx: Tx, claim: ClaimRecord): Promise<Application> {
  const { rows } = await sql<Columns>`
    select p.name, p.died_on, p.salt, p.sealed, g.name as programme, u.name as owner, a.holder_name as holder, a.bank,
      a.sealed as account
    from person p join programme g on g.tenant_id = p.tenant_id and g.id = ${claim.programmeId}
    left join staff_user u on u.tenant_id = p.tenant_id and u.id = ${claim.ownerId}
    left join lateral (select holder_name, bank, sealed from payee_account where tenant_id = p.tenant_id
      and person_id = p.id and state in ('confirmed', 'waiting') order by state, made_at desc limit 1) a on true
    where p.tenant_id = ${tx.actor.tenantId} and p.id = ${claim.personId}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`claim ${claim.id} has no person`)
  const { accident }: Pick<ReportTold, 'accident'> = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  const place = accident.placeText || (accident.place === null ? '' : PLACES[accident.place])
  const account = row.account
    ? [row.holder, row.bank, maskAccount(openAccount(tx.vault, row.salt, row.account))].filter(Boolean).join(' ')
    : '另外提供'
  const kinds = Object.entries(KIND_WORDS).flatMap(([code, word]) => (claim.kinds.includes(code) ? [word] : []))
  return {
    claimNo: claim.claimNo,
    insuredName: row.name,
    insuredDied: row.died_on !== null || tellsOfDeath(claim.kinds, accident.diedOn),
    ownerName: row.owner,
    rows: [
      { label: '案件号', value: claim.claimNo },
      { label: '保险', value: row.programme },
      { label: '被保险人', value: row.name },
      { label: '身份证号', value: maskIdNumber(openSecrets(tx, row).idNumber) },
      { label: '出事日期', value: printedDay(claim.accidentOn) },
      { label: '出事地点', value: place },
      { label: '经过', value: accident.narrative },
      { label: '申请项目', value: kinds.join('、') },
      { label: '收款账户', value: account },
      { label: '向谁申请', value: contactRegister().company },
    ].filter(({ value }) => value !== ''),
    statement: STATEMENT,
  }
}
