/** Every refusal of every row, gathered. */
import { assistRefusals } from '@anpei/domain/assist'
import { callbackRefusals } from '@anpei/domain/callbacks'
import { afterwardsRefusals, claimRefusals, decisionRefusals, paperRefusals } from '@anpei/domain/claims'
import {
  complaintRefusals,
  historyRefusals,
  loopRefusals,
  majorRefusals,
  solvingRefusals,
  statisticsRefusals,
  tipRefusals,
} from '@anpei/domain/complaints'
import { customerRefusals, privacyRefusals } from '@anpei/domain/customers'
import { documentRefusals } from '@anpei/domain/documents'
import { fileRefusals } from '@anpei/domain/files'
import { identityRefusals } from '@anpei/domain/identity'
import { kernelRefusals, type RefusalCatalogue, type RefusalText } from '@anpei/domain/kernel'
import { knowledgeRefusals } from '@anpei/domain/knowledge'
import { NOTIFICATION_REFUSALS } from '@anpei/domain/notifications'
import { portalRefusals } from '@anpei/domain/portal'
import { introductionRefusals, PROGRAMME_REFUSALS } from '@anpei/domain/programme'
import { reportingRefusals } from '@anpei/domain/reporting'
import { deskRefusals } from '@anpei/domain/service-desk'
import { SLA_REFUSALS } from '@anpei/domain/sla'
import { visitRefusals } from '@anpei/domain/visits'

export const refusals: RefusalCatalogue = {
  ...kernelRefusals,
  ...identityRefusals,
  ...customerRefusals,
  ...privacyRefusals,
  ...documentRefusals,
  ...fileRefusals,
  ...PROGRAMME_REFUSALS,
  ...introductionRefusals,
  ...portalRefusals,
  ...callbackRefusals,
  ...claimRefusals,
  ...decisionRefusals,
  ...afterwardsRefusals,
  ...paperRefusals,
  ...knowledgeRefusals,
  ...NOTIFICATION_REFUSALS,
  ...SLA_REFUSALS,
  ...visitRefusals,
  ...assistRefusals,
  ...complaintRefusals,
  ...tipRefusals,
  ...historyRefusals,
  ...loopRefusals,
  ...majorRefusals,
  ...solvingRefusals,
  ...statisticsRefusals,
  ...reportingRefusals,
  ...deskRefusals,
}

export function refusalText(code: string): RefusalText {
  const text = refusals[code]
  if (!text) throw new Error(`a refusal without a text: ${code}`)
  return text
}
