/** Wire forms of the closed lists of the service desk. */
import {
  DELIVERIES,
  LINK_KINDS,
  MESSAGE_DIRECTIONS,
  POLICY_LINES,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  requestLifecycle,
  SOLVED_BY,
} from '@anpei/domain/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import { z } from 'zod'
import { Day, Id, keysOf, MaybeText, Text } from '../kernel/index.ts'

export const RequestState = keysOf(requestLifecycle.states)
export const RequestKind = keysOf(REQUEST_KINDS)
export const RequestChannel = keysOf(REQUEST_CHANNELS)
export const MessageDirection = keysOf(MESSAGE_DIRECTIONS)
export const Delivery = keysOf(DELIVERIES)
export const LinkKind = keysOf(LINK_KINDS)
export const SolvedBy = keysOf(SOLVED_BY)

export const LanguageCode = keysOf(LANGUAGES)
/** What the customer wishes to speak, and whether whoever asks speaks it (SRV-02). */
export const SpokenLanguage = z
  .object({ code: LanguageCode, word: z.string(), mine: z.boolean() })
  .meta({ id: 'SpokenLanguage' })
export type SpokenLanguage = z.output<typeof SpokenLanguage>

/** A policy kept in another system, enough to route, time and close (SRV-01). */
export const PolicyReference = z
  .object({ insurer: Text(80), line: keysOf(POLICY_LINES), number: MaybeText(60).default(''), holder: MaybeText(80) })
  .meta({ id: 'PolicyReference' })
export type PolicyReference = z.output<typeof PolicyReference>

/** What a letter, a fax or an authority's sheet says about itself (SRV-02). */
export const PaperOrigin = z
  .object({
    postmarkOn: Day.nullable().default(null),
    trackingNo: MaybeText(40).default(''),
    sheetNo: MaybeText(60).default(''),
    sender: MaybeText(80).default(''),
    /** As the sheet demands it; never derived. */
    answerBy: Day.nullable().default(null),
  })
  .meta({ id: 'PaperOrigin' })

export const RequestStand = z
  .object({
    id: Id,
    requestNo: z.string(),
    state: RequestState,
    stateWord: z.string(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'RequestStand' })
export type RequestStand = z.output<typeof RequestStand>
