/** 通知抽查: what was said, with the facts of the case beside it, and what the comparison showed (NTF-04). */
import { getClaim } from '@anpei/contract/claims'
import {
  drawNoticeSample,
  judgeNoticeSample,
  listNoticeSample,
  SAMPLE_VERDICTS,
  type SampledNotice,
} from '@anpei/contract/notifications'
import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, Facts, FaultNote, PageHead, Panel, ReasonDialog, Tag, useSearchState } from '../kit/index.ts'
import { instantText, today, yuan } from '../kernel/index.ts'
import './reporting.css'

const USUAL = 20

export default function NoticeSamplePage(): ReactElement {
  const search = useSearchState()
  const month = search.get('month') ?? today().slice(0, 7)
  const [count, setCount] = useState(USUAL)
  const found = useCall(listNoticeSample, { query: { month } })
  const draw = useCommand(drawNoticeSample)
  return (
    <>
      <PageHead title="通知抽查" note="每月随机抽取发出的通知，与案件核对，看说的是不是实情。">
        <Link to="/notices">回通知</Link>
      </PageHead>
      <div className="ap-filters">
        <Input
          type="month"
          aria-label="月份"
          value={month}
          style={{ width: 160 }}
          onChange={(event) => {
            search.set({ month: event.target.value })
          }}
        />
        <InputNumber
          aria-label="抽取数量"
          min={1}
          max={200}
          value={count}
          onChange={(next) => {
            setCount(next ?? USUAL)
          }}
        />
        <Button
          type="primary"
          loading={draw.busy}
          onClick={() => {
            void draw.run({ body: { month, count } })
          }}
        >
          抽取
        </Button>
      </div>
      <FaultNote fault={draw.fault} />
      <Answered of={found}>
        {(sample) =>
          sample.items.length === 0 ? (
            <Empty>这个月还没有抽取。抽取是随机的，不能挑选；再抽一次只会补足数量。</Empty>
          ) : (
            <div className="ap-stack">
              <p>
                共 {sample.items.length} 条：一致 {sample.agreeing}，不一致 {sample.differing}，还没核对{' '}
                {sample.items.length - sample.agreeing - sample.differing}。
              </p>
              {sample.items.map((one) => (
                <Sampled key={one.id} of={one} />
              ))}
            </div>
          )
        }
      </Answered>
    </>
  )
}

function Sampled({ of }: { of: SampledNotice }): ReactElement {
  const [differs, setDiffers] = useState(false)
  const judge = useCommand(judgeNoticeSample)
  const say = async (verdict: 'agrees' | 'differs', comment: string): Promise<void> => {
    if (await judge.run({ params: { sampleId: of.id }, body: { verdict, comment } })) setDiffers(false)
  }
  return (
    <Panel
      title={`${of.notice.title}　${instantText(of.notice.createdAt)}`}
      acts={
        of.verdict === null ? (
          <>
            <Button loading={judge.busy} onClick={() => void say('agrees', '')}>
              与案件一致
            </Button>
            <Button
              danger
              onClick={() => {
                setDiffers(true)
              }}
            >
              不一致
            </Button>
          </>
        ) : (
          <Tag tone={of.verdict === 'agrees' ? 'green' : 'red'}>
            {SAMPLE_VERDICTS[of.verdict]}（{of.judgedBy}）
          </Tag>
        )
      }
    >
      <FaultNote fault={judge.fault} />
      <p>{of.text}</p>
      {of.comment === '' ? null : <p>核对意见：{of.comment}</p>}
      <CaseFacts claimId={of.notice.subjectId} />
      {differs ? (
        <ReasonDialog
          title="与案件不一致"
          label="哪里不一致"
          okText="登记"
          field="comment"
          max={500}
          busy={judge.busy}
          fault={judge.fault}
          onClose={() => {
            setDiffers(false)
          }}
          onSave={(comment) => {
            void say('differs', comment)
          }}
        />
      ) : null}
    </Panel>
  )
}

function CaseFacts({ claimId }: { claimId: string }): ReactElement {
  const found = useCall(getClaim, { params: { claimId } })
  return (
    <Answered of={found}>
      {(claim) => (
        <Facts
          facts={[
            { label: '案件', value: <Link to={`/claims/${claim.id}`}>{claim.claimNo}</Link> },
            { label: '现在', value: claim.stateWord },
            { label: '核定给付', value: yuan(claim.payableFen) },
            { label: '已付', value: yuan(claim.paidFen) },
            { label: '决定时间', value: claim.decidedAt === null ? '—' : instantText(claim.decidedAt) },
          ]}
        />
      )}
    </Answered>
  )
}
