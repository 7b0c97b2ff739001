/**
 * The second half of a claim's life: papers judged, liability and sum, approval, letters, closing when nothing is
 * owed.
 */
import {
  approveProposal,
  closeClaim,
  deliverLetter,
  endTask,
  getClaim,
  judgePapers,
  proposeDecision,
  saveAssessment,
  type Assessment,
  type ClaimView,
} from '@anpei/contract/claims'
import { isNotApplicable } from '@anpei/domain/claims'
import { addDays } from '@anpei/domain/kernel'
import { Refused } from '@anpei/server/http'
import type { SynthClaim } from '../synth/index.ts'
import { member } from './cast.ts'
import { factsOf } from './claim-facts.ts'
import { schedule, type Stage } from './stage.ts'

const ASSESSORS = ['assessor1', 'assessor2'] as const
const APPROVERS = ['underwriter1', 'underwriter2', 'head'] as const
/** A person settles what the machine leaves open: how often they find for the family, of a hundred. */
const FOUND_FOR_FAMILY = 70

function assessorOf(claim: SynthClaim) {
  return ASSESSORS[claim.personIndex % 2] ?? 'assessor1'
}

export async function review(stage: Stage, claim: SynthClaim, claimId: string): Promise<void> {
  const assessor = member(stage.cast, assessorOf(claim))
  const page = await stage.act(assessor, getClaim, { params: { claimId } })
  const papers = page.documents.flatMap((item) => item.papers).filter((paper) => paper.verdict === null)
  await stage.act(assessor, judgePapers, {
    params: { claimId },
    body: {
      verdicts: papers.map((paper) => ({
        documentId: paper.id,
        verdict: 'accepted' as const,
        checks: { real: true, complete: true, compliant: true },
      })),
      finish: true,
    },
  })
  schedule(stage, claim, addDays(stage.today(), stage.draw(2)), () => decide(stage, claim, claimId))
}

async function decide(stage: Stage, claim: SynthClaim, claimId: string): Promise<void> {
  const assessor = member(stage.cast, assessorOf(claim))
  const assessment = await stage.act(assessor, saveAssessment, {
    params: { claimId },
    body: factsOf(claim, stage.slip),
  })
  const page = await stage.act(assessor, getClaim, { params: { claimId } })
  const made = await propose(stage, claim, page, wishes(stage, page, assessment))
  const { proposalId } = made
  if (proposalId && made.state === 'waiting')
    schedule(stage, claim, addDays(stage.today(), 1), () => approve(stage, claim, claimId, proposalId))
  else schedule(stage, claim, addDays(stage.today(), 2), () => finish(stage, claim, claimId, 0))
}

/** A sum set by hand above what the line can give is brought down to it, and denied where it can give nothing. */
async function propose(stage: Stage, claim: SynthClaim, page: ClaimView, lines: readonly Wish[]) {
  const assessor = member(stage.cast, assessorOf(claim))
  for (let asked = [...lines]; ; ) {
    try {
      return await stage.act(assessor, proposeDecision, { params: { claimId: page.id }, body: { lines: asked } })
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'claim.amount_above_ceiling')) throw error
      const { benefit, ceilingFen }: { benefit?: unknown; ceilingFen?: unknown } = { ...error.facts }
      const line = page.lines.find((one) => one.benefit === benefit)
      const most = typeof ceilingFen === 'number' ? ceilingFen : 0
      asked = asked.map((one) => (one.lineId === line?.id ? within(one, most) : one))
    }
  }
}

function within(wish: Wish, mostFen: number): Wish {
  if (mostFen > 0) return { ...wish, payableFen: mostFen }
  return { lineId: wish.lineId, outcome: 'deny', payableFen: 0, reasons: ['benefit.none_for_kind'] }
}

type Wish = {
  lineId: string
  outcome: 'pay' | 'deny' | 'not_applicable'
  payableFen: number
  reasons?: string[]
  comment?: string
}

/** What was calculated is paid; what came to nothing is denied with the reasons the calculation gives. */
function wishes(stage: Stage, page: ClaimView, assessment: Assessment): Wish[] {
  return page.lines
    .filter((line) => line.state === 'open')
    .map((line) => {
      const kind =
        assessment.kinds.find((one) => one.lines.some((made) => made.benefit === line.benefit)) ??
        assessment.kinds.find((one) => kindOf(line.benefit) === one.kind)
      const made = kind?.lines.find((one) => one.benefit === line.benefit)
      if (made && made.payableFen > 0 && stage.slip === 'denied')
        return { lineId: line.id, outcome: 'deny' as const, payableFen: 0, reasons: ['hospital.level_too_low'] }
      if (made && made.payableFen > 0) return { lineId: line.id, outcome: 'pay' as const, payableFen: made.payableFen }
      if (isNotApplicable(line.benefit, assessment.input.vehicle))
        return { lineId: line.id, outcome: 'not_applicable' as const, payableFen: 0 }
      const reasons = kind?.reasons.map((reason) => reason.code) ?? []
      const manual = kind?.outcome === 'manual' && stage.draw(100) < FOUND_FOR_FAMILY
      if (manual && line.reserveFen > 0) {
        return {
          lineId: line.id,
          outcome: 'pay' as const,
          payableFen: Math.min(line.reserveFen, 60_000),
          comment: '会商后按有利于被保险人处理',
        }
      }
      return {
        lineId: line.id,
        outcome: 'deny' as const,
        payableFen: 0,
        reasons: reasons.length > 0 ? reasons : ['benefit.none_for_kind'],
      }
    })
}

function kindOf(benefit: string): string {
  return benefit === 'hospital_allowance' ? 'hospital' : benefit === 'transport_death' ? 'death' : benefit
}

async function approve(stage: Stage, claim: SynthClaim, claimId: string, proposalId: string): Promise<void> {
  for (const login of APPROVERS) {
    try {
      const step = await stage.act(member(stage.cast, login), approveProposal, {
        params: { proposalId },
        body: { comment: '同意' },
      })
      if (step.state !== 'waiting') break
    } catch (error) {
      // Beyond this person's authority: the next one up looks.
      if (!(error instanceof Refused && error.code === 'claim.over_authority')) throw error
    }
  }
  schedule(stage, claim, addDays(stage.today(), 2), () => finish(stage, claim, claimId, 0))
}

const MOST_LOOKS = 10

/** Letters reach; when the money has arrived and nothing is owed the file is closed. */
async function finish(stage: Stage, claim: SynthClaim, claimId: string, looks: number): Promise<void> {
  const assessor = member(stage.cast, assessorOf(claim))
  const page = await stage.act(assessor, getClaim, { params: { claimId } })
  for (const letter of page.letters.filter((one) => one.deliveredAt === null)) {
    await stage.act(assessor, deliverLetter, {
      params: { letterId: letter.id },
      body: { way: 'counter', proof: '本人（家属）签收' },
    })
  }
  for (const task of page.tasks.filter((one) => one.state === 'open')) {
    await stage.act(assessor, endTask, {
      params: { taskId: task.id },
      body: { outcome: 'done', findings: '已核实，与申报一致' },
    })
  }
  const paid = page.payments.every((payment) => payment.state === 'paid' || payment.state === 'cancelled')
  if (paid && page.state === 'settling')
    await stage.act(member(stage.cast, 'head'), closeClaim, { params: { claimId } })
  else if (looks < MOST_LOOKS)
    schedule(stage, claim, addDays(stage.today(), 3), () => finish(stage, claim, claimId, looks + 1))
}
