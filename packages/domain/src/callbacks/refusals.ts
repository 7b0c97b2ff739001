/** Refusals of the callbacks row (CBK-01, CBK-02, CMP-10). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const callbackRefusals = {
  'callback.taken': {
    status: 409,
    zh: '{owner} 正在联系这位客户，请不要重复打扰。',
    en: '{owner} is already in contact.',
  },
  'callback.person_taken': {
    status: 409,
    zh: '{owner} 正在为 {callbackNo} 联系同一位客户，请与他合在一次里问。',
    en: '{owner} is calling the same person for {callbackNo}; ask both in one call.',
  },
  'callback.not_yours': { status: 403, zh: '请先点“开始联系”；别的同事正在联系时由他记录。', en: 'Take it first.' },
  'callback.must_stand_aside': {
    status: 403,
    zh: '您经办过这件事，须回避，由别的同事回访。',
    en: 'You handled the matter; somebody else has to call.',
  },
  'callback.no_such_colleague': {
    status: 409,
    zh: '这位同事不能回访这位客户，请另选。',
    en: 'This colleague may not call this person.',
  },
  'callback.attempt_in_future': {
    status: 409,
    zh: '联系时间不能晚于现在。',
    en: 'An attempt cannot be in the future.',
  },
  'callback.attempt_too_early': {
    status: 409,
    zh: '联系时间早于应回访的时间。',
    en: 'The attempt is before the callback was owed.',
  },
  'callback.attempt_too_late': {
    status: 409,
    zh: '{days} 天以前的联系不能补记。',
    en: 'Attempts older than {days} days cannot be entered.',
  },
  'callback.evidence_missing': {
    status: 409,
    zh: '请填写通话编号、附上录音或照片，或写明经过（不少于 {least} 个字）。',
    en: 'Give the call number, a file, or at least {least} characters of what happened.',
  },
  'callback.late_needs_proof': {
    status: 409,
    zh: '补记前几天的联系，须有通话编号或录音、照片为证。',
    en: 'An attempt of an earlier day needs a call number or a file.',
  },
  'callback.later_missing': { status: 409, zh: '请填写约好再打的时间。', en: 'Say when to call again.' },
  'callback.outcome_odd': {
    status: 409,
    zh: '“{outcome}”与“{way}”对不上，请检查。',
    en: '{outcome} does not go with {way}.',
  },
  'callback.nobody_reached': {
    status: 409,
    zh: '请先记下找到客户的这次联系。',
    en: 'Record the contact in which somebody was reached first.',
  },
  'callback.identity_first': { status: 409, zh: '请先核对身份，再问问题。', en: 'Check the identity first.' },
  'callback.identity_thin': {
    status: 409,
    zh: '至少核对两项才能确认身份。',
    en: 'At least two points are needed to know who it is.',
  },
  'callback.family_unnamed': {
    status: 409,
    zh: '家人代答请写明姓名和关系。',
    en: 'Name the family member and the relation.',
  },
  'callback.script_changed': {
    status: 409,
    zh: '问题有新版本，请刷新后再问。',
    en: 'The questions have changed; load them again.',
  },
  'callback.question_open': { status: 409, zh: '还有没问的：{questions}。', en: 'Still to be asked: {questions}.' },
  'callback.answer_unknown': { status: 409, zh: '“{question}”的回答不在选项里。', en: 'Not an answer to {question}.' },
  'callback.detail_missing': { status: 409, zh: '请写明：{question}', en: 'Say more: {question}' },
  'callback.not_exhausted': {
    status: 409,
    zh: '还不能记为未能回访：{missing}。',
    en: 'Not yet: {missing}.',
  },
  'callback.script_malformed': {
    status: 409,
    zh: '回访问题数据有误：{where}。',
    en: 'The script is wrong at {where}.',
  },
  'callback.script_without_identity': {
    status: 409,
    zh: '身份核对至少要问两项；回访投诉的要有“姓名”和“所说的事”，不在册的投诉人只能这样核对。',
    en: 'At least two points of identity are asked; after a complaint the name and the matter.',
  },
  'callback.script_without_satisfied': {
    status: 409,
    zh: '必须有“满意吗”这一问，选项有满意、不满意和说不上来。',
    en: 'Whether people are satisfied has to be asked, with yes, no and neither.',
  },
  'callback.script_published': {
    status: 409,
    zh: '第 {version} 版已经发布，不能改：以前的回答照它的话看。请从最新一版另起新版。',
    en: 'Version {version} is published and is never changed; begin a new one.',
  },
  'callback.script_in_past': {
    status: 409,
    zh: '启用日期 {day} 已经过去。',
    en: 'The day {day} is over.',
  },
  'callback.door_chosen': { status: 409, zh: '这份上门问到的已经选定过。', en: 'This was chosen about already.' },
  'callback.door_own': {
    status: 409,
    zh: '这份是您上门问到的，请另一位同事选定。',
    en: 'You asked at the door yourself; somebody else chooses.',
  },
  'callback.door_identity_wrong': {
    status: 409,
    zh: '当时说的{points}和登记的不一致，不能采用。',
    en: '{points} did not agree with the register; it cannot count.',
  },
  'callback.rules_malformed': { status: 409, zh: '回访规则数据有误：{where}。', en: 'The rules are wrong at {where}.' },
} as const satisfies RefusalCatalogue
