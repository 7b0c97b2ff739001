/**
 * The premium of the policy years that have begun has arrived in the demo (PRG-06), so that its board is settled and
 * complaints can be counted against it (CMP-11).
 */
import { listProgrammes, premiumBoard, recordPremium } from '@anpei/contract/programme'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, type App } from '@anpei/server/http'
import { gatherCast, member } from '../life/index.ts'

const TENANT_ID = 1
/** Days after the year began. */
const ARRIVES_AFTER = 9

export async function livePremium(app: App, url: string): Promise<void> {
  const finance = member(await gatherCast(app, url, TENANT_ID), 'finance1')
  const act = actInProcess(app, allRoutes)
  const today = dayOfInstant(app.clock.now())
  for (const { id } of (await act(finance, listProgrammes, {})).programmes) {
    const { years } = await act(finance, premiumBoard, { params: { programmeId: id } })
    for (const { policyId, fromOn, dueFen: amountFen } of years) {
      const receivedOn = addDays(fromOn, ARRIVES_AFTER)
      if (receivedOn > today || amountFen <= 0) continue
      const reference = `GD-${receivedOn.replaceAll('-', '')}`
      await act(finance, recordPremium, { params: { policyId }, body: { receivedOn, amountFen, reference } })
    }
  }
}
