/** The bank's side of a life: everything due goes out in one batch of two people and comes back paid. */
import type { Session } from './session.ts'
import type { Line } from './wire.ts'

type Batch = { id: string; payments?: { paymentNo: string; amountFen: number }[] }

/** Returns how many payments came back paid; `times` takes the milliseconds of every call. */
export async function payAll(line: Line, maker: Session, second: Session, times: number[]): Promise<number> {
  const made = await maker.post(line, '/api/payment-batches', {}, ['payment.nothing_to_batch'])
  if (made.status !== 200) return 0
  const { id }: Batch = JSON.parse(made.body)
  const sent = await second.post(line, `/api/payment-batches/${id}/send`, {})
  const page = await maker.get(line, `/api/payment-batches/${id}`)
  const batch: Batch = JSON.parse(page.body)
  const rows = (batch.payments ?? []).map((one) => `${one.paymentNo},${(one.amountFen / 100).toFixed(2)},成功,`)
  const file = Buffer.from(`支付编号,金额（元）,结果,失败原因\n${rows.join('\n')}\n`)
  const back = await maker.postParts(line, '/api/payment-batches/returns', {}, [
    { field: 'table', name: 'return.csv', bytes: file },
  ])
  times.push(made.ms, sent.ms, page.ms, back.ms)
  const told: { paid: number } = JSON.parse(back.body)
  return told.paid
}
