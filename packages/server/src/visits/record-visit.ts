/** What happens to visits, by the names the promises listen to: T06 and T07 at home, T13 and T14 on the scene. */
import type { VisitKind } from '@anpei/domain/visits'
import type { Facts, Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

type Happening = 'requested' | 'agreed' | 'put_off' | 'set_out' | 'arrived' | 'made' | 'missed' | 'cancelled'
type Names = Readonly<Record<VisitKind, string>>

const all = (name: string): Names => ({ home: name, on_site: name, video: name })
const RECORDED: Readonly<Record<Happening, { readonly name: Names }>> = {
  requested: { name: { ...all('visit.requested'), home: 'home_visit.requested', on_site: 'scene_visit.requested' } },
  agreed: { name: { ...all('visit.agreed'), home: 'home_visit.agreed' } },
  put_off: { name: { ...all('visit.put_off'), home: 'home_visit.put_off', on_site: 'scene_visit.put_off' } },
  set_out: { name: all('visit.set_out') },
  arrived: { name: { ...all('visit.arrived'), on_site: 'scene_visit.arrived' } },
  made: { name: { ...all('visit.made'), home: 'home_visit.made' } },
  missed: { name: all('visit.missed') },
  cancelled: { name: { ...all('visit.cancelled'), home: 'home_visit.cancelled', on_site: 'scene_visit.cancelled' } },
}

type Told = { readonly facts?: Facts; readonly reason?: string; readonly at?: Instant }
type Visit = { readonly id: string; readonly kind: VisitKind; readonly personId: string | null }

export function recordVisit(tx: Tx, visit: Visit, what: Happening, told: Told = {}): void {
  tx.record({
    name: RECORDED[what].name[visit.kind],
    subject: { kind: 'visit', id: visit.id },
    personId: visit.personId,
    ...told,
  })
}
