/** Claims with papers for tests: opened and filled through the API, with real small pictures made here. */
import { addPapers, askSupplement, completeFile, createReport, getClaim, judgePapers } from '@anpei/contract/claims'
import type { Sent } from '@anpei/contract/kernel'
import sharp from 'sharp'
import type { Caller } from '../../testing/index.ts'

type Accident = NonNullable<Sent<typeof createReport>['body']>['accident']
type Part = { field: string; file: Blob; name: string }

export const HOSPITAL_CODES = [
  'application',
  'payee_identity',
  'payee_account',
  'records_authorisation',
  'discharge_summary',
  'expense_list',
  'medical_record',
] as const

let seed = 1

/** A JPEG of random fields, so that no two are alike. */
export async function photo(side = 64): Promise<Blob> {
  seed += 1
  const pixels = Uint8Array.from({ length: side * side * 3 }, (_, at) => ((at * 31 + seed * 97) ^ (at >> 3)) & 255)
  const bytes = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer()
  return new Blob([new Uint8Array(bytes)])
}

export async function part(code: string, name = 'IMG_0001.jpg', file?: Blob): Promise<Part> {
  return { field: `file:${code}`, file: file ?? (await photo()), name }
}

export type Opening = {
  readonly accident?: Partial<Accident>
  readonly reporter?: { readonly name: string; readonly phone: string; readonly relation: 'child' | 'self' | 'staff' }
}

export async function openClaim(
  service: Caller,
  person: { readonly name: string; readonly idNumber: string },
  opening: Opening = {},
): Promise<string> {
  const report = await service(createReport, {
    body: {
      statedName: person.name,
      statedIdNumber: person.idNumber,
      channel: 'hotline',
      register: true,
      reporter: opening.reporter ?? { name: '陈小明', phone: '13900000000', relation: 'child' },
      accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'], ...opening.accident },
    },
  })
  const id = report.claims[0]?.id
  if (!id) throw new Error(`no claim was opened: ${report.state}`)
  return id
}

export async function hand(
  caller: Caller,
  claimId: string,
  codes: readonly string[],
  receivedAt: string | null = null,
): Promise<void> {
  const files = await Promise.all(codes.map((code) => part(code)))
  await caller(addPapers, { params: { claimId }, body: { channel: 'counter', receivedAt } }, { files })
}

/** Judges every paper of the given codes. */
export async function judge(
  caller: Caller,
  claimId: string,
  verdict: 'accepted' | 'rejected',
  codes: readonly string[],
  finish = false,
): Promise<void> {
  const { documents } = await caller(getClaim, { params: { claimId } })
  const papers = documents.filter((item) => codes.includes(item.code)).flatMap((item) => item.papers)
  const good = verdict === 'accepted'
  await caller(judgePapers, {
    params: { claimId },
    body: {
      finish,
      verdicts: papers.map((paper) => ({
        documentId: paper.id,
        verdict,
        reason: good ? '' : '看不清',
        checks: { real: true, complete: good, compliant: true },
      })),
    },
  })
}

/** Papers in, complete, judged: ready for assessing. */
export async function reviewed(service: Caller, assessor: Caller, claimId: string): Promise<void> {
  await hand(service, claimId, HOSPITAL_CODES)
  await service(completeFile, { params: { claimId } })
  await judge(assessor, claimId, 'accepted', HOSPITAL_CODES, true)
}

/** The request has come, everything else was asked for. */
export async function withSupplementLetter(service: Caller, assessor: Caller, claimId: string): Promise<void> {
  await hand(service, claimId, ['application'])
  await judge(assessor, claimId, 'accepted', ['application'])
  const items = HOSPITAL_CODES.slice(1).map((code) => ({ code, why: '作出决定需要' }))
  await assessor(askSupplement, { params: { claimId }, body: { items } })
}
