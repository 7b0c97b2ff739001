/** One 举报: opened with a reason, then what was told, what was done, and what can be done (CMP-12). */
import { getTip, getTipFile, getTipOpening, openTip, type TipView } from '@anpei/contract/complaints'
import { CallFailed } from '@anpei/contract/kernel'
import { Alert, Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand, useDownload, useLive } from '../../client/index.ts'
import { Answered, Empty, Facts, FaultNote, Field, FormFault, PageHead, Panel, saveFile, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Clocks } from '../Clocks.tsx'
import { TipActs } from './TipActs.tsx'
import { TipTag } from './TipsPage.tsx'
import '../complaints.css'

const heard = [getTip, getTipOpening]

export default function TipPage(): ReactElement {
  const { tipId = '' } = useParams()
  useLive('tips', heard)
  const opening = useCall(getTipOpening, { params: { tipId } })
  const opened = typeof opening.shown?.untilAt === 'string'
  const found = useCall(getTip, { params: { tipId } }, { enabled: opened })
  const { error } = found
  if (!opened) return <Answered of={opening}>{() => <Opening tipId={tipId} />}</Answered>
  // The hours ended while it was shown.
  if (error instanceof CallFailed && error.problem.code === 'tip.open_first') return <Opening tipId={tipId} />
  return (
    <Answered key={tipId} of={found}>
      {(view) => <Shown view={view} />}
    </Answered>
  )
}

function Opening({ tipId }: { tipId: string }): ReactElement {
  const [form] = Form.useForm<{ reason: string }>()
  const command = useCommand(openTip)
  return (
    <div className="ap-stack">
      <PageHead title="查看举报" note="写明事由后四小时内可以查看和办理；谁、何时、为什么看过，都记入审计。" />
      <Panel>
        <Form<{ reason: string }>
          form={form}
          layout="vertical"
          onFinish={({ reason }) => {
            void command.run({ params: { tipId }, body: { reason } })
          }}
        >
          <Field name="reason" label="查看事由" required wide>
            <Input maxLength={200} placeholder="如：承办本件；复核结论" />
          </Field>
          <FormFault form={form} fault={command.fault} />
          <Button type="primary" htmlType="submit" loading={command.busy}>
            查看
          </Button>
        </Form>
      </Panel>
    </div>
  )
}

function Shown({ view }: { view: TipView }): ReactElement {
  const title = (
    <span className="ap-row">
      举报 <TipTag tip={view} />
      <Tag tone="plain">{view.named ? '实名' : '匿名'}</Tag>
    </span>
  )
  const who = view.examiner === null ? '未定承办人' : `承办人 ${view.examiner.name}`
  const note = `${view.tipNo} · ${view.channelWord} · ${instantText(view.receivedAt)} 收到 · ${who}`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`举报 ${view.tipNo}`} note={note}>
        <TipActs view={view} />
      </PageHead>
      <Alert
        type="info"
        showIcon
        title={`本次查看到 ${instantText(view.openUntil)}。不得向无关的人透露，不得查找匿名举报人是谁。`}
      />
      {view.unreadSince === null ? null : (
        <Alert type="warning" showIcon title={`举报人 ${instantText(view.unreadSince)} 有补充，还没有处理。`} />
      )}
      <Clocks clocks={view.clocks} />
      <div className="cm-two">
        <div className="ap-stack">
          <Matter view={view} />
          <Conclusion view={view} />
          <File view={view} />
        </div>
        <Side view={view} />
      </div>
    </div>
  )
}

function Matter({ view }: { view: TipView }): ReactElement {
  const { concerned, reportedInstitution } = view
  return (
    <Panel title="举报内容">
      <p className="cm-words cm-matter">{view.facts}</p>
      <Facts
        facts={[
          { label: '举报的是谁', value: view.against || '—' },
          {
            label: '须回避（查不到本件）',
            value: (
              <span className="ap-row">
                {concerned.map((one) => (
                  <Tag key={one.id} tone="amber">
                    {one.name}及其上级
                  </Tag>
                ))}
                {reportedInstitution === null ? null : <Tag tone="amber">{reportedInstitution}全体</Tag>}
                {concerned.length === 0 && reportedInstitution === null ? '没有指明本公司的人' : null}
              </span>
            ),
          },
          ...(view.origin ? [{ label: '来自', value: view.origin }] : []),
        ]}
      />
    </Panel>
  )
}

function Conclusion({ view }: { view: TipView }): ReactElement | null {
  const { conclusion, judgement } = view
  if (conclusion === null && judgement === '') return null
  return (
    <Panel title="结论">
      {conclusion === null ? null : (
        <>
          <p className="cm-words cm-matter">{conclusion.finding}</p>
          <Facts
            facts={[
              { label: '结论', value: view.outcomeWord ?? '—' },
              ...(conclusion.authority ? [{ label: '移送', value: conclusion.authority }] : []),
              { label: '告知举报人的话', value: conclusion.result },
              { label: '作出结论', value: conclusion.by || '—' },
              ...(view.named ? [{ label: '告知', value: view.toldAt ? instantText(view.toldAt) : '还没有' }] : []),
            ]}
          />
        </>
      )}
      {judgement === '' ? null : <p className="ap-muted">复核意见：{judgement}</p>}
    </Panel>
  )
}

function File({ view }: { view: TipView }): ReactElement {
  const load = useDownload(getTipFile)
  return (
    <Panel title="调查材料">
      {view.entries.length === 0 ? <Empty>还没有材料。</Empty> : null}
      <ol className="cm-entries">
        {view.entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <p className="ap-row">
              <Tag tone={entry.kind === 'facts' ? 'amber' : 'blue'}>{entry.kindWord}</Tag>
              <span className="ap-small ap-muted">
                {instantText(entry.at)}　{entry.by}
              </span>
            </p>
            <p className="cm-words">{entry.text}</p>
            <span className="cm-files">
              {entry.files.map(({ id, fileName }) => (
                <Button
                  key={id}
                  type="link"
                  size="small"
                  onClick={() => {
                    load.get({ params: { tipId: view.id, fileId: id } }, (file) => saveFile(file, fileName))
                  }}
                >
                  {fileName}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <FaultNote fault={load.fault} />
    </Panel>
  )
}

function Side({ view }: { view: TipView }): ReactElement {
  const { reporter } = view
  return (
    <aside className="ap-stack" aria-label="举报概况">
      <Panel title="举报人">
        {view.named ? (
          <Facts
            facts={[
              { label: '姓名', value: reporter.name },
              { label: '电话', value: reporter.phone || '—' },
              { label: '地址', value: reporter.address || '—' },
              ...(reporter.email ? [{ label: '邮箱', value: reporter.email }] : []),
            ]}
          />
        ) : (
          <p className="ap-muted">匿名。用“向举报人提问”，举报人凭查询码看到后可以回答。</p>
        )}
      </Panel>
      <Panel title="谁看过">
        <ol className="cm-timeline">
          {view.openings.map((one) => (
            <li key={one.id}>
              <time dateTime={one.at}>{instantText(one.at)}</time>
              {one.by}：{one.reason}
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title="经过">
        <ol className="cm-timeline">
          {view.timeline.toReversed().map((entry) => (
            <li key={entry.id}>
              <time dateTime={entry.at}>{instantText(entry.at)}</time>
              {entry.title} <span className="ap-muted">{entry.by}</span>
            </li>
          ))}
        </ol>
      </Panel>
    </aside>
  )
}
