import { describe, expect, it } from 'vitest'
import { emptyBooking, readBooking, type BookingDraft } from './booking-draft.ts'

const open = ['2026-11-24/am', '2026-11-24/pm']
const full: BookingDraft = {
  kind: 'video',
  purpose: 'sign',
  told: ['mobility'],
  halves: ['2026-11-24/pm'],
  name: '陈秀英',
  address: '祠堂前巷3号',
  phone: '13800000001',
}

describe('SRV-09 POR-01 a booking half filled in', () => {
  it.each<[string, unknown, BookingDraft]>([
    ['stands there again', JSON.parse(JSON.stringify(full)), full],
    ['forgets half-days that have passed', { ...full, halves: ['2026-11-20/am', ...full.halves] }, full],
    ['takes over only what fits', { kind: 'on_site', purpose: 'party', told: 'age', halves: 7, name: 3 }, emptyBooking],
    ['begins anew where nothing was kept', null, emptyBooking],
  ])('%s', (_name, kept, draft) => {
    expect(readBooking(kept, open)).toEqual(draft)
  })
})
