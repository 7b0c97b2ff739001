/** Refusals of the claims row. */
import { extensionRefusals } from './extension.ts'
import type { RefusalCatalogue } from '../kernel/index.ts'

export const claimRefusals = {
  ...extensionRefusals,
  'report.accident_in_future': {
    status: 409,
    zh: '出险日期 {accidentOn} 还没有到，请核对。',
    en: 'The accident day {accidentOn} is in the future.',
  },
  'report.death_in_future': {
    status: 409,
    zh: '身故日期 {diedOn} 还没有到，请核对。',
    en: 'The day of death {diedOn} is in the future.',
  },
  'report.accident_after_death': {
    status: 409,
    zh: '出险日期 {accidentOn} 晚于身故日期 {diedOn}，请核对。',
    en: 'The accident day {accidentOn} lies after the day of death {diedOn}.',
  },
  'report.accident_before_birth': {
    status: 409,
    zh: '出险日期 {accidentOn} 早于出生日期，请核对。',
    en: 'The accident day {accidentOn} lies before birth.',
  },
  'report.known_on_impossible': {
    status: 409,
    zh: '知道出险的日期 {knownOn} 应在出险日期 {accidentOn} 与今天之间，请核对。',
    en: 'The day on which the accident was known, {knownOn}, must lie between the accident day {accidentOn} and today.',
  },
  'report.received_in_future': {
    status: 409,
    zh: '收到时间不能晚于现在，请核对。',
    en: 'The time of receipt cannot be in the future.',
  },
  'report.person_unknown': {
    status: 409,
    zh: '还没有确认出险人是花名册中的哪一位，不能立案。',
    en: 'The person has not been matched with the register yet.',
  },
  'report.person_merged': {
    status: 409,
    zh: '这位客户的档案已并入另一份，请重新选择。',
    en: 'This person was merged into another record.',
  },
  'report.not_covered': {
    status: 409,
    zh: '出险日期 {accidentOn} 没有有效保障，不能立案；请由专人核对花名册后决定是否不予立案。',
    en: 'No cover was in force on {accidentOn}; a person must look and decide.',
  },
  'report.already_opened': {
    status: 409,
    zh: '{accidentOn} 的这起事故已立案，请在原赔案上办理。',
    en: 'A claim for this event of {accidentOn} is already open.',
  },
  'claim.export_too_long': {
    status: 409,
    zh: '超过 {most} 行，请用“后台导出”。',
    en: 'More than {most} rows: use the background export.',
  },
  'claim.taken': { status: 409, zh: '这件赔案刚被 {owner} 领走。', en: '{owner} has just taken this claim.' },
  'claim.owner_not_possible': {
    status: 409,
    zh: '这位同事不在岗、没有审核权限或与本案有关，不能承办。',
    en: 'This person cannot own the case.',
  },
} as const satisfies RefusalCatalogue
