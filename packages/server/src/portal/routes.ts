import * as api from '@anpei/contract/portal'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { addPapersByPhone } from './add-papers.ts'
import { showConsentFile } from './consent-file.ts'
import { contacts } from './contacts.ts'
import { decideWaitingLink } from './decide-link.ts'
import { showLastCode } from './demo-last-code.ts'
import { endLink } from './end-link.ts'
import { guide } from './guide.ts'
import { handInConsent } from './hand-in-consent.ts'
import { portalLetterPdf } from './letter-pdf.ts'
import { portalLetterText } from './letter-text.ts'
import { linkPerson } from './link-person.ts'
import { listPayeesOfClaim } from './list-payees.ts'
import { lookUp } from './look-up.ts'
import { myCases } from './my-cases.ts'
import { namePayee } from './name-payee.ts'
import { portalSignIn } from './portal-sign-in.ts'
import { reportAccident } from './report-accident.ts'
import { sendCode } from './send-code.ts'
import { showClaim } from './show-claim.ts'
import { listWaitingLinks } from './waiting-links.ts'
import { portalWhoAmI } from './who-am-i.ts'
import { working } from './working.ts'

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
  on(api.portalMyCases, myCases),
  on(api.portalClaim, showClaim),
  on(api.portalWorking, working),
  on(api.portalAddPapers, addPapersByPhone),
  on(api.portalLetterText, portalLetterText),
  onFile(api.portalLetterPdf, portalLetterPdf),
  on(api.portalPayees, listPayeesOfClaim),
  on(api.portalNamePayee, namePayee),
  ask(api.portalLookUp, lookUp),
  on(api.portalGuide, guide),
  on(api.portalContacts, contacts),
]
