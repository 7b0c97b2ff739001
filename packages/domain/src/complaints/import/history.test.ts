import { describe, expect, it } from 'vitest'
import type { HistoryField } from './fields.ts'
import { checkHistoryRow } from './history-row.ts'
import { decideMapping, guessMapping, readHistoryDay, type HistoryMapping } from './mapping.ts'
import { guessCause, guessOutcome } from './word-guesses.ts'

const ID = 'Complaint ID'
const CFPB = [ID, 'Date received', 'Product', 'Issue', 'Sub-issue', 'Company response to consumer', 'Company', 'State']
const NAIC = ['File No.', 'Opened', 'Closed', 'Coverage', 'Reason', 'SubReason', 'Disposition', 'Company']
const HERE = ['投诉编号', '投诉日期', '办结日期', '险种', '投诉原因', '处理结果', '投诉渠道', '投诉人']

describe('CMP-13 the columns of a file of past complaints are guessed by their headings', () => {
  it.each([
    [CFPB, { externalNo: [ID], receivedOn: ['Date received'], reasons: ['Issue', 'Sub-issue'], region: ['State'] }],
    [CFPB, { outcomes: ['Company response to consumer'], company: ['Company'], product: ['Product'] }],
    [NAIC, { externalNo: ['File No.'], receivedOn: ['Opened'], closedOn: ['Closed'], outcomes: ['Disposition'] }],
    [NAIC, { reasons: ['Reason', 'SubReason'], product: ['Coverage'], company: ['Company'] }],
    [HERE, { externalNo: ['投诉编号'], receivedOn: ['投诉日期'], closedOn: ['办结日期'], reasons: ['投诉原因'] }],
    [HERE, { outcomes: ['处理结果'], channel: ['投诉渠道'], complainant: ['投诉人'], product: ['险种'] }],
  ])('%j', (headings, columns) => {
    expect(guessMapping(headings, []).columns).toMatchObject(columns)
  })

  it('and so are the writing of days and what parts several reasons', () => {
    const guess = (day: string, reason: string) => guessMapping(['编号', '受理日期', '原因'], [['1', day, reason]])
    expect(guess('2024-03-01', '理赔；服务')).toMatchObject({ dayOrder: 'ymd', separator: 'semicolon' })
    expect(guess('03/25/2024', 'Delays|Denial')).toMatchObject({ dayOrder: 'mdy', separator: 'bar' })
    expect(guess('25.03.2024', '时效、态度')).toMatchObject({ dayOrder: 'dmy', separator: 'pause' })
    expect(guess('', 'Delays, claims')).toMatchObject({ dayOrder: 'ymd', separator: 'none' })
  })

  it('what is not named or not there is refused', () => {
    const guess = guessMapping(NAIC, [])
    expect(decideMapping(guess, NAIC)).toMatchObject({ ok: true })
    expect(decideMapping(guess, NAIC.slice(1))).toMatchObject({ code: 'complaint.history_columns_unknown' })
    expect(decideMapping({ ...guess, columns: {} }, NAIC)).toMatchObject({
      code: 'complaint.history_columns_missing',
      facts: { missing: ['投诉编号', '收到日期'] },
    })
  })
})

describe('CMP-13 days of other systems', () => {
  it.each([
    ['2024年3月1日', 'ymd', '2024-03-01'],
    ['2024/3/1 08:30', 'ymd', '2024-03-01'],
    ['2024-03-01T12:00:00-05:00', 'ymd', '2024-03-01'],
    ['3/1/2024', 'mdy', '2024-03-01'],
    ['03/01/2024 12:00:00 AM', 'mdy', '2024-03-01'],
    ['3/1/2024', 'dmy', '2024-01-03'],
    ['13/1/2024', 'mdy', undefined],
    ['3/1/2024', 'ymd', undefined],
    ['', 'mdy', null],
    ['昨天', 'ymd', undefined],
  ] as const)('%s as %s is %s', (text, order, day) => {
    expect(readHistoryDay(text, order)).toBe(day)
  })
})

const mapping: HistoryMapping = {
  columns: {},
  dayOrder: 'ymd',
  separator: 'semicolon',
  reasons: { 'claim delay': 'claim_time', 态度: 'attitude' },
  outcomes: { 'company position upheld': 'not_upheld', 'claim paid': 'upheld' },
}
const good = { externalNo: ['A-1'], receivedOn: ['2024-01-02'], closedOn: ['2024-01-20'] }
const check = (cells: Partial<Record<HistoryField, readonly string[]>>) =>
  checkHistoryRow((field) => cells[field] ?? [], mapping, '2024-06-30')

describe('CMP-13 a row of past complaints', () => {
  it('keeps every reason in its own word, counts those that have a name here, and takes the weightiest outcome', () => {
    const reasons = ['Claim  Delay; 态度；Robo-calls', 'claim delay']
    const outcomes = ['Company Position Upheld; Claim paid']
    expect(check({ ...good, reasons, outcomes, matter: ['一', ' ', '二'] })).toMatchObject({
      ok: true,
      row: {
        reasonWords: ['Claim  Delay', '态度', 'Robo-calls'],
        causes: ['claim_time', 'attitude'],
        causeGroup: 'claims',
        outcome: 'upheld',
        outcomeWords: ['Company Position Upheld', 'Claim paid'],
        matter: '一\n二',
      },
    })
    expect(check({ ...good, closedOn: [''], reasons: ['别的'] })).toMatchObject({
      ok: true,
      row: { closedOn: null, causes: [], causeGroup: null, outcome: null, reasonWords: ['别的'] },
    })
  })

  it.each([
    [{ externalNo: [' '] }, 'no_missing'],
    [{ externalNo: ['9'.repeat(81)] }, 'no_long'],
    [{ receivedOn: [''] }, 'received_missing'],
    [{ receivedOn: ['1月'] }, 'received_unreadable'],
    [{ closedOn: ['soon'] }, 'closed_unreadable'],
    [{ closedOn: ['2024-01-01'] }, 'closed_before'],
    [{ closedOn: ['2024-07-01'] }, 'in_future'],
  ])('with %j is left out: %s', (cells, fault) => {
    expect(check({ ...good, ...cells })).toEqual({ ok: false, faults: [fault] })
  })
})

describe('CMP-13 what a word of the source may mean', () => {
  it.each([
    ['Claim Handling Delay', 'claim_time'],
    ['Denial of Claim', 'claim_review'],
    ['Unsatisfactory Settlement/Offer', 'claim_sum'],
    ['销售误导', 'mis_selling'],
    ['理赔慢', 'claim_time'],
    ['迟迟不赔付', 'claim_time'],
    ['不予理赔', 'claim_review'],
    ['退保到账慢', 'surrender_dispute'],
    ['保全办理慢', 'data_change'],
    ['理赔', null],
    ['Claims', null],
    ['Robo-calls', null],
  ])('%s: %s', (word, cause) => {
    expect(guessCause(word)).toBe(cause)
  })
  it.each([
    ['Company Position Upheld', 'not_upheld'],
    ['Compromised Settlement/Resolution', 'settled'],
    ['Closed with monetary relief', 'upheld'],
    ['部分属实', 'partly_upheld'],
    ['不属实', 'not_upheld'],
    ['Referred', null],
  ])('%s: %s', (word, outcome) => {
    expect(guessOutcome(word)).toBe(outcome)
  })
})
