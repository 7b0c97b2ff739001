import * as api from '@anpei/contract/customers'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { confirmPayee } from './confirm-payee.ts'
import { confirmPersonChange } from './confirm-person-change.ts'
import { decideFormStep } from './decide-form-step.ts'
import { endCareMark } from './end-care-mark.ts'
import { fillForm } from './fill-form.ts'
import { findPersons } from './find-persons.ts'
import { getProxyProof } from './get-proxy-proof.ts'
import { joinProspect } from './join-prospect.ts'
import { keepApart } from './keep-apart.ts'
import { mergePersons } from './merge-persons.ts'
import { nameAdviser } from './name-adviser.ts'
import { proposeFormVersion } from './propose-form-version.ts'
import { proposePayee } from './propose-payee.ts'
import { proposePersonChange } from './propose-person-change.ts'
import { recordCareContact } from './record-care-contact.ts'
import { recordCareMark } from './record-care-mark.ts'
import { recordProspect } from './record-prospect.ts'
import { recordProxy } from './record-proxy.ts'
import { rejectPayee } from './reject-payee.ts'
import { rejectPersonChange } from './reject-person-change.ts'
import { retirePayee } from './retire-payee.ts'
import { revealPayee } from './reveal-payee.ts'
import { revealPerson } from './reveal-person.ts'
import { revokeProxy } from './revoke-proxy.ts'
import { searchDoubles } from './search-doubles.ts'
import { tieHousehold } from './tie-household.ts'
import { undoMerge } from './undo-merge.ts'
import { untieHousehold } from './untie-household.ts'
import { getCare } from './views-care.ts'
import { careBoard, listCareCharges, personCharge } from './views-charges.ts'
import { listDoubles } from './views-doubles.ts'
import { listPersonChanges } from './views-changes.ts'
import { listFilledForms, listForms, startForm } from './views-forms.ts'
import { getHousehold } from './views-household.ts'
import { compareForMerge } from './views-merge.ts'
import { getPersonPaper, listPersonPapers } from './views-papers.ts'
import { listPayees, listProxies, waitingPayees } from './views-payees.ts'
import { getPerson } from './views-persons.ts'
import { listProspects } from './views-prospects.ts'
import { timelineOfPerson } from './views-timeline.ts'

export const customerRoutes: readonly Bound[] = [
  ask(api.findPersons, findPersons),
  on(api.getPerson, getPerson),
  ask(api.revealPerson, revealPerson),
  on(api.personTimeline, timelineOfPerson),
  on(api.compareForMerge, compareForMerge),
  on(api.mergePersons, mergePersons),
  on(api.undoMerge, undoMerge),
  on(api.listDoubles, listDoubles),
  on(api.searchDoubles, searchDoubles),
  on(api.keepApart, keepApart),
  on(api.proposePersonChange, proposePersonChange),
  on(api.listPersonChanges, listPersonChanges),
  on(api.confirmPersonChange, confirmPersonChange),
  on(api.rejectPersonChange, rejectPersonChange),
  on(api.listPayees, listPayees),
  on(api.waitingPayees, waitingPayees),
  on(api.proposePayee, proposePayee),
  on(api.confirmPayee, confirmPayee),
  on(api.rejectPayee, rejectPayee),
  on(api.retirePayee, retirePayee),
  ask(api.revealPayee, revealPayee),
  on(api.listProxies, listProxies),
  on(api.recordProxy, recordProxy),
  onFile(api.getProxyProof, getProxyProof),
  on(api.revokeProxy, revokeProxy),
  on(api.listPersonPapers, listPersonPapers),
  onFile(api.getPersonPaper, getPersonPaper),
  on(api.getCare, getCare),
  on(api.recordCareMark, recordCareMark),
  on(api.endCareMark, endCareMark),
  on(api.personCharge, personCharge),
  on(api.listCareCharges, listCareCharges),
  on(api.careBoard, careBoard),
  on(api.recordCareContact, recordCareContact),
  on(api.nameAdviser, nameAdviser),
  on(api.listForms, listForms),
  on(api.startForm, startForm),
  on(api.fillForm, fillForm),
  on(api.listFilledForms, listFilledForms),
  on(api.decideFormStep, decideFormStep),
  on(api.proposeFormVersion, proposeFormVersion),
  on(api.getHousehold, getHousehold),
  on(api.tieHousehold, tieHousehold),
  on(api.untieHousehold, untieHousehold),
  on(api.listProspects, listProspects),
  on(api.recordProspect, recordProspect),
  on(api.joinProspect, joinProspect),
]
