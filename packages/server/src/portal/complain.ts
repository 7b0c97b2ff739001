/**
 * CMP-01, POR-03: a complaint from the phone that was proved. Heard from whoever says it; where it is about an elder
 * this account acts for, it is that person's. The answer says by when somebody calls, and by when the law wants an
 * answer.
 */
import type { portalComplain as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { linkAccount, openComplaint, toldDays } from '../complaints/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { linkedPersons, loadAccount } from './store.ts'
import { phoneOf } from './views.ts'

const MOST_A_DAY = 10

export async function complain(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const limit = { what: 'portal_complaint', key: actor.id, most: MOST_A_DAY, minutes: 24 * 60 }
  const minutes = await countAttempt(tx, [limit])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const today = dayOfInstant(tx.now)
  const [account, linked] = await Promise.all([
    loadAccount(db, actor.tenantId, actor.id),
    linkedPersons(db, actor.tenantId, actor.id, today, 'look_up'),
  ])
  if (!account) return refuse('request.sign_in_first')
  const about = linked.find((one) => one.name === (body.about || body.name))
  const opened = await openComplaint(tx, {
    label: 'complaint',
    channel: 'app',
    receivedAt: tx.now,
    postmarkedOn: null,
    representation: 'self',
    mandateUntil: null,
    peopleCount: 1,
    spokespersonCount: 1,
    receptionArea: '',
    areaRecorded: null,
    complainant: {
      name: body.name,
      phone: phoneOf(vault, account),
      email: '',
      address: '',
      relation: body.about === '' ? '' : body.relation || `为${body.about}投诉`,
    },
    matter: { facts: body.facts, demand: body.demand, remedy: '' },
    person: about ? { id: about.id, villageCode: null } : null,
    claim: null,
    policyNo: '',
    respondentText: '',
    respondentInstitutionId: null,
    concernedIds: [],
    sellingInstitutionId: null,
    institutionId: null,
    cover: 'group',
    files,
    documentIds: [],
  })
  if (!opened.ok) return opened
  await linkAccount(tx, opened.value.id)
  const { contactByOn, answerByOn } = await toldDays(tx, opened.value.id)
  return ok({ ...opened.value, contactByOn, answerByOn })
}
