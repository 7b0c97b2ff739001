/** Refusals of the visits row (SRV-09, CLM-02). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const visitRefusals = {
  'visit.nobody_named': { status: 409, zh: '请选择客户，或填写姓名。', en: 'Choose the person or give a name.' },
  'visit.phone_missing': { status: 409, zh: '请填写联系电话。', en: 'A telephone number is missing.' },
  'visit.requested_in_future': {
    status: 409,
    zh: '提出时间不能晚于现在。',
    en: 'It cannot have been asked for in the future.',
  },
  'visit.wish_out_of_range': {
    status: 409,
    zh: '方便的时间请在 {from} 至 {to} 之间选择。',
    en: 'Choose times between {from} and {to}.',
  },
  'visit.visitor_unknown': { status: 409, zh: '这位同事不在上门人员名单里。', en: 'This colleague makes no visits.' },
  'visit.visitor_absent': {
    status: 409,
    zh: '这位同事 {day} 请假，请换人或换时间。',
    en: 'The visitor is absent on {day}.',
  },
  'visit.visitor_off': {
    status: 409,
    zh: '{day} 这个时间不在这位同事的工作时间内。',
    en: 'The visitor does not work at that time of {day}.',
  },
  'visit.visitor_full': {
    status: 409,
    zh: '这位同事 {day} 这个时间已经排满，请换人或换时间。',
    en: 'The visitor is booked at that time of {day}.',
  },
  'visit.slot_past': { status: 409, zh: '这个时间已经过去，请另选。', en: 'That time has passed.' },
  'visit.hour_missing': { status: 409, zh: '请填写具体时间。', en: 'The hour is missing.' },
  'visit.later_needs_reason': {
    status: 409,
    zh: '这个时间晚于对客户的承诺。请用“改期”，写明原因，系统会先告知客户。',
    en: 'This is later than promised: put it off, with the reason, and the customer is told first.',
  },
  'visit.reason_missing': { status: 409, zh: '请写明原因。', en: 'Say why.' },
  'visit.not_later': { status: 409, zh: '新时间不比原来的晚，请直接重新约定。', en: 'The new time is not later.' },
  'visit.cover_unconfirmed': {
    status: 409,
    zh: '{why}，须由主管确认后才能出发。',
    en: 'A lead has to confirm this first: {why}.',
  },
  'visit.own_exception': { status: 403, zh: '不能为自己确认例外。', en: 'Not for oneself.' },
  'visit.nothing_to_confirm': { status: 409, zh: '没有需要确认的例外。', en: 'There is nothing to confirm.' },
} as const satisfies RefusalCatalogue
