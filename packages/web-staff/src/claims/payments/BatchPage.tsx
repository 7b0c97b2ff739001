/** A payment batch: its payments, the file for the bank, sent by a second person. */
import { getBatch, getBatchFile, sendBatch, type PaymentView } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand, useDownload } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, DataTable, Empty, Facts, FaultNote, Icon, PageHead, Panel, saveFile } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { BankReturn } from './BankReturn.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { paymentColumns } from './payment-columns.tsx'
import { StateTag } from '../tags.tsx'
import { TransferPanel } from './TransferPanel.tsx'
import '../claims.css'

type Batch = Answer<typeof getBatch>

const T = {
  send: '核对无误，送银行',
  file: '下载银行文件',
  payments: '本批款项',
  none: '这一批没有款项。',
  second: '须由编制人之外的第二人送出。',
  sure: '确认送银行？',
  list: '本批款项',
} as const
const columns = paymentColumns((row) => <PaymentActs payment={row} />)

export default function BatchPage(): ReactElement {
  const { batchId = '' } = useParams()
  const allowed = useMay()
  const batch = useCall(getBatch, { params: { batchId } })
  return (
    <Answered of={batch}>
      {(view) => (
        <div className="ap-stack">
          <BatchHead batch={view} />
          <TransferPanel batch={view} />
          {allowed('payment.return') && view.sentAt !== null ? <BankReturn /> : null}
          <Panel flush title={T.payments}>
            <DataTable<PaymentView>
              label={T.list}
              columns={columns}
              rows={view.payments}
              empty={<Empty>{T.none}</Empty>}
              toneOf={(row) => (row.state === 'failed' ? 'late' : null)}
            />
          </Panel>
        </div>
      )}
    </Answered>
  )
}

function BatchHead({ batch }: { batch: Batch }): ReactElement {
  const { modal } = App.useApp()
  const send = useCommand(sendBatch)
  const download = useDownload(getBatchFile)
  const params = { batchId: batch.id }
  const ask = (): void => {
    modal.confirm({
      title: T.sure,
      content: `${batch.paymentCount} 笔，合计 ${yuan(batch.totalFen)}`,
      okText: T.send,
      cancelText: '取消',
      onOk: () => {
        void send.run({ params })
      },
    })
  }
  const ending = batch.format === 'pain.001' ? 'xml' : 'csv'
  return (
    <>
      <PageHead
        title={
          <span className="ap-row">
            批次 {batch.batchNo} <StateTag state={batch.state} word={batch.stateWord} />
          </span>
        }
        tab={`批次 ${batch.batchNo}`}
      >
        {may(batch, 'getBatchFile') ? (
          <Button
            icon={<Icon name="download" />}
            loading={download.busy}
            onClick={() => {
              download.get({ params }, (file) => {
                saveFile(file, `${batch.batchNo}.${ending}`)
              })
            }}
          >
            {T.file}
          </Button>
        ) : null}
        {may(batch, 'sendBatch') ? (
          <Button type="primary" loading={send.busy} onClick={ask}>
            {T.send}
          </Button>
        ) : null}
      </PageHead>
      <FaultNote fault={send.fault ?? download.fault} />
      <Panel>
        <Facts
          facts={[
            { label: '合计', value: <span className="ap-amount">{yuan(batch.totalFen)}</span> },
            { label: '笔数', value: `${batch.paymentCount} 笔` },
            { label: '到账 / 失败', value: `${batch.paidCount} / ${batch.failedCount}` },
            { label: '编制', value: `${batch.madeBy} ${instantText(batch.madeAt)}` },
            { label: '送出', value: batch.sentBy === null ? T.second : `${batch.sentBy} ${instantText(batch.sentAt)}` },
          ]}
        />
      </Panel>
    </>
  )
}
