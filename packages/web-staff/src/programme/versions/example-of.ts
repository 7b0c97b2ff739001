/** A new example of a draft, to be worked out by hand (PRG-01). */
import { addDays } from '@anpei/domain/kernel'
import { listAt, textAt, type Data } from './definition.ts'
import { CLAIM_KIND_WORDS } from './parameters.ts'

/** A month into the first policy year, as plain as can be; the sum is to be worked out by hand. */
export function exampleOf(draft: Data, kind: string): Data {
  const from = textAt(draft, ['inForceFrom'])
  const accidentOn = addDays(from, 30)
  const name = `${CLAIM_KIND_WORDS[kind] ?? ''}例 ${listAt(draft, ['examples']).length + 1}`
  const transport = kind === 'transport_death'
  const facts = {
    ...(kind === 'death' || transport ? { deathOn: addDays(accidentOn, 1) } : {}),
    ...(kind === 'hospital'
      ? { stays: [{ admittedOn: accidentOn, dischargedOn: addDays(accidentOn, 9), hospitalLevel: 2 }] }
      : {}),
    ...(kind === 'disability'
      ? { disabilities: [{ grade: 8, part: '一处', assessedOn: addDays(accidentOn, 90) }] }
      : {}),
  }
  return {
    name,
    input: {
      programme: textAt(draft, ['programme']),
      cover: [{ from, to: addDays(from, 364) }],
      kind: transport ? 'death' : kind,
      vehicle: transport ? 'commercialRoad' : 'none',
      accidentOn,
      ...facts,
    },
    expect: { outcome: 'pay', payableFen: 0, reasons: [] },
  }
}
