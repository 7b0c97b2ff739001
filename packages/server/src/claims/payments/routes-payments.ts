import * as api from '@anpei/contract/claims'
import { on, onFile, type Bound } from '../../http/index.ts'
import { askBank } from './ask-bank.ts'
import { callOffCash } from './call-off-cash.ts'
import { exportPayments } from './export-payments.ts'
import { getBatch } from './get-batch.ts'
import { getBatchFile } from './get-batch-file.ts'
import { importReturn } from './import-return.ts'
import { listBatches } from './list-batches.ts'
import { listPayments } from './list-payments.ts'
import { makeBatch } from './make-batch.ts'
import { payCash } from './pay-cash.ts'
import { proposeAdvance } from '../decision/propose-advance.ts'
import { proposeShares } from '../decision/propose-shares.ts'
import { reissuePayment } from './reissue-payment.ts'
import { sendBatch } from './send-batch.ts'
import { signCash } from './sign-cash.ts'

export const paymentRoutes: readonly Bound[] = [
  onFile(api.exportPayments, exportPayments),
  on(api.listPayments, listPayments),
  on(api.listBatches, listBatches),
  on(api.getBatch, getBatch),
  on(api.makeBatch, makeBatch),
  on(api.sendBatch, sendBatch),
  on(api.askBank, askBank),
  onFile(api.getBatchFile, getBatchFile),
  on(api.importReturn, importReturn),
  on(api.reissuePayment, reissuePayment),
  on(api.payCash, payCash),
  on(api.signCash, signCash),
  on(api.callOffCash, callOffCash),
  on(api.proposeShares, proposeShares),
  on(api.proposeAdvance, proposeAdvance),
]
