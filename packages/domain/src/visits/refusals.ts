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
  'visit.address_missing': {
    status: 409,
    zh: '还没有上门地址，不知道该到哪里去。请先填写地址。',
    en: 'There is no address to go to; please enter it first.',
  },
  'visit.phone_closed': {
    status: 403,
    zh: '完整电话只给这次上门的人员和安排的同事看，办完以后也不再显示。',
    en: 'The number is shown to who makes or arranges the visit, while it is open.',
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
  'visit.checklist_malformed': {
    status: 409,
    zh: '上门清单数据有误：{where}。',
    en: 'The checklist is wrong at {where}.',
  },
  'visit.checklist_open': { status: 409, zh: '清单还有没填的：{points}。', en: 'Points still open: {points}.' },
  'visit.place_missing': { status: 409, zh: '请写明现场地点。', en: 'The place is missing.' },
  'visit.photo_missing': {
    status: 409,
    zh: '请至少拍一张现场照片。',
    en: 'At least one photo of the scene is needed.',
  },
  'visit.arrival_unproved': {
    status: 409,
    zh: '到达现场要有照片或定位为证。',
    en: 'Arrival at a scene is proved by a photo or a position.',
  },
  'visit.time_impossible': {
    status: 409,
    zh: '到达时间早于提出时间，请检查手机的时间。',
    en: 'The arrival is before the wish; check the clock of the device.',
  },
  'visit.not_yours': { status: 403, zh: '这次上门由别的同事办理。', en: 'Somebody else makes this visit.' },
  'visit.signature_blank': { status: 409, zh: '签字是空白的，请重新签。', en: 'The signature is blank.' },
  'visit.nothing_to_choose': { status: 409, zh: '没有待选的记录。', en: 'There is nothing to choose.' },
  'visit.calendar_unknown': { status: 409, zh: '没有这个工作日历。', en: 'There is no such calendar.' },
  'visit.cover_ends_before': { status: 409, zh: '保障止期早于起期。', en: 'The cover ends before it begins.' },
  'visit.safety_outdated': { status: 409, zh: '安全守则有新版本，请重新打开。', en: 'The safety rules have changed.' },
  'visit.village_twice': { status: 409, zh: '同一个村居写了两次。', en: 'A village stands there twice.' },
  'visit.village_unknown': { status: 409, zh: '没有这些村居代码：{codes}。', en: 'Unknown villages: {codes}.' },
  'visit.on_site_malformed': {
    status: 409,
    zh: '现场派工规则数据有误：{where}。',
    en: 'The rules of the scene are wrong at {where}.',
  },
  'visit.no_video': {
    status: 409,
    zh: '这次不是视频办理，或已经结束。',
    en: 'This is no video visit, or it has ended.',
  },
  'visit.video_code_wrong': {
    status: 409,
    zh: '验证码不对，或链接已过期。请看最新的短信，或打电话找我们。',
    en: 'The code is wrong or the link has expired.',
  },
  'visit.room_closed': { status: 409, zh: '视频已经结束。', en: 'The video has ended.' },
} as const satisfies RefusalCatalogue
