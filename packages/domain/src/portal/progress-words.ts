/**
 * CLM-14, T19, T23: where a case stands, said in plain words: in the progress notice and, word for word, on the
 * family's page. With the day by which the present step is expected to be done.
 */
import { dayOfInstant, addDays, startOfDay, type Day, type Instant } from '../kernel/index.ts'
import { finishWords, printedDay } from '../notifications/index.ts'
import { isWorkingDay, type Calendar, type ExpectedFinish } from '../sla/index.ts'
import type { NextAct, Progress } from './progress.ts'

const STEP_WORDS: Readonly<Record<NextAct, string>> = {
  we_check_report: '正在核对报案',
  case_opened: '已经立案',
  report_not_opened: '这次没有立案',
  report_cancelled: '报案已经取消',
  you_send_papers: '还差几样资料，等您交来',
  we_read_papers: '资料到了，正在登记',
  we_review: '资料齐了，正在审核',
  we_decide: '正在核算给付金额',
  you_name_account: '钱已算好，等您告诉我们收款账户',
  we_check_account: '账户收到了，正在核对',
  we_pay: '已决定给付，正在转账',
  payment_failed: '银行退回了款项，等您核对收款账户',
  we_deliver_decision: '决定已经作出，通知书正在送给您',
  paid: '钱已付到账户',
  not_payable: '这次不能给付，原因在信里',
  withdrawn: '案子已经撤回',
}

export type ProgressWords = { readonly step: string; readonly expected: string }

/**
 * `expectedOn`: the day by which the present step must be done, if one is known; `finish`: when the whole case will
 * probably be finished, if enough is known of others like it.
 */
export function progressWords(
  progress: Pick<Progress, 'next' | 'turn'>,
  expectedOn: Day | null,
  finish: ExpectedFinish | null,
  today: Day,
): ProgressWords {
  const expected = whoseTurn(progress.turn) ?? finishSentence(finish) ?? expectedWords(expectedOn, today)
  return { step: STEP_WORDS[progress.next], expected }
}

function whoseTurn(turn: Progress['turn']): string | null {
  if (turn === 'nobody') return '都办完了'
  return turn === 'you' ? '您办好后我们马上接着办' : null
}

function finishSentence(finish: ExpectedFinish | null): string | null {
  if (finish === null) return null
  const { likely, span } = finishWords(finish)
  return `预计${likely}办结${span === '' ? '' : `（${span}）`}`
}

function expectedWords(expectedOn: Day | null, today: Day): string {
  if (expectedOn === null) return '我们会尽快办完这一步'
  if (expectedOn < today) return '比预计的晚了，我们在抓紧办，定下新日期马上告诉您'
  return `预计${printedDay(expectedOn)}前办完这一步`
}

/** The same on the family's page. */
export function progressSentence({ step, expected }: ProgressWords): string {
  return `${step}；${expected}。`
}

/** What is shipped; a tenant may promise otherwise. */
const WORKING_DAYS = 3
/** After midnight. */
export const MORNING_MS = 9.5 * 3_600_000

/** T19: the morning of the promised working day after the last word; T23: for who worries, the next morning. */
export function nextTelling(desk: Calendar, told: Instant, anxious: boolean, workingDays = WORKING_DAYS): Instant {
  let day = dayOfInstant(told)
  let left = anxious ? 1 : workingDays
  while (left > 0) {
    day = addDays(day, 1)
    if (anxious || isWorkingDay(desk, day)) left -= 1
  }
  return new Date(Date.parse(startOfDay(day)) + MORNING_MS).toISOString()
}
