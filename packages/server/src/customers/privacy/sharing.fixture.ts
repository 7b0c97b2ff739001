/** Sharing entries for the tests of this row. */
import { proposeSharing, type SharingEntry } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import type { Caller } from '../../testing/index.ts'

type Body = NonNullable<Sent<typeof proposeSharing>['body']>

export function sharing(caller: Caller, more: Partial<Body> = {}, withFile = true): Promise<SharingEntry> {
  const body: Body = {
    partner: '潮南区民政局',
    kind: 'sponsor',
    purpose: 'insurance',
    scope: '赔案数、金额、村居，不含身份证号',
    fromOn: '2026-11-01',
    toOn: '2027-10-31',
    ...more,
  }
  const file = { field: 'agreement', file: new Blob(['%PDF-1.4 保密协议\n%%EOF']), name: '保密协议.pdf' }
  return caller(proposeSharing, { body }, { files: withFile ? [file] : [] })
}
