/**
 * 交通意外身故 (PRG-02): a sum by class of the commercial vehicle one was a passenger of, in addition to the sum for
 * accidental death or instead of it (parameter `stacking`, LAW §1.5). A private vehicle is an ordinary accident; a
 * class nobody has decided yet (国铁/高铁, 网约车, the driver) is decided by a person (LAW §1.16).
 */
import { daysBetween, minFen } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement } from '../case.ts'
import type { PaidVehicle, Parameters, TransportBenefit, VehicleClass } from '../version.ts'

const VEHICLE_TITLE: Readonly<Record<PaidVehicle, string>> = {
  commercialRoad: '营运类机动车',
  rail: '轨道交通',
  ship: '营运类轮船',
  air: '航空器',
}

export function isPaidVehicle(vehicle: VehicleClass): vehicle is PaidVehicle {
  return vehicle !== 'none' && vehicle !== 'private' && vehicle !== 'undecided'
}

export function judgeTransport(
  benefit: TransportBenefit,
  asked: AdjudicationCase,
  parameters: Parameters,
): BenefitJudgement {
  const { vehicle, deathOn } = asked
  if (deathOn === null) return { outcome: 'nothing', reasons: [], working: [] }
  const days = daysBetween(asked.accidentOn, deathOn)
  if (days > benefit.withinDays) {
    return { outcome: 'nothing', reasons: ['death.after_180_days'], working: [] }
  }
  if (vehicle === 'undecided') {
    const working = [{ code: 'transport.class_undecided', facts: {} }]
    return { outcome: 'manual', reasons: ['transport.class_undecided'], working }
  }
  if (!isPaidVehicle(vehicle)) {
    return { outcome: 'nothing', reasons: [], working: [{ code: 'transport.ordinary', facts: {} }] }
  }
  const instead = parameters.stacking === 'instead'
  const sumFen = benefit.sumFenByVehicle[vehicle]
  const deductedFen = instead ? minFen(asked.history.disabilityPaidFen, sumFen) : 0n
  const payableFen = sumFen - deductedFen
  const step = {
    code: 'transport.sum',
    facts: {
      title: benefit.title,
      vehicleTitle: VEHICLE_TITLE[vehicle],
      sumFen: Number(sumFen),
      deductedFen: Number(deductedFen),
      payableFen: Number(payableFen),
      stackingTitle: instead ? '代替意外身故金' : '在意外身故金之外另付',
    },
  }
  if (payableFen === 0n) return { outcome: 'nothing', reasons: ['death.disability_deducted'], working: [step] }
  return { outcome: 'pay', line: { benefit: benefit.code, payableFen, working: [step] }, notes: [] }
}
