/** The report form ↔ the wire: empty texts of the form become what the contract calls absent. */
import type { ReportView } from '@anpei/contract/claims'
import type { Cause, Place, Relation } from '@anpei/domain/claims'
import type { ClaimKind, VehicleClass } from '@anpei/domain/programme'

export type ReportForm = {
  personId?: string | null
  statedName?: string
  statedIdNumber?: string
  reporter: { name: string; phone?: string; relation: Relation }
  accident: {
    accidentOn: string
    accidentTime?: string
    place?: Place | null
    placeText?: string
    cause: Cause
    vehicle: VehicleClass
    narrative?: string
    hospital?: string
    kinds: ClaimKind[]
    diedOn?: string
    /** Empty = known on the accident day. */
    knownOn?: string
  }
}

export function wireOf(form: ReportForm) {
  const { accident, reporter } = form
  const personId = form.personId ?? null
  return {
    personId,
    statedName: personId === null ? (form.statedName ?? '') : '',
    statedIdNumber: personId === null ? (form.statedIdNumber ?? '') : '',
    reporter: { name: reporter.name, phone: reporter.phone ?? '', relation: reporter.relation },
    accident: {
      ...accident,
      accidentTime: accident.accidentTime?.slice(0, 5) || null,
      place: accident.place ?? null,
      diedOn: accident.kinds.includes('death') ? accident.diedOn || null : null,
      knownOn: accident.knownOn || null,
    },
  }
}

export function formOf(report: ReportView): ReportForm {
  const { accident, reporter } = report
  return {
    personId: report.person?.id ?? null,
    statedName: report.statedName,
    statedIdNumber: '',
    reporter: { name: reporter.name, phone: '', relation: reporter.relation },
    accident: {
      accidentOn: accident.accidentOn,
      accidentTime: accident.accidentTime ?? '',
      place: accident.place,
      placeText: accident.placeText,
      cause: accident.cause,
      vehicle: accident.vehicle,
      narrative: accident.narrative,
      hospital: accident.hospital,
      kinds: [...accident.kinds],
      diedOn: accident.diedOn ?? '',
      knownOn: accident.knownOn ?? '',
    },
  }
}
