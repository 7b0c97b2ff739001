/** One notice: its way through the channels, every attempt with its receipt, and what a person may do (NTF-03, 04). */
import {
  getNotice,
  getSlipPdf,
  handOverNotice,
  printSlip,
  retryNotice,
  revealNotice,
  stopNotice,
  type NoticeAttempt,
  type NoticeView,
} from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { Button, Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Facts, FaultNote, ReasonDialog, RevealDialog, Tag, type Tone } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { noticeTones } from './notice-tones.ts'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { SlipDialog } from './SlipDialog.tsx'

const attemptTones: Readonly<Record<NoticeAttempt['state'], Tone>> = {
  sending: 'amber',
  accepted: 'blue',
  delivered: 'blue',
  reached: 'green',
  failed: 'red',
}

export function NoticeDrawer({ noticeId, onClose }: { noticeId: string | null; onClose: () => void }): ReactElement {
  return (
    <Drawer title="通知" open={noticeId !== null} onClose={onClose} size={640} destroyOnHidden>
      {noticeId === null ? null : <Notice key={noticeId} noticeId={noticeId} />}
    </Drawer>
  )
}

function Notice({ noticeId }: { noticeId: string }): ReactElement {
  const found = useCall(getNotice, { params: { noticeId } }, { everySeconds: 10 })
  return (
    <Answered of={found}>
      {(notice) => (
        <>
          <Facts facts={factsOf(notice)} />
          <Said notice={notice} />
          <Acts notice={notice} />
          {notice.answers.map((one) => (
            <p key={one.at} className="nt-text">
              客户回复（{instantText(one.at)}）：{one.text}
            </p>
          ))}
          <h3>每次尝试</h3>
          {notice.attempts.length === 0 ? <p className="ap-muted">还没有发出过。</p> : null}
          <ol className="nt-attempts">
            {notice.attempts.map((one) => (
              <Attempt key={one.id} of={one} />
            ))}
          </ol>
        </>
      )}
    </Answered>
  )
}

function factsOf(notice: NoticeView) {
  return [
    { label: '事由', value: notice.title },
    {
      label: '状态',
      value: (
        <>
          <Tag tone={noticeTones[notice.state]}>{notice.stateWord}</Tag> {notice.fault}
        </>
      ),
    },
    { label: '渠道顺序', value: notice.steps.map((step) => step.channelWord).join(' → ') },
    { label: '产生', value: instantText(notice.createdAt) },
    { label: '送达', value: notice.reachedAt === null ? '还没有' : instantText(notice.reachedAt) },
    { label: '下一步', value: notice.nextWord === null ? '—' : `${instantText(notice.dueAt)} ${notice.nextWord}` },
  ]
}

type Revealed = Answer<typeof revealNotice>

function Said({ notice }: { notice: NoticeView }): ReactElement {
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Revealed | null>(null)
  const reveal = useCommand(revealNotice)
  const ask = async (reason: string): Promise<void> => {
    const answer = await reveal.run({ params: { noticeId: notice.id }, body: { reason } })
    if (!answer) return
    setShown(answer)
    setAsking(false)
  }
  return (
    <section className="nt-said">
      <p className="nt-text">{shown?.text ?? notice.text}</p>
      {shown ? <p className="ap-num">{shown.to || '没有号码：信函或上门'}</p> : null}
      {notice.can.includes('reveal') && !shown ? (
        <Button
          size="small"
          onClick={() => {
            setAsking(true)
          }}
        >
          查看原文与号码
        </Button>
      ) : null}
      {asking ? (
        <RevealDialog
          title="查看原文与号码"
          busy={reveal.busy}
          fault={reveal.fault}
          onClose={() => {
            setAsking(false)
          }}
          onAsk={(reason) => {
            void ask(reason)
          }}
        />
      ) : null}
    </section>
  )
}

function Acts({ notice }: { notice: NoticeView }): ReactElement {
  const [asked, setAsked] = useState<'stop' | 'outcome' | 'sign' | null>(null)
  const retry = useCommand(retryNotice)
  const handOver = useCommand(handOverNotice)
  const stop = useCommand(stopNotice)
  const slip = useCommand(printSlip)
  const params = { noticeId: notice.id }
  const onStop = async (reason: string): Promise<void> => {
    if (await stop.run({ params, body: { reason } })) setAsked(null)
  }
  const acts = [
    { act: 'retry', label: '重新发送', busy: retry.busy, run: () => void retry.run({ params }) },
    { act: 'handOver', label: '不再等，转上门', busy: handOver.busy, run: () => void handOver.run({ params }) },
    { act: 'slip', label: '人在柜面，出签收单', busy: slip.busy, run: () => void slip.run({ params }) },
    { act: 'sign', label: '登记签收', busy: false, run: () => setAsked('sign') },
    { act: 'outcome', label: '登记告知结果', busy: false, run: () => setAsked('outcome') },
    { act: 'stop', label: '停发', busy: false, run: () => setAsked('stop') },
  ].filter(({ act }) => notice.can.includes(act))
  return (
    <div className="nt-acts">
      <FaultNote fault={retry.fault ?? handOver.fault ?? slip.fault} />
      {notice.can.includes('sign') ? (
        <Button href={getSlipPdf.path.replace(':noticeId', notice.id)} target="_blank" rel="noreferrer">
          打开签收单 PDF
        </Button>
      ) : null}
      {acts.map(({ act, label, busy, run }) => (
        <Button key={act} loading={busy} danger={act === 'stop'} onClick={run}>
          {label}
        </Button>
      ))}
      {asked === 'stop' ? (
        <ReasonDialog
          title="停发这条通知"
          label="为什么不再发"
          okText="停发"
          danger
          busy={stop.busy}
          fault={stop.fault}
          max={200}
          note="已经发出的收不回来。"
          onClose={() => {
            setAsked(null)
          }}
          onSave={(reason) => {
            void onStop(reason)
          }}
        />
      ) : null}
      {asked === 'sign' ? (
        <SlipDialog
          noticeId={notice.id}
          onClose={() => {
            setAsked(null)
          }}
        />
      ) : null}
      {asked === 'outcome' ? (
        <OutcomeDialog
          noticeId={notice.id}
          onClose={() => {
            setAsked(null)
          }}
        />
      ) : null}
    </div>
  )
}

function Attempt({ of }: { of: NoticeAttempt }): ReactElement {
  const lines = [
    of.sentAt === null ? null : `${instantText(of.sentAt)} 交出${of.tries > 1 ? `（第 ${of.tries} 次）` : ''}`,
    of.receiptWord === null ? null : `${instantText(of.receiptAt ?? of.begunAt)} 回执：${of.receiptWord}`,
    of.fault,
    of.proof,
    of.providerNo === null ? null : `${of.channel === 'counter' ? '签收单号' : '网关编号'} ${of.providerNo}`,
  ].filter((line) => line !== null)
  return (
    <li>
      <div className="ap-row">
        <strong>{of.channelWord}</strong>
        <span className="ap-num">{of.recipientMasked}</span>
        <Tag tone={attemptTones[of.state]}>{of.stateWord}</Tag>
        <time dateTime={of.begunAt}>{instantText(of.begunAt)}</time>
      </div>
      {lines.map((line) => (
        <p key={line} className="ap-small">
          {line}
        </p>
      ))}
    </li>
  )
}
