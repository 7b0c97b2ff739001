/** Liability, calculation with its working, proposal and approval (CLM-08…10). */
import { z } from 'zod'
import { Day, FenAmount, Id, Instant, MaybeText, route } from '../kernel/index.ts'
import { HospitalOnDay } from '../programme/index.ts'
import { BenefitCode, ClaimClass, ClaimKind, VehicleClass } from './words.ts'

const answerOf = z.enum(['yes', 'no', 'partly'])
const evidence = MaybeText(500).default('')

/**
 * What was established; the calculation is made from this and nothing else. Evidence may come later than a draft, not
 * later than the proposal (PRG-03).
 */
export const AssessmentInput = z
  .object({
    accidentTest: z.object({
      external: answerOf,
      sudden: answerOf,
      unintended: answerOf,
      nonDisease: answerOf,
      evidence: z.object({ external: evidence, sudden: evidence, unintended: evidence, nonDisease: evidence }).default({
        external: '',
        sudden: '',
        unintended: '',
        nonDisease: '',
      }),
    }),
    exclusions: z.array(z.string().max(40)).max(10).default([]),
    exclusionEvidence: z.record(z.string().max(40), MaybeText(500)).default({}),
    vehicle: VehicleClass,
    vehicleEvidence: evidence,
    deathOn: Day.nullable().default(null),
    stays: z
      .array(
        z.object({
          hospital: MaybeText(100).default(''),
          hospitalId: Id.nullable().default(null).meta({ description: '医院目录里的医院' }),
          admittedOn: Day,
          dischargedOn: Day,
          hospitalLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
          recognised: z.boolean().default(false),
          levelReason: MaybeText(300).default('').meta({ description: '与医院目录不同时的原因' }),
          register: HospitalOnDay.nullable().default(null).meta({ description: '入院当天目录所载，由系统填写' }),
        }),
      )
      .max(30)
      .default([]),
    disabilities: z
      .array(
        z.object({
          item: z.string().max(20).nullable(),
          grade: z.int().min(1).max(10).nullable(),
          part: MaybeText(60),
          nature: MaybeText(60).nullable().default(null),
          assessedOn: Day,
        }),
      )
      .max(30)
      .default([]),
  })
  .meta({ id: 'AssessmentInput', description: '责任认定与计算所依据的事实' })
export type AssessmentInput = z.output<typeof AssessmentInput>

/** How a case is routed, and from what; never a ground to refuse (CLM-07). */
export const Routed = z.object({
  class: ClaimClass,
  approvalSteps: z.int(),
  /** 1 is the most severe; null = no grade given. */
  injuryGrade: z.int().nullable(),
  injuryCode: z.string(),
  missingPapers: z.int(),
  evidenceComplete: z.boolean(),
  historyCount: z.int(),
  /** Other cases of the person that were not closed when this one was classed. */
  openCount: z.int().default(0),
  riskScore: z.int(),
  riskReasons: z.array(z.object({ title: z.string(), points: z.int() })),
})
export type Routed = z.output<typeof Routed>

export const Assessment = z
  .object({
    id: Id.nullable(),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: Instant,
    input: AssessmentInput,
    outcome: z.enum(['pay', 'refuse', 'manual']),
    payableFen: FenAmount,
    kinds: z.array(
      z.object({
        kind: ClaimKind,
        outcome: z.enum(['pay', 'refuse', 'manual']),
        payableFen: FenAmount,
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
        /** Plain sentences, also read aloud. */
        working: z.array(z.string()),
        lines: z.array(
          z.object({
            benefit: BenefitCode,
            payableFen: FenAmount,
            days: z.int().nullable(),
            percent: z.int().nullable(),
            working: z.array(z.string()),
          }),
        ),
      }),
    ),
    /** As it was when the assessment was saved; null in a preview, and for whoever does not judge claims. */
    routing: Routed.nullable(),
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.output<typeof Assessment>

const claimParams = z.object({ claimId: Id })

export const previewAssessment = route({
  id: 'previewAssessment',
  method: 'POST',
  path: '/api/claims/:claimId/assessments/preview',
  permission: 'claim.assess',
  summary: '试算：与保存同一函数，不留下记录',
  params: claimParams,
  body: AssessmentInput,
  answer: Assessment,
})
export const saveAssessment = route({
  id: 'saveAssessment',
  method: 'POST',
  path: '/api/claims/:claimId/assessments',
  permission: 'claim.assess',
  summary: '保存责任认定与计算',
  params: claimParams,
  body: AssessmentInput,
  answer: Assessment,
})
/** Per line: pay what was calculated, deny for reasons (a person's decision), or leave open. */
export const ProposalInput = z.object({
  lines: z
    .array(
      z.object({
        lineId: Id,
        outcome: z.enum(['pay', 'deny', 'not_applicable']),
        payableFen: FenAmount.min(0),
        reasons: z.array(z.string().max(60)).max(10).default([]),
        comment: MaybeText(500).default(''),
      }),
    )
    .min(1)
    .max(10),
})
export const proposeDecision = route({
  id: 'proposeDecision',
  method: 'POST',
  path: '/api/claims/:claimId/proposals',
  permission: 'claim.assess',
  summary: '提交审批（可只提交部分给付项）',
  params: claimParams,
  body: ProposalInput,
  answer: z.object({ proposalId: Id.nullable(), state: z.string(), stepsNeeded: z.int() }),
})
export const approveProposal = route({
  id: 'approveProposal',
  method: 'POST',
  path: '/api/proposals/:proposalId/approve',
  permission: 'claim.approve',
  summary: '审批通过（四眼、权限内、非本人案）',
  params: z.object({ proposalId: Id }),
  body: z.object({ comment: MaybeText(500).default('') }),
  answer: z.object({ state: z.string(), stepsNeeded: z.int(), stepsDone: z.int() }),
})
export const returnProposal = route({
  id: 'returnProposal',
  method: 'POST',
  path: '/api/proposals/:proposalId/return',
  permission: 'claim.approve',
  summary: '退回重做',
  params: z.object({ proposalId: Id }),
  body: z.object({ comment: MaybeText(500) }),
  answer: z.object({ state: z.string() }),
})
