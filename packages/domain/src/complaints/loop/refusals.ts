/** What the loop refuses (CMP-13). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

export const loopRefusals = {
  'improvement.cause_first': { status: 409, zh: '请先定根因，再提出整改。', en: 'Name the cause first.' },
  'improvement.joined_already': { status: 409, zh: '本件已有整改。', en: 'The complaint has an improvement already.' },
  'improvement.other_place': {
    status: 409,
    zh: '这项整改针对的环节或根因与本件不同。',
    en: 'This improvement is about another step or cause.',
  },
  'improvement.owner_not_possible': {
    status: 409,
    zh: '负责人须是在职、有整改权限的人。',
    en: 'The owner must be an active person who may work on improvements.',
  },
  'improvement.owner_recused': {
    status: 409,
    zh: '{name} {why}，不能负责这项整改。',
    en: '{name} cannot own it: {why} in a complaint behind it.',
  },
  'improvement.due_past': { status: 409, zh: '完成日期须在今天之后。', en: 'The day must lie in the future.' },
  'improvement.owner_reports': { status: 403, zh: '由整改负责人报告完成。', en: 'Its owner reports it done.' },
  'improvement.done_on_wrong': {
    status: 409,
    zh: '完成日期须在提出之后、今天或之前。',
    en: 'The day lies after the proposal and not in the future.',
  },
  'improvement.proof_missing': { status: 409, zh: '请上传整改完成的凭证。', en: 'Proof is needed.' },
  'improvement.too_early': {
    status: 409,
    zh: '观察期还没有结束，{day} 起可以测效果。',
    en: 'The window is not over; it can be measured from {day}.',
  },
  'improvement.own_work': {
    status: 403,
    zh: '不能认可或退回自己负责的整改，须由另一人决定。',
    en: 'Another person judges the work.',
  },
  'improvement.reason_missing': { status: 409, zh: '请写明理由。', en: 'A reason is needed.' },
  'improvement.worsened': {
    status: 409,
    zh: '投诉率上升，不能认可，请重新整改。',
    en: 'Complaints became more; it must be done again.',
  },
  'improvement.causes_missing': {
    status: 409,
    zh: '观察期内还有投诉没有定根因，定完再测一次。',
    en: 'Complaints of the window have no cause named yet; name them and measure again.',
  },
  'improvement.target_unknown': {
    status: 409,
    zh: '没有找到这个版本，或者它还没有生效。',
    en: 'No such version, or it is not in force.',
  },
  'improvement.change_older': {
    status: 409,
    zh: '这个版本在提出整改以前就生效了，不是这次整改改的。',
    en: 'This version was in force before the improvement was proposed: it is not its change.',
  },
  'library.not_closed': {
    status: 409,
    zh: '投诉办结后才能编入案例库。',
    en: 'Only a closed complaint becomes a case.',
  },
  'library.not_anonymous': {
    status: 409,
    zh: '文字里还能认出当事人或案件：{marks}。请改写。',
    en: 'The text still shows who or what it was: {marks}.',
  },
  'library.own_case': { status: 403, zh: '案例须由另一人复核入库。', en: 'A second person checks the case.' },
  'library.reason_missing': { status: 409, zh: '退回请写明原因。', en: 'Say why it is returned.' },
  'review.period_wrong': {
    status: 409,
    zh: '请检查期间：起日不晚于止日，止日不晚于今天，不超过 400 天。',
    en: 'The period is wrong.',
  },
  'review.not_yet_held': { status: 409, zh: '会议日期还没有到。', en: 'The meeting lies in the future.' },
  'review.function_missing': {
    status: 409,
    zh: '复盘会须有理赔、客服、法务参加，还缺：{missing}。',
    en: 'Claims, service and law take part; missing: {missing}.',
  },
  'review.person_twice': { status: 409, zh: '同一人不能代表两个职能。', en: 'Nobody stands for two functions.' },
} as const satisfies RefusalCatalogue
