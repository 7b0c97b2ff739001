/**
 * Method and address of every route the portal calls. The contract's own objects would bring the whole validator to the
 * phone; a test holds this table against them.
 */
export const apiRoutes = {
  portalSendCode: ['POST', '/api/portal/codes'],
  portalSignIn: ['POST', '/api/portal/sign-in'],
  demoLastCode: ['POST', '/api/demo/last-code'],
  portalMe: ['GET', '/api/portal/me'],
  portalLinkPerson: ['POST', '/api/portal/links'],
  portalHandInConsent: ['POST', '/api/portal/links/consent'],
  portalEndLink: ['POST', '/api/portal/links/:linkId/end'],
  portalReport: ['POST', '/api/portal/reports'],
  portalMyCases: ['GET', '/api/portal/cases'],
  portalClaim: ['GET', '/api/portal/claims/:claimId'],
  portalLookUp: ['POST', '/api/portal/look-up'],
  portalWorking: ['GET', '/api/portal/claims/:claimId/working'],
  portalAddPapers: ['POST', '/api/portal/claims/:claimId/papers'],
  portalLetterText: ['GET', '/api/portal/letters/:letterId/text'],
  portalPayees: ['GET', '/api/portal/claims/:claimId/payees'],
  portalNamePayee: ['POST', '/api/portal/claims/:claimId/payees'],
  portalGuide: ['GET', '/api/portal/guide'],
  portalContacts: ['GET', '/api/portal/contacts'],
} as const
