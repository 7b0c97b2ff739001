/** CMP-12: the signals among the complaints somebody may see; those complained about never see theirs (CMP-05). */
import { signalsAmong, type Signal } from '@anpei/domain/complaints'
import type { Tx } from '../../http/index.ts'
import { comparedSince, type Compared } from './store-linkage.ts'

const DAY_MS = 86_400_000

export function daysAgo(tx: Tx, days: number): string {
  return new Date(Date.parse(tx.now) - days * DAY_MS).toISOString()
}

type Found = {
  readonly signals: readonly Signal[]
  readonly byId: ReadonlyMap<string, Compared>
  readonly capped: boolean
}

export async function findSignals(tx: Tx, days: number): Promise<Found> {
  const { complaints, capped } = await comparedSince(tx, daysAgo(tx, days))
  const signals = signalsAmong(
    complaints.map(({ id, personId, representation, told: { complainant, matter } }) => ({
      id,
      personId,
      proxy: representation === 'proxy',
      name: complainant.name,
      phone: complainant.phone,
      address: complainant.address,
      words: [matter.facts, matter.demand, matter.remedy].join('\n'),
    })),
  )
  return { signals, byId: new Map(complaints.map((one) => [one.id, one])), capped }
}
