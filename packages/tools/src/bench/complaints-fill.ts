/**
 * Years of complaints (one in a hundred open) as the commands leave them: causes, findings, proposals, decisions,
 * callbacks, clocks, events.
 */
import { nameGrams } from '@anpei/domain/customers'
import { fillStore } from './fill-store.ts'
import { TENANT, type Ask, type Ground } from './ground.ts'

const toldBy = (name: string) => ({
  complainant: { name, phone: '', email: '', address: '', relation: '' },
  matter: { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。', remedy: '' },
  policyNo: '',
  respondentText: '',
})
const TOLD = {
  entry: { text: '资料收齐后十四个工作日才审核完。', with: '', place: '' },
  proposal: {
    findings: '资料收齐后十四个工作日才审核完。',
    basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
    reasons: '经办人请假，没有人接手。',
    solution: '尽快付款并道歉。',
    judgement: '',
    reply: '同意。',
    to: '本人',
    proof: '本人签收',
  },
  callback: { name: '陈投诉', phone: '13800000001', relation: '', callee: null, answers: null },
  attempt: { callNo: 'C-1', note: '' },
} as const

export function fillComplaints(ground: Ground, upTo: number, log: (line: string) => void): Promise<number> {
  return fillStore(ground, upTo, log, {
    what: 'complaints',
    held: `select count(*)::int as n from complaint where complaint_no > 'S' and complaint_no like '%X'`,
    officers: ['handler1', 'handler2'],
    told: TOLD,
    prepare: complainants,
    batch: new URL('./complaints-fill.sql', import.meta.url),
  })
}

/** Everybody complains in their own name: by name, what was told, sealed, and the hashes a name is found by. */
async function complainants(ask: Ask, { vault }: Ground): Promise<void> {
  const named = await ask<{ name: string }>(`select distinct name from person where tenant_id = ${TENANT}`)
  const [one] = await ask<{ salt: Buffer }>('select salt from sealed')
  const salt = one?.salt ?? vault.newSalt()
  const rows = named.map(({ name }) => ({
    name,
    told: vault.seal(salt, JSON.stringify(toldBy(name))).toString('hex'),
    hashes: nameGrams(name).map((gram) => vault.lookupHash('name', `complainant:${gram}`).toString('hex')),
  }))
  const said = JSON.stringify(rows).replaceAll("'", "''")
  await ask(`create temp table complainants as select s.name, salt, decode(s.told, 'hex') as told,
      array(select decode(h, 'hex') from json_array_elements_text(s.hashes) h) as hashes
    from json_to_recordset('${said}') s (name text, told text, hashes json), sealed;
    create unique index on complainants (name); analyze complainants`)
}
