/**
 * CLM-01: one report opens a claim for every cover of the person that was in force on the accident day, each with one
 * line per benefit asked for (CLM-08), its opening reserve (CLM-19) and one named owner (ORG-07).
 */
import { openingBenefits } from '@anpei/domain/claims'
import { startOfDay } from '@anpei/domain/kernel'
import { KEPT_BY } from '@anpei/domain/sla'
import { newId } from '../../kernel/index.ts'
import { writeAsOne, type Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import type { CoverOnDay } from '../../programme/index.ts'
import { deriveClocks } from '../../sla/index.ts'
import { chooseClaimOwner, institutionFor } from '../owner.ts'
import { reserveAtOpening } from '../assessment/reserve-table.ts'
import { newClaimWritings } from '../store-claims.ts'
import { knownOn, type ReportTold } from './store-reports.ts'

export type OpenedClaim = { readonly id: string; readonly claimNo: string }

export type Opening = {
  readonly reportId: string
  readonly personId: string
  readonly villageCode: string | null
  readonly careMarks: readonly string[]
  readonly receivedAt: string
  readonly told: ReportTold
}

/** `beside`: what is written of the report itself; it leaves in the same statement as the claims. */
export async function openClaims(
  tx: Tx,
  opening: Opening,
  covers: readonly CoverOnDay[],
  beside: readonly Writing[] = [],
): Promise<OpenedClaim[]> {
  const opened: (OpenedClaim & { readonly writings: readonly Writing[] })[] = []
  for (const cover of covers) opened.push(await openOne(tx, opening, cover))
  tx.later(writeAsOne(tx.db, [...beside, ...opened.flatMap((one) => one.writings)]))
  return opened.map(({ id, claimNo }) => ({ id, claimNo }))
}

async function openOne(tx: Tx, opening: Opening, cover: CoverOnDay) {
  const { accident } = opening.told
  const [claimNo, owner, institutionId] = await Promise.all([
    tx.app.numbers.draw(tx.db, 'claim', tx.now),
    chooseClaimOwner(tx, { ...opening, kinds: accident.kinds }),
    institutionFor(tx, opening.villageCode),
  ])
  const id = newId()
  const lines = openingBenefits(accident.kinds, accident.vehicle, cover.version.benefits).map((benefit) => ({
    id: newId(),
    benefit,
    reserveFen: reserveAtOpening(benefit, 'standard'),
  }))
  const salt = tx.vault.newSalt()
  tx.record({
    name: 'claim.registered',
    subject: { kind: 'claim', id },
    personId: opening.personId,
    facts: {
      claimNo,
      reportId: opening.reportId,
      kinds: accident.kinds,
      accidentOn: accident.accidentOn,
      ownerId: owner,
      // Its clocks count the days of the office that keeps it (CLK-02).
      [KEPT_BY]: institutionId,
    },
  })
  // L05: from the day on which those entitled knew, the limitation runs, and warns before it ends.
  const known = knownOn(opening.told)
  tx.record({
    name: 'accident.known',
    subject: { kind: 'claim', id },
    personId: opening.personId,
    at: startOfDay(known),
    facts: { knownOn: known },
  })
  const next = await deriveClocks(tx, { kind: 'claim', id }, true)
  const writings = newClaimWritings(
    tx.db,
    tx.actor.tenantId,
    tx.now,
    {
      id,
      claimNo,
      reportId: opening.reportId,
      programmeId: cover.programmeId,
      versionId: cover.versionId,
      personId: opening.personId,
      villageCode: opening.villageCode,
      institutionId,
      class: 'standard',
      ownerId: owner,
      accidentOn: accident.accidentOn,
      vehicle: accident.vehicle,
      kinds: accident.kinds,
      receivedAt: opening.receivedAt,
      dueAt: next.dueAt,
      dueClock: next.clockId,
      reserveFen: lines.reduce((sum, line) => sum + line.reserveFen, 0n),
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(opening.told)),
    },
    lines,
  )
  return { id, claimNo, writings }
}
