/** Reads one benefit of a programme version by its kind (PRG-01); a new kind adds one branch here. */
import { unreachable } from '../kernel/index.ts'
import type { ObjectReader } from './object-reader.ts'
import { BENEFIT_CODES, CLAIM_KINDS } from './version.ts'
import type { Benefit, ReimbursementPricing } from './version.ts'

const KINDS = ['lumpSum', 'scale', 'perDiem', 'transport', 'reimbursement'] as const

export function parseBenefit(reader: ObjectReader): Benefit {
  const benefit = readKind(reader)
  reader.noOtherFields()
  return benefit
}

function readKind(reader: ObjectReader): Benefit {
  const base = {
    code: reader.oneOf('code', BENEFIT_CODES),
    title: reader.text('title'),
    claimKind: reader.oneOf('claimKind', CLAIM_KINDS),
    sources: reader.map('sources'),
  }
  const kind = reader.oneOf('kind', KINDS)
  switch (kind) {
    case 'lumpSum':
      return {
        ...base,
        kind,
        sumFen: reader.fen('sumFen'),
        withinDays: reader.whole('withinDays', 0, 3660),
        deductsDisabilityPaid: reader.flag('deductsDisabilityPaid'),
      }
    case 'scale':
      return {
        ...base,
        kind,
        sumFen: reader.fen('sumFen'),
        withinDays: reader.whole('withinDays', 0, 3660),
        standard: reader.text('standard'),
        percentByGrade: readLadder(reader.object('percentByGrade')),
        equalMostSevereOneUp: reader.flag('equalMostSevereOneUp'),
      }
    case 'perDiem':
      return {
        ...base,
        kind,
        perDayFen: reader.fen('perDayFen'),
        minHospitalLevel: reader.whole('minHospitalLevel', 1, 3),
        recognisedCounts: reader.flag('recognisedCounts'),
        maxDaysPerStay: reader.whole('maxDaysPerStay', 1, 3660),
        maxDaysPerYear: reader.whole('maxDaysPerYear', 1, 366),
        maxFenPerYear: reader.fen('maxFenPerYear'),
      }
    case 'transport':
      return {
        ...base,
        kind,
        sumFenByVehicle: readVehicleSums(reader.object('sumFenByVehicle')),
        withinDays: reader.whole('withinDays', 0, 3660),
      }
    case 'reimbursement':
      return { ...base, kind, pricing: reader.isNull('pricing') ? null : readPricing(reader.object('pricing')) }
    default:
      return unreachable(kind)
  }
}

/** `{ "1": 100, …, "10": 10 }`: the ladder is a parameter of the product, not of the standard. */
function readLadder(reader: ObjectReader): readonly number[] {
  const percents: number[] = []
  for (let grade = 1; grade <= 10; grade++) percents.push(reader.whole(String(grade), 0, 100))
  reader.noOtherFields()
  return percents
}

function readVehicleSums(reader: ObjectReader) {
  const sums = {
    commercialRoad: reader.fen('commercialRoad'),
    rail: reader.fen('rail'),
    ship: reader.fen('ship'),
    air: reader.fen('air'),
  }
  reader.noOtherFields()
  return sums
}

function readPricing(reader: ObjectReader): ReimbursementPricing {
  const pricing = {
    deductibleFen: reader.fen('deductibleFen'),
    ratioBps: reader.whole('ratioBps', 0, 10_000),
    limitFen: reader.fen('limitFen'),
    offsetsSocialInsurance: reader.flag('offsetsSocialInsurance'),
  }
  reader.noOtherFields()
  return pricing
}
