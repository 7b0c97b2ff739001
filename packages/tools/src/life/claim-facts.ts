/** A made-up accident in the words of a report and of an assessment. */
import type { AssessmentInput, createReport } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import type { SynthClaim } from '../synth/index.ts'
import type { Slip } from './stage.ts'

type Told = NonNullable<Sent<typeof createReport>['body']>['accident']

const CAUSES = {
  fall: 'fall',
  bump: 'bump',
  traffic: 'traffic',
  fallingObject: 'falling_object',
  other: 'other',
} as const
const PLACES = { indoors: 'indoors', outdoors: 'outdoors', publicPlace: 'public', inVehicle: 'vehicle' } as const

export function accidentTold(claim: SynthClaim): Told {
  const { accident, vehicle, stays, deathOn } = claim
  const kinds = new Set([claim.kind])
  if (stays.length > 0) kinds.add('hospital')
  return {
    accidentOn: claim.accidentOn,
    place: PLACES[accident.place],
    cause: CAUSES[accident.cause],
    vehicle,
    injuryCode: accident.injuryCode,
    hospital: stays[0]?.hospital.name ?? '',
    kinds: [...kinds],
    // A death that comes later is told later; on the day of the notice it may not have happened.
    diedOn: deathOn !== null && deathOn <= claim.reportedOn ? deathOn : null,
  }
}

/** 骨盆环骨折 of grade 7, and a milder grade than it has. */
const MISREAD = { item: '7.4-01', grade: 9 } as const

/** What the papers of these cases would say. */
const EVIDENCE = { external: '病历', sudden: '病历', unintended: '本人（家属）陈述', nonDisease: '病历' }

export function factsOf(claim: SynthClaim, slip?: Slip): AssessmentInput {
  const exclusions = exclusionsOf(claim)
  const vehicle = slip === 'vehicle' ? 'none' : claim.vehicle
  return {
    accidentTest: {
      external: 'yes',
      sudden: 'yes',
      unintended: 'yes',
      nonDisease: claim.hint.reason === 'partly_disease' ? 'partly' : 'yes',
      evidence: EVIDENCE,
    },
    exclusions,
    exclusionEvidence: Object.fromEntries(exclusions.map((code) => [code, '病历、调查记录'])),
    vehicle,
    vehicleEvidence: vehicle === 'none' ? '' : '交警证明、车票',
    deathOn: claim.deathOn,
    stays: claim.stays.map((stay) => ({
      hospital: stay.hospital.name,
      admittedOn: stay.admittedOn,
      dischargedOn: stay.dischargedOn,
      hospitalLevel: stay.hospital.level,
      recognised: stay.hospital.recognised,
      hospitalId: null,
      levelReason: '',
      register: null,
    })),
    disabilities: claim.disabilities.map((one) => ({
      item: slip === 'grade' ? MISREAD.item : null,
      grade: slip === 'grade' ? MISREAD.grade : one.grade,
      part: one.part,
      nature: one.nature,
      assessedOn: one.assessedOn,
    })),
  }
}

function exclusionsOf(claim: SynthClaim): string[] {
  const { reason } = claim.hint
  return reason === 'sudden_death' || reason === 'drunk' || reason === 'fight' ? [reason] : []
}
