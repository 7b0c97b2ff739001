/**
 * CMP-01, CMP-02, POR-03: a complaint from the phone that was proved. Heard from whoever says it, and what they are
 * to the elder stands on it; where it is about an elder this account acts for, it is that person's, and from a case it
 * is that case's, with the promises broken in it (CMP-02: nobody says again what we hold). The answer says by
 * when somebody calls, by when the law wants an answer, and whether a mandate is needed first.
 */
import type { portalComplain as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { COMPLAINANT_RELATIONS } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { linkAccount, openComplaint, toldDays } from '../complaints/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { caseOfClaim } from './store-cases.ts'
import { linkedPersons, loadAccount } from './store.ts'
import { phoneOf } from './views.ts'

const MOST_A_DAY = 10

export async function complain(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const self = body.relation === 'self'
  if (!self && body.about === '' && body.claimId === null) return refuse('complaint.about_missing')
  const limit = { what: 'portal_complaint', key: actor.id, most: MOST_A_DAY, minutes: 24 * 60 }
  const minutes = await countAttempt(tx, [limit])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const today = dayOfInstant(tx.now)
  const [account, linked, mayComplain] = await Promise.all([
    loadAccount(db, actor.tenantId, actor.id),
    linkedPersons(db, actor.tenantId, actor.id, today, 'look_up'),
    linkedPersons(db, actor.tenantId, actor.id, today, 'complain'),
  ])
  if (!account) return refuse('request.sign_in_first')
  const known = await claimAbout(tx, body.claimId, linked)
  if (known === undefined) return refuse('request.not_found')
  const aboutName = self ? body.name : body.about
  const about = linked.find((one) => (known ? one.id === known.personId : one.name === aboutName))
  // Whoever the elder let complain for them, by the register of proxies, is asked for no mandate.
  const mandate = self ? undefined : mayComplain.find((one) => one.id === about?.id && one.proxyId !== null)
  const opened = await openComplaint(tx, {
    label: 'complaint',
    channel: 'app',
    receivedAt: tx.now,
    postmarkedOn: null,
    representation: self ? 'self' : 'proxy',
    mandateUntil: mandate?.until ?? null,
    mandateHeld: mandate !== undefined,
    peopleCount: 1,
    spokespersonCount: 1,
    receptionArea: '',
    areaRecorded: null,
    complainant: {
      name: body.name,
      phone: phoneOf(vault, account),
      email: '',
      address: '',
      relation: self ? '' : COMPLAINANT_RELATIONS[body.relation],
    },
    matter: { facts: body.facts, demand: body.demand, remedy: '' },
    person: about ? { id: about.id, villageCode: null } : null,
    claim: known?.claim ?? null,
    policyNo: '',
    respondentText: '',
    respondentInstitutionId: null,
    concernedIds: [],
    sellingInstitutionId: null,
    institutionId: null,
    cover: 'group',
    aboutName: self ? '' : (about?.name ?? body.about),
    files: self ? [] : files.filter(isMandate),
    evidence: files.filter((file) => self || !isMandate(file)),
    documentIds: [],
  })
  if (!opened.ok) return opened
  await linkAccount(tx, opened.value.id)
  const { contactByOn, answerByOn } = await toldDays(tx, opened.value.id)
  return ok({ ...opened.value, contactByOn, answerByOn, mandateFirst: !self && mandate === undefined })
}

/** The case it is about, with whose it is; undefined: none that this account may open. */
async function claimAbout(tx: Tx, claimId: string | null, linked: readonly { readonly id: string }[]) {
  if (claimId === null) return null
  const ids = linked.map((one) => one.id)
  const row = await caseOfClaim(tx.db, tx.actor.tenantId, claimId, ids)
  return row?.claim ? { personId: row.personId, claim: { id: row.claim.id, step: row.claim.state } } : undefined
}

function isMandate({ field }: ArrivedFile): boolean {
  return field === 'mandate'
}
