/**
 * Complaints of the demo's past and those that lie open when it is first opened: at every step, one come back because
 * the caller was told that it is not settled, one handed on by the regulator (CMP-01…CMP-13).
 */
import {
  answerCallback,
  checkCallbackCallee,
  listCallbacks,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import {
  addComplaintEntry,
  assignComplaint,
  checkComplaint,
  classifyComplaint,
  closeComplaint,
  contactComplainant,
  decideComplaint,
  getSolution,
  judgeProposal,
  nameRootCause,
  openImprovement,
  proposeSolution,
  recordReply,
  registerComplaint,
  registerSheet,
  sendDecision,
} from '@anpei/contract/complaints'
import { addDays, type Day } from '@anpei/domain/kernel'
import { asOwner } from '@anpei/server/db'
import { member, type Stage } from '../life/index.ts'
import { isThere, type RosterRow } from '../synth/index.ts'
import { COMPLAINTS, type Story } from './complaint-stories.ts'
import { instantBefore } from './working-days.ts'

const TENANT_ID = 1
/** The part of the roster that complains without a case of its own, behind everybody else. */
const FROM_SHARE = 0.92
/** Days a sheet leaves for the report. */
const SHEET_DAYS = 12

type Came = { readonly complaintId: string; readonly story: Story }
type Step = (stage: Stage, came: Came) => Promise<void>

/** What happens how many working days after a complaint came in, in this order. */
const STEPS: readonly (readonly [day: number, name: Story['until'], step: Step])[] = [
  [1, 'assigned', assign],
  [1, 'contacted', contact],
  [2, 'proposed', investigate],
  [3, 'told', decide],
  [5, 'asked', callBack],
  [6, 'closed', close],
]

export function liveComplaints(stage: Stage, url: string, roster: readonly RosterRow[], today: Day): void {
  const people = roster.slice(Math.floor(roster.length * FROM_SHARE)).filter(isThere)
  for (const [place, story] of COMPLAINTS.entries()) {
    const at = (day: number, hour: number) =>
      instantBefore(today, Math.max(story.workingDaysAgo - day, 0), hour + (place % 3))
    stage.agenda.at(at(0, 0), async () => {
      const other = people[place % people.length]
      const receive = story.sheet ? receiveSheet(stage, story, other) : register(stage, url, story, other)
      const complaintId = await receive
      if (story.until === 'registered') return
      for (const [hour, [day, name, step]] of STEPS.entries()) {
        stage.agenda.at(at(day, hour), () => step(stage, { complaintId, story }))
        if (name === story.until) break
      }
    })
  }
}

/** About the case that ended last, where there is one and the story is about a case. */
async function register(stage: Stage, url: string, story: Story, other: RosterRow | undefined): Promise<string> {
  const claim = story.aboutClaim ? await lastClaim(url) : undefined
  const { id } = await stage.act(member(stage.cast, 'service1'), registerComplaint, {
    body: {
      channel: story.channel,
      matter: { facts: story.facts, demand: story.demand },
      ...(claim
        ? { complainant: { name: claim.name }, personId: claim.person_id, claimId: claim.id }
        : { complainant: { name: other?.name ?? '家属', phone: other?.phone || '0754-80000000' } }),
    },
  })
  return id
}

async function lastClaim(url: string) {
  return asOwner(url, (db) =>
    db
      .selectFrom('claim as c')
      .innerJoin('person as p', (join) =>
        join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.person_id'),
      )
      .select(['c.id', 'c.person_id', 'p.name'])
      .where('c.tenant_id', '=', TENANT_ID)
      .where('c.state', '=', 'closed')
      .where('p.died_on', 'is', null)
      .where(
        'c.id',
        'not in',
        db.selectFrom('complaint').select('claim_id').where('claim_id', 'is not', null).$castTo<string>(),
      )
      .orderBy('c.closed_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
}

async function assign({ act, cast }: Stage, { complaintId, story }: Came): Promise<void> {
  const coordinator = member(cast, 'coordinator1')
  const params = { complaintId }
  await act(coordinator, checkComplaint, { params, body: { finding: 'ours' } })
  await act(coordinator, classifyComplaint, {
    params,
    body: { causes: [story.cause], businessLine: 'accident', class: 'simple' },
  })
  await act(coordinator, assignComplaint, { params, body: { userId: member(cast, story.handler).id } })
}

async function contact({ act, cast }: Stage, { complaintId, story }: Came): Promise<void> {
  const text = '已电话联系投诉人，听取意见，告知由谁负责、什么时候答复。'
  const body = { channel: 'phone', successful: true, text } as const
  await act(member(cast, story.handler), contactComplainant, { params: { complaintId }, body })
}

async function investigate({ act, cast }: Stage, { complaintId, story }: Came): Promise<void> {
  const handler = member(cast, story.handler)
  const params = { complaintId }
  await act(handler, addComplaintEntry, { params, body: { kind: 'finding', text: story.findings } })
  const { outcome, findings, basis, reasons, solution } = story
  await act(handler, proposeSolution, { params, body: { outcome, findings, basis, reasons, solution, acts: [] } })
}

async function decide({ act, cast }: Stage, { complaintId, story }: Came): Promise<void> {
  const handler = member(cast, story.handler)
  const head = member(cast, 'complainthead')
  const params = { complaintId }
  const { proposals } = await act(head, getSolution, { params })
  const proposalId = proposals[0]?.id ?? ''
  await act(head, judgeProposal, { params: { proposalId }, body: { approve: true } })
  await act(handler, recordReply, { params: { proposalId }, body: { accepts: true, reply: '同意这样处理。' } })
  await act(handler, decideComplaint, { params })
  await act(handler, sendDecision, { params, body: { way: 'in_person', to: '本人', proof: '本人在告知书上签收' } })
}

const said = (choice: 'yes' | 'no', text = '') => ({ choice, text })

async function callBack({ act, cast }: Stage, { complaintId, story }: Came): Promise<void> {
  const { items } = await act(member(cast, 'pm'), listCallbacks, { query: { subjectId: complaintId } })
  const [owed] = items
  const caller = [...cast.values()].find((one) => one.id === owed?.owner?.id)
  if (!owed || !caller) return
  const params = { callbackId: owed.id }
  await act(caller, takeCallback, { params })
  const callNo = `DH-${owed.id.slice(-6)}`
  await act(caller, recordCallbackAttempt, { params, body: { way: 'phone', outcome: 'reached', callNo } })
  await act(caller, checkCallbackCallee, { params, body: { callee: 'self', heard: ['name', 'case_no'] } })
  const satisfied = story.notSettled === undefined ? said('yes') : said('no', story.notSettled)
  const answers = { told: said('yes'), clear: said('yes'), kept: said('yes'), satisfied, phone: said('yes') }
  await act(caller, answerCallback, { params, body: { scriptCode: 'complaint', scriptVersion: 1, answers } })
}

async function close({ act, cast, today }: Stage, { complaintId, story }: Came): Promise<void> {
  const head = member(cast, 'complainthead')
  const params = { complaintId }
  if (story.root) {
    const { improvement, ...root } = story.root
    await act(head, nameRootCause, { params, body: root })
    if (improvement) {
      const body = { ...improvement, ownerId: member(cast, 'head').id, dueOn: addDays(today(), improvement.days) }
      await act(head, openImprovement, { params, body })
    }
  }
  await act(head, closeComplaint, { params })
}

async function receiveSheet({ act, cast, today }: Stage, story: Story, who: RosterRow | undefined): Promise<string> {
  const { complaintId } = await act(member(cast, 'compliance'), registerSheet, {
    body: {
      sheetNo: `粤消保转〔${today().slice(0, 4)}〕示例 17 号`,
      sender: '监管局消费者权益保护处（示例）',
      reportBy: addDays(today(), SHEET_DAYS),
      asked: '请核实投诉人反映的赔款迟延情况，依法处理并报告结果。',
      complainant: { name: who?.name ?? '家属', phone: who?.phone || '0754-80000000' },
      matter: { facts: story.facts, demand: story.demand },
    },
  })
  return complaintId
}
