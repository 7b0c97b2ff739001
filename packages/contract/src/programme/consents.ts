/** By what road the insured agreed to the cover (PRG-04): for a whole import, or for one person before it. */
import { CONSENT_ANSWERS, CONSENT_ROUTES } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, route, Text } from '../kernel/index.ts'

const ConsentAnswer = keysOf(CONSENT_ANSWERS)
const ConsentRoute = keysOf(CONSENT_ROUTES)

export const CoverConsentView = z
  .object({
    id: Id,
    programmeId: Id,
    programme: z.string(),
    /** The import it was said for; null = for this one person. */
    importFile: z.string().nullable(),
    answer: ConsentAnswer,
    answerWord: z.string(),
    route: ConsentRoute,
    routeWord: z.string(),
    givenBy: z.string(),
    givenOn: Day,
    proof: z.string(),
    files: z.array(z.object({ id: Id, fileName: z.string() })),
    recordedBy: z.string().nullable(),
    recordedAt: Instant,
    /** What counts now; the others are the history. */
    stands: z.boolean(),
  })
  .meta({ id: 'CoverConsent', description: '被保险人对保障的同意' })
export type CoverConsentView = z.output<typeof CoverConsentView>

/** Facts for the person who decides; no answer of the system depends on them. */
const DeathCoverNotes = z
  .array(
    z.object({
      code: z.enum(['consent_given', 'consent_withheld', 'consent_missing', 'lacks_capacity']),
      text: z.string(),
    }),
  )
  .meta({ id: 'DeathCoverNotes', description: '身故保障须看的事实（保险法第33、34条）' })

export const DeathCover = z.object({ notes: DeathCoverNotes, consent: CoverConsentView.nullable() })
export type DeathCover = z.output<typeof DeathCover>

export const PersonConsents = z
  .object({
    lacksCapacity: z.boolean(),
    programmes: z.array(
      z.object({ programmeId: Id, programme: z.string(), notes: DeathCoverNotes, consents: z.array(CoverConsentView) }),
    ),
    can: Can,
  })
  .meta({ id: 'PersonConsents' })

const ConsentBody = z.object({
  answer: ConsentAnswer,
  route: ConsentRoute,
  /** The insured, or the body that resolved. */
  givenBy: Text(100),
  givenOn: Day,
  /** Number of the paper or recording, or where it is kept. */
  proof: Text(200),
})

const importParams = z.object({ importId: Id })
const personParams = z.object({ personId: Id })

export const getPersonConsents = route({
  id: 'getPersonConsents',
  method: 'GET',
  path: '/api/persons/:personId/cover-consents',
  permission: 'roster.read',
  summary: '客户对保障的同意、民事行为能力，以及对身故保障意味着什么',
  sensitive: true,
  params: personParams,
  answer: PersonConsents,
})
export const recordPersonConsent = route({
  id: 'recordPersonConsent',
  method: 'POST',
  path: '/api/persons/:personId/cover-consents',
  permission: 'roster.consent',
  summary: '为一个人登记同意，优先于整批的登记（凭证文件字段 proof：照片、PDF；录音时为录音）',
  params: personParams,
  files: true,
  body: ConsentBody.extend({ programmeId: Id }),
  answer: PersonConsents,
})
export const listImportConsents = route({
  id: 'listImportConsents',
  method: 'GET',
  path: '/api/roster-imports/:importId/consents',
  permission: 'roster.read',
  summary: '为这批人登记的同意',
  params: importParams,
  answer: z.object({ consents: z.array(CoverConsentView), can: Can }),
})
export const recordImportConsent = route({
  id: 'recordImportConsent',
  method: 'POST',
  path: '/api/roster-imports/:importId/consents',
  permission: 'roster.consent',
  summary: '为一次已生效导入的全部人登记同意或追认（凭证文件字段 proof：照片、PDF；录音时为录音）',
  params: importParams,
  files: true,
  body: ConsentBody,
  answer: listImportConsents.answer,
})
export const getCoverConsentProof = route({
  id: 'getCoverConsentProof',
  method: 'GET',
  path: '/api/cover-consents/:consentId/proof/:fileId',
  permission: 'roster.read',
  summary: '同意的凭证文件',
  download: true,
  params: z.object({ consentId: Id, fileId: Id }),
})
