/** CMP-14: 投诉情况公布: draft, measures, approval by another person, every version; the yearly report as a file. */
import { dropPublication, getPublicationFile, listPublications, type Publication } from '@anpei/contract/complaints'
import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand, useDownload } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Answered, Empty, Facts, FaultNote, PageHead, Panel, saveFile, Tag } from '../../kit/index.ts'
import { DraftDialog, JudgeDialog, SubmitDialog } from './PublicationDialogs.tsx'
import { PublishedPart } from './PublishedTables.tsx'
import './statistics.css'

const TONES = { drafted: 'grey', waiting: 'amber', published: 'green', dropped: 'grey' } as const

export default function PublicationsPage(): ReactElement {
  const found = useCall(listPublications, {})
  const [drafting, setDrafting] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <div className="ap-stack">
      <PageHead title="投诉情况公布" note="公布后不再改动；更正是写明原因的新一版。公众在门户“投诉情况公布”页看到。">
        <Button
          type="primary"
          onClick={() => {
            setDrafting(true)
          }}
        >
          起草
        </Button>
      </PageHead>
      <Answered of={found}>
        {({ items }) => {
          const shown = items.find(({ id }) => id === chosen) ?? items[0]
          if (!shown) return <Empty>还没有公布过投诉情况。</Empty>
          return (
            <>
              <Select
                aria-label="哪一期"
                className="cs-periods"
                value={shown.id}
                options={items.map((one) => ({
                  value: one.id,
                  label: `${one.periodName} 第 ${one.version} 版（${one.stateWord}）`,
                }))}
                onChange={setChosen}
              />
              <Shown key={shown.id} one={shown} />
            </>
          )
        }}
      </Answered>
      {drafting ? (
        <DraftDialog
          known={found.shown?.items ?? []}
          onClose={() => {
            setDrafting(false)
          }}
          onDone={setChosen}
        />
      ) : null}
    </div>
  )
}

function Shown({ one }: { one: Publication }): ReactElement {
  const [act, setAct] = useState<'submit' | 'judge' | null>(null)
  const close = (): void => {
    setAct(null)
  }
  return (
    <>
      <Panel
        title={
          <>
            {one.periodName} 第 {one.version} 版 <Tag tone={TONES[one.state]}>{one.stateWord}</Tag>
          </>
        }
        acts={<Acts one={one} onAct={setAct} />}
      >
        <Facts
          facts={[
            { label: '数字冻结', value: instantText(one.frozenAt) },
            { label: '起草', value: one.draftedBy },
            { label: '提交', value: one.submittedBy },
            { label: '批准公布', value: one.decidedBy },
            { label: '公布时间', value: one.publishedAt && instantText(one.publishedAt) },
            ...(one.reason === '' ? [] : [{ label: '更正原因', value: one.reason }]),
            ...(one.answer === '' ? [] : [{ label: '审批意见', value: one.answer }]),
          ]}
        />
      </Panel>
      <Panel title="公众看到的数字">
        <p className="ap-muted">
          少于 {one.figures.least} 件的数字，和可以据以推算出它们的数字，一律不公布，在这里也看不到。
        </p>
        <PublishedPart title="本公司受理" part={one.figures.own} least={one.figures.least} />
        <PublishedPart title="监管转办" part={one.figures.regulator} least={one.figures.least} />
      </Panel>
      <Panel title="改进措施">
        <p className="cs-measures">{one.measures === '' ? '提交批准时填写。' : one.measures}</p>
      </Panel>
      {act === 'submit' ? <SubmitDialog one={one} onClose={close} /> : null}
      {act === 'judge' ? <JudgeDialog one={one} onClose={close} /> : null}
    </>
  )
}

function Acts({ one, onAct }: { one: Publication; onAct: (act: 'submit' | 'judge') => void }): ReactElement {
  const drop = useCommand(dropPublication)
  const download = useDownload(getPublicationFile)
  const params = { publicationId: one.id }
  return (
    <>
      <FaultNote fault={drop.fault ?? download.fault} />
      {one.can.includes('submit') ? (
        <Button
          type="primary"
          onClick={() => {
            onAct('submit')
          }}
        >
          写措施并提交
        </Button>
      ) : null}
      {one.can.includes('judge') ? (
        <Button
          type="primary"
          onClick={() => {
            onAct('judge')
          }}
        >
          审批
        </Button>
      ) : null}
      {one.can.includes('drop') ? (
        <Button
          loading={drop.busy}
          onClick={() => {
            void drop.run({ params })
          }}
        >
          作废
        </Button>
      ) : null}
      {(['pdf', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          loading={download.busy}
          onClick={() => {
            download.get({ params: { ...params, format } }, (file) => {
              saveFile(file, `消费投诉情况-${one.period}-v${one.version}.${format}`)
            })
          }}
        >
          {format === 'pdf' ? 'PDF 报告' : 'Excel 报告'}
        </Button>
      ))}
    </>
  )
}
