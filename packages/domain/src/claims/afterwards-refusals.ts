/** Refusals of what follows a decision: recovery, court, 复议 (CLM-16), transfer at once (CLM-12). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const afterwardsRefusals = {
  'recovery.ended': { status: 409, zh: '这笔追回款{state}，不能再登记。', en: 'This recovery has ended ({state}).' },
  'recovery.received_in_future': { status: 409, zh: '到账日期在将来。', en: 'The day of receipt lies ahead.' },
  'recovery.more_than_owed': {
    status: 409,
    zh: '金额超过还应退回的数额（含待复核的，还剩 {leftFen} 分）。',
    en: 'More than is still owed ({leftFen} fen left, entries waiting included).',
  },
  'recovery.reference_used': {
    status: 409,
    zh: '这个银行流水号已经登记过，不能重复入账。',
    en: 'This reference was booked already.',
  },
  'recovery.own_entry': { status: 403, zh: '自己登记的须由另一人复核。', en: 'Another person must check it.' },
  'recovery.waiver_not_permitted': {
    status: 403,
    zh: '豁免须由有豁免权限的另一人批准。',
    en: 'Another person who may waive must approve it.',
  },
  'recovery.repay_by_past': { status: 409, zh: '还款期限须在今天以后。', en: 'The day to repay by must lie ahead.' },
  'recovery.statement_missing': { status: 409, zh: '请选择一个银行流水文件。', en: 'One statement file is needed.' },
  'claim.repayment_unchecked': {
    status: 409,
    zh: '本案有还款或豁免待复核，请先复核再作决定。',
    en: 'A repayment or waiver of this claim waits to be checked first.',
  },
  'litigation.filed_on_wrong': {
    status: 409,
    zh: '受理日期不能在将来，也不能早于出险日期。',
    en: 'The filing day lies ahead, or before the accident.',
  },
  'litigation.hearing_past': {
    status: 409,
    zh: '开庭日期已经过去，或本案已终结。',
    en: 'The hearing lies in the past, or the suit has ended.',
  },
  'litigation.outcome_missing': {
    status: 409,
    zh: '终结时须写明结果，未终结时不写结果。',
    en: 'An outcome is stated when a suit ends, and only then.',
  },
  'litigation.award_missing': { status: 409, zh: '请写明裁判应付的金额。', en: 'State the sum awarded.' },
  'litigation.known_already': {
    status: 409,
    zh: '本案已登记过这个案号。',
    en: 'This case number is recorded already.',
  },
  'litigation.paper_missing': { status: 409, zh: '请选择要附上的文书。', en: 'Choose at least one document.' },
  'reconsideration.open_already': {
    status: 409,
    zh: '本案的理赔复议正在办理。',
    en: 'A reconsideration of this claim is open already.',
  },
  'reconsideration.nothing_decided': {
    status: 409,
    zh: '只能对已作决定的给付项提出复议。',
    en: 'Only decided lines can be disputed.',
  },
  'reconsideration.asked_in_future': { status: 409, zh: '提出日期在将来。', en: 'The day lies ahead.' },
  'reconsideration.took_part': {
    status: 403,
    zh: '您参与过原来的决定，复议须由没有办过这个案件的人办理。',
    en: 'You took part in the disputed decision; somebody else must judge it.',
  },
  'payment.export_too_long': {
    status: 409,
    zh: '超过 {most} 行，请缩小日期范围再导出。',
    en: 'More than {most} rows: narrow the days.',
  },
  'transfer.one_payment': { status: 409, zh: '即时转账一次只付一笔。', en: 'A transfer at once pays one payment.' },
  'transfer.above_limit': {
    status: 409,
    zh: '金额超过即时转账单笔上限 {limitFen} 分，请编入批次付款。',
    en: 'Above the limit of a single transfer ({limitFen} fen): use a batch.',
  },
  'transfer.no_channel': {
    status: 409,
    zh: '还没有接通银行的即时转账，请编入批次付款。',
    en: "The bank's instant transfer is not connected: use a batch.",
  },
  'transfer.not_open': {
    status: 409,
    zh: '这笔转账{state}，不用再查询。',
    en: 'This transfer is {state}: nothing to ask.',
  },
} as const satisfies RefusalCatalogue
