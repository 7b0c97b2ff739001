/** Money leaves twice a week: a batch made by one person, sent by another, answered by the bank the next day. */
import { getBatch, importReturn, makeBatch, sendBatch } from '@anpei/contract/claims'
import { Refused } from '@anpei/server/http'
import { member } from './cast.ts'
import type { Stage } from './stage.ts'

export async function payWhatIsDue(stage: Stage): Promise<string | null> {
  try {
    const batch = await stage.act(member(stage.cast, 'finance1'), makeBatch, { body: {} })
    await stage.act(member(stage.cast, 'finhead'), sendBatch, { params: { batchId: batch.id } })
    return batch.id
  } catch (error) {
    if (error instanceof Refused && error.code === 'payment.nothing_to_batch') return null
    throw error
  }
}

/** The bank's answer as it would write it: everything arrived. */
export async function bankAnswers(stage: Stage, batchId: string): Promise<void> {
  const finance = member(stage.cast, 'finance1')
  const batch = await stage.act(finance, getBatch, { params: { batchId } })
  const rows = batch.payments.map((payment) => `${payment.paymentNo},${(payment.amountFen / 100).toFixed(2)},成功,`)
  const text = `支付编号,金额（元）,结果,失败原因\r\n${rows.join('\r\n')}\r\n`
  await stage.act(finance, importReturn, {}, [
    { field: 'table', name: `回盘-${batch.batchNo}.csv`, bytes: Buffer.from(text) },
  ])
}
