import * as complaints from '@anpei/contract/complaints'
import * as api from '@anpei/contract/portal'
import * as programme from '@anpei/contract/programme'
import * as visits from '@anpei/contract/visits'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { addComplaintFacts } from './add-complaint-facts.ts'
import { addPapersByPhone } from './add-papers.ts'
import { askData } from './ask-data.ts'
import { askAgainOnPhone } from './ask-introduction-again.ts'
import { askForRecheck } from './ask-for-recheck.ts'
import { complain } from './complain.ts'
import { confirmOnPhone } from './confirm-introduction.ts'
import { decideWaitingLink } from './decide-link.ts'
import { endLink } from './end-link.ts'
import { handInConsent } from './hand-in-consent.ts'
import { handInMandate } from './hand-in-mandate.ts'
import { leaveMessage } from './leave-message.ts'
import { linkPerson } from './link-person.ts'
import { lookUp } from './look-up.ts'
import { namePayee } from './name-payee.ts'
import { portalSignIn } from './portal-sign-in.ts'
import { receivePushedSms } from './receive-pushed-sms.ts'
import { receiveSms } from './receive-sms.ts'
import { bookVisit } from './book-visit.ts'
import { readDecision } from './read-decision.ts'
import { replyToSolution } from './reply-to-solution.ts'
import { reportAccident } from './report-accident.ts'
import { sendCode } from './send-code.ts'
import { setConsent } from './set-consent.ts'
import { signOnPhone } from './sign-application.ts'
import { listPayeesOfClaim, myCases, showApplication, showClaim, working } from './views-cases.ts'
import { myComplaints } from './views-complaints.ts'
import { showCover } from './views-cover.ts'
import { listOwnIntroductions } from './views-introductions.ts'
import { portalLetterPdf, portalLetterText, showConsentFile } from './views-letters.ts'
import { myVisits } from './views-visits.ts'
import { listWaitingLinks, portalWhoAmI } from './views-links.ts'
import { getDataFile, showPrivacy } from './views-privacy.ts'
import { contacts, guide, showLastCode } from './views-public.ts'

export const portalRoutes: readonly Bound[] = [
  ask(api.portalSendCode, sendCode),
  ask(api.portalSignIn, portalSignIn),
  ask(api.demoLastCode, showLastCode),
  on(api.portalMe, portalWhoAmI),
  on(api.portalLinkPerson, linkPerson),
  on(api.portalHandInConsent, handInConsent),
  on(api.portalEndLink, endLink),
  on(api.waitingLinks, listWaitingLinks),
  on(api.decideLink, decideWaitingLink),
  onFile(api.getConsentFile, showConsentFile),
  on(api.portalReport, reportAccident),
  on(api.portalPrivacy, showPrivacy),
  onFile(api.portalDataFile, getDataFile),
  on(api.portalSetConsent, setConsent),
  on(api.portalAskData, askData),
  on(visits.portalBookVisit, bookVisit),
  on(visits.portalMyVisits, myVisits),
  on(programme.portalCover, showCover),
  on(programme.portalIntroductions, listOwnIntroductions),
  on(programme.portalConfirmIntroduction, confirmOnPhone),
  on(programme.portalAskAgain, askAgainOnPhone),
  on(complaints.portalComplain, complain),
  on(complaints.portalMyComplaints, myComplaints),
  on(complaints.portalAddFacts, addComplaintFacts),
  on(complaints.portalHandInMandate, handInMandate),
  on(complaints.portalReadDecision, readDecision),
  on(complaints.portalReply, replyToSolution),
  on(complaints.portalAskRecheck, askForRecheck),
  on(api.portalMyCases, myCases),
  on(api.portalClaim, showClaim),
  on(api.portalWorking, working),
  on(api.portalAddPapers, addPapersByPhone),
  on(api.portalApplication, showApplication),
  on(api.portalSignApplication, signOnPhone),
  on(api.portalLeaveMessage, leaveMessage),
  on(api.portalLetterText, portalLetterText),
  onFile(api.portalLetterPdf, portalLetterPdf),
  on(api.portalPayees, listPayeesOfClaim),
  on(api.portalNamePayee, namePayee),
  ask(api.portalLookUp, lookUp),
  ask(api.receiveSms, receiveSms),
  ask(api.receivePushedSms, receivePushedSms),
  on(api.portalGuide, guide),
  on(api.portalContacts, contacts),
]
