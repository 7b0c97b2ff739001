/**
 * Numbers that people read out by telephone: letter, year and month, seven digits, a Luhn digit (`P261100001237`).
 * A process draws a hundred at a time from a sequence; gaps are allowed, repetition is not.
 */
import { sql } from 'kysely'
import type { Db } from './pool.ts'

export type NumberKind =
  | 'report'
  | 'claim'
  | 'payment'
  | 'letter'
  | 'slip'
  | 'assist'
  | 'recovery'
  | 'request'
  | 'visit'
  | 'callback'
  | 'enrolment'
  | 'introduction'
  | 'complaint'
  | 'tip'
  | 'improvement'
  | 'library_case'
  | 'review'
  | 'data_request'
  | 'export'
  | 'destruction'
  | 'incident'

const BLOCK = 100
const SERIES = {
  report: { letter: 'B', sequence: 'report_no' },
  claim: { letter: 'P', sequence: 'claim_no' },
  payment: { letter: 'F', sequence: 'payment_no' },
  letter: { letter: 'H', sequence: 'letter_no' },
  slip: { letter: 'Q', sequence: 'slip_no' },
  assist: { letter: 'X', sequence: 'assist_no' },
  recovery: { letter: 'Z', sequence: 'recovery_no' },
  request: { letter: 'S', sequence: 'request_no' },
  visit: { letter: 'V', sequence: 'visit_no' },
  callback: { letter: 'R', sequence: 'callback_no' },
  complaint: { letter: 'T', sequence: 'complaint_no' },
  tip: { letter: 'W', sequence: 'tip_no' },
  improvement: { letter: 'K', sequence: 'improvement_no' },
  library_case: { letter: 'L', sequence: 'improvement_no' },
  review: { letter: 'M', sequence: 'improvement_no' },
  enrolment: { letter: 'C', sequence: 'enrolment_no' },
  introduction: { letter: 'J', sequence: 'introduction_no' },
  data_request: { letter: 'G', sequence: 'privacy_no' },
  export: { letter: 'E', sequence: 'privacy_no' },
  destruction: { letter: 'D', sequence: 'privacy_no' },
  incident: { letter: 'N', sequence: 'privacy_no' },
} as const

export type Numbers = { draw(db: Db, kind: NumberKind, on: string): Promise<string> }

export function openNumbers(): Numbers {
  const blocks = new Map<NumberKind, { next: number; end: number }>()
  return {
    async draw(db, kind, on) {
      let block = blocks.get(kind)
      if (!block || block.next >= block.end) {
        const drawn = await sql<{ n: string }>`select nextval(${SERIES[kind].sequence}::regclass)::text as n`.execute(
          db,
        )
        const from = Number(drawn.rows[0]?.n)
        // Another request may have drawn meanwhile; its block is as good as this one and this one is not lost.
        blocks.set(kind, (block = { next: from, end: from + BLOCK }))
      }
      return numberOf(SERIES[kind].letter, on, block.next++)
    },
  }
}

/** `on` is a day or an instant; only year and month count. */
export function numberOf(letter: string, on: string, serial: number): string {
  const digits = `${on.slice(2, 4)}${on.slice(5, 7)}${String(serial).padStart(7, '0')}`
  return `${letter}${digits}${luhnDigit(digits)}`
}

function luhnDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}
