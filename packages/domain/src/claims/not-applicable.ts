/**
 * CLM-08, PRG-02: a transport line opened because a report named a death in a vehicle does not apply when the vehicle
 * turns out to be private, or there was none. The calculation proposes 不适用, a person confirms it; it is no refusal.
 */
import type { VehicleClass } from '../programme/index.ts'

export function isNotApplicable(benefit: string, vehicle: VehicleClass): boolean {
  return benefit === 'transport_death' && (vehicle === 'private' || vehicle === 'none')
}
