import * as api from '@anpei/contract/portal'
import { ask, on, type Bound } from '../http/index.ts'
import { contacts } from './contacts.ts'
import { decideWaitingLink } from './decide-link.ts'
import { showLastCode } from './demo-last-code.ts'
import { endLink } from './end-link.ts'
import { guide } from './guide.ts'
import { linkPerson } from './link-person.ts'
import { lookUp } from './look-up.ts'
import { myCases } from './my-cases.ts'
import { portalSignIn } from './portal-sign-in.ts'
import { sendCode } from './send-code.ts'
import { listWaitingLinks } from './waiting-links.ts'
import { portalWhoAmI } from './who-am-i.ts'

export const portalRoutes: readonly Bound[] = [
  ask(api.portalSendCode, sendCode),
  ask(api.portalSignIn, portalSignIn),
  ask(api.demoLastCode, showLastCode),
  on(api.portalMe, portalWhoAmI),
  on(api.portalLinkPerson, linkPerson),
  on(api.portalEndLink, endLink),
  on(api.waitingLinks, listWaitingLinks),
  on(api.decideLink, decideWaitingLink),
  on(api.portalMyCases, myCases),
  ask(api.portalLookUp, lookUp),
  on(api.portalGuide, guide),
  on(api.portalContacts, contacts),
]
