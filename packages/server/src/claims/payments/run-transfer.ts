/**
 * CLM-12: one step of a transfer at once, as a job. That it goes out is committed before it goes out: whatever dies
 * after that, the next run finds it sent and only asks. Sent once, paid once, whoever is killed when.
 */
import { askAgainSeconds, judgeBankAnswer, transferLifecycle, type BankAnswer } from '@anpei/domain/claims'
import { dayOfInstant, systemActor, transition, type Instant } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { answerBatch } from './answer-batch.ts'
import { answerPayments } from './answer-payments.ts'
import { httpBank, type BankAccess, type BankChannel, type TransferOrder } from './bank-channel.ts'
import { bankTemplate } from './bank-template.ts'
import { instantTerms } from './instant-terms.ts'
import { bankAccess, lockTransfer, saveTransfer, type TransferRecord } from './store-transfers.ts'

export const TRANSFER_TASK = 'claims.transfer'

type Step = { readonly access: BankAccess; readonly order: TransferOrder; readonly first: boolean }

/** `open` gives the way to the bank; over HTTP unless a test says otherwise. */
export async function runTransfer(
  app: App,
  payload: JobPayload,
  open: (access: BankAccess) => BankChannel = (access) => overHttp(app, access),
): Promise<void> {
  const { tenantId, transferId } = payload
  if (typeof transferId !== 'string') throw new Error('no transfer to run')
  const actor = systemActor(tenantId, 'job:claims.transfer')
  const step = await systemWrite(app, actor, (tx) => begin(tx, transferId))
  if (!step) return
  const bank = open(step.access)
  const answer = step.first ? await bank.send(step.order) : await bank.ask(step.order.requestNo)
  await systemWrite(app, actor, (tx) => takeAnswer(tx, transferId, answer))
}

function overHttp(app: App, access: BankAccess): BankChannel {
  const { answerPatienceSeconds } = instantTerms(dayOfInstant(app.clock.now()))
  return httpBank(access, answerPatienceSeconds * 1000, () => app.clock.now())
}

/** Marks a queued transfer as sent, to be sent by the caller once this is committed; null = it has ended. */
async function begin(tx: Tx, transferId: string): Promise<Step | null> {
  const { tenantId } = tx.actor
  const transfer = await lockTransfer(tx.db, tenantId, tx.vault, transferId)
  const access = await bankAccess(tx.db, tenantId, tx.vault)
  if (!transfer || !access || transferLifecycle.states[transfer.state].phase === 'ended') return null
  const { requestValidSeconds } = instantTerms(dayOfInstant(tx.now))
  const sends = transition(transferLifecycle, 'send', transfer.state)
  const expiresAt = transfer.expiresAt ?? later(tx.now, requestValidSeconds)
  const order = {
    requestNo: transfer.requestNo,
    amountFen: transfer.amountFen,
    payee: transfer.payee,
    purpose: bankTemplate().purpose,
    expiresAt,
  }
  if (!sends.ok) return { access, order, first: false }
  await saveTransfer(tx.db, tenantId, transfer.id, { transition: sends.value, sentAt: tx.now, expiresAt })
  // Should this process die now, the job is run again: it asks, and never sends a second time.
  tx.record({
    name: 'claim.transfer_sent',
    subject: { kind: 'claim', id: transfer.claimId },
    facts: { paymentId: transfer.paymentId, requestNo: transfer.requestNo, amountFen: Number(transfer.amountFen) },
  })
  return { access, order, first: true }
}

async function takeAnswer(tx: Tx, transferId: string, answer: BankAnswer): Promise<void> {
  const { tenantId } = tx.actor
  const transfer = await lockTransfer(tx.db, tenantId, tx.vault, transferId)
  if (!transfer || transferLifecycle.states[transfer.state].phase === 'ended') return
  const verdict = judgeBankAnswer({
    state: transfer.state,
    amountFen: transfer.amountFen,
    expiresAt: transfer.expiresAt ?? tx.now,
    paymentState: transfer.paymentState,
    answer,
    now: tx.now,
  })
  if (!verdict.ok) throw new Error(`transfer ${transfer.requestNo}: ${verdict.code}`)
  const { value } = verdict
  await saveTransfer(tx.db, tenantId, transfer.id, {
    ...(value.transition ? { transition: value.transition } : {}),
    askedCount: transfer.askedCount + 1,
    fault: value.fault,
    ...(answer.status === 'silent' ? {} : { answeredAt: tx.now }),
    ...(answer.reference === null ? {} : { bankReference: answer.reference }),
  })
  if (value.transition?.to === 'disputed') {
    tx.record({
      name: 'claim.transfer_disputed',
      subject: { kind: 'claim', id: transfer.claimId },
      facts: { paymentId: transfer.paymentId, requestNo: transfer.requestNo },
    })
  }
  if (value.payment) await settlePayment(tx, transfer, value.payment, value.fault ?? '')
  if (value.askAgain) askLater(tx, transfer)
}

async function settlePayment(tx: Tx, transfer: TransferRecord, by: 'confirm' | 'fail', fault: string): Promise<void> {
  const answered = await answerPayments(tx, 'payment.return', transfer.claimId, [
    { paymentId: transfer.paymentId, by, fault },
  ])
  if (!answered.ok) throw new Error(`transfer ${transfer.requestNo}: ${answered.code}`)
  const closed = await answerBatch(tx, transfer.batchId)
  if (!closed.ok) throw new Error(`transfer ${transfer.requestNo}: ${closed.code}`)
}

function askLater(tx: Tx, transfer: TransferRecord): void {
  const { askAgainSeconds: waits } = instantTerms(dayOfInstant(tx.now))
  tx.enqueue({
    task: TRANSFER_TASK,
    payload: { transferId: transfer.id },
    key: `transfer:${transfer.id}`,
    runAt: later(tx.now, askAgainSeconds(waits, transfer.askedCount)),
  })
}

function later(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString()
}
