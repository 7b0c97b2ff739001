/**
 * CLM-16: money that came in with a recovery's number is entered as a repayment, for a second person to confirm. The
 * same credit is entered once, however often its file comes; what nobody can place is listed and changes nothing.
 */
import type { importStatement as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { isDay, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { enterRecovery } from './enter-recovery.ts'
import { lockRecovery } from './lock-recovery.ts'
import { readStatement, type Credit } from './read-statement.ts'
import { bookedReferences, recoveriesByNo } from './store-recoveries.ts'

const RECOVERY_NO = /Z\d{12}/

export async function importStatement(
  tx: Tx,
  _input: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const [file] = files
  if (!file || files.length !== 1) return refuse('recovery.statement_missing')
  const read = await readStatement(file.bytes, file.name)
  if (!read.ok) return read
  // Credits without a recovery's number are other people's money: none of our business here.
  const ours = read.value.flatMap((credit) => {
    const no = RECOVERY_NO.exec(credit.text)?.[0]
    return no ? [{ credit, no }] : []
  })
  const known = await recoveriesByNo(
    tx.db,
    tx.actor.tenantId,
    ours.map((one) => one.no),
  )
  const booked = await bookedReferences(
    tx.db,
    tx.actor.tenantId,
    ours.map((one) => one.credit.reference.slice(0, 60)),
  )
  const result: Answer<typeof route> = { rows: ours.length, entered: 0, repeated: 0, problems: [] }
  // Claims are locked in one order, whoever imports.
  for (const { credit, no } of ours.sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0))) {
    if (booked.has(credit.reference.slice(0, 60))) {
      result.repeated += 1
      continue
    }
    const said = await enterCredit(tx, credit, known.find((one) => one.recoveryNo === no)?.id)
    if (said === 'entered' || said === 'repeated') result[said] += 1
    else result.problems.push({ rowNo: credit.rowNo, reference: credit.reference.slice(0, 60), text: said })
  }
  return ok(result)
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'recovery.ended': '这笔追回款已经结清或被新决定取代。',
  'recovery.more_than_owed': '金额超过还应退回的数额，请核实后手工登记。',
  'recovery.received_in_future': '到账日期在将来。',
}

async function enterCredit(tx: Tx, credit: Credit, recoveryId: string | undefined): Promise<string> {
  if (recoveryId === undefined) return '系统里没有这个追回号。'
  if (credit.amountFen === null || credit.reference === '' || !isDay(credit.receivedOn)) {
    return '这一行的流水号、日期或金额读不懂。'
  }
  const locked = await lockRecovery(tx, recoveryId, 'recovery.book')
  if (!locked.ok) return '您不能办理这件赔案的追回款。'
  const entered = await enterRecovery(tx, locked.value, {
    kind: 'repayment',
    amountFen: credit.amountFen,
    reference: credit.reference.slice(0, 60),
    receivedOn: credit.receivedOn,
    note: '银行流水',
  })
  if (entered.ok) return 'entered'
  if (entered.code === 'recovery.reference_used') return 'repeated'
  return PROBLEMS[entered.code] ?? entered.code
}
