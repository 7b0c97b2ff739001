import * as api from '@anpei/contract/customers'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { confirmPayee } from './payees/confirm-payee.ts'
import { confirmPersonChange } from './confirm-person-change.ts'
import { decideFormStep } from './forms/decide-form-step.ts'
import { endCareMark } from './care/end-care-mark.ts'
import { fillForm } from './forms/fill-form.ts'
import { findPersons } from './find-persons.ts'
import { getProxyProof } from './proxies/get-proxy-proof.ts'
import { joinProspect } from './prospects/join-prospect.ts'
import { keepApart } from './doubles/keep-apart.ts'
import { mergePersons } from './doubles/merge-persons.ts'
import { nameAdviser } from './care/name-adviser.ts'
import { proposeFormVersion } from './forms/propose-form-version.ts'
import { proposePayee } from './payees/propose-payee.ts'
import { proposePersonChange } from './propose-person-change.ts'
import { recordCareContact } from './care/record-care-contact.ts'
import { recordCareMark } from './care/record-care-mark.ts'
import { recordProspect } from './prospects/record-prospect.ts'
import { recordProxy } from './proxies/record-proxy.ts'
import { rejectPayee } from './payees/reject-payee.ts'
import { rejectPersonChange } from './reject-person-change.ts'
import { retirePayee } from './payees/retire-payee.ts'
import { revealPayee } from './payees/reveal-payee.ts'
import { revealPerson } from './reveal-person.ts'
import { revealPersonChange } from './reveal-person-change.ts'
import { revokeProxy } from './proxies/revoke-proxy.ts'
import { searchDoubles } from './doubles/search-doubles.ts'
import { tieHousehold } from './household/tie-household.ts'
import { undoMerge } from './doubles/undo-merge.ts'
import { untieHousehold } from './household/untie-household.ts'
import { getCare } from './care/views-care.ts'
import { careBoard, listCareCharges, personCharge } from './care/views-charges.ts'
import { listDoubles } from './doubles/views-doubles.ts'
import { listPersonChanges } from './views-changes.ts'
import { listFilledForms, listForms, startForm } from './forms/views-forms.ts'
import { getHousehold } from './household/views-household.ts'
import { compareForMerge } from './doubles/views-merge.ts'
import { getPersonPaper, listPersonPapers } from './views-papers.ts'
import { listPayees, listProxies, waitingPayees } from './payees/views-payees.ts'
import { getPerson } from './views-persons.ts'
import { listProspects } from './prospects/views-prospects.ts'
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
  ask(api.revealPersonChange, revealPersonChange),
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
