/** One import of past complaints: columns and words, rehearsal, progress, what came of it, rows left out (CMP-13). */
import {
  cancelHistoryImport,
  getHistoryImport,
  runHistoryImport,
  type HistoryImportView,
} from '@anpei/contract/complaints'
import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Facts, FaultNote, LinkButton, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { isRunning, TaskBar } from '../../programme/index.ts'
import { HistoryFaults } from './HistoryFaults.tsx'
import { importTones } from './HistoryImportsPage.tsx'
import { MappingPanel } from './MappingPanel.tsx'
import '../complaints.css'

export default function HistoryImportPage(): ReactElement {
  const { importId = '' } = useParams()
  const found = useCall(getHistoryImport, { params: { importId } }, { everySeconds: 2 })
  return (
    <>
      <PageHead
        title={found.shown?.fileName ?? '导入历史投诉'}
        note={found.shown ? `${found.shown.institutionName}　编号系列：${found.shown.series}` : undefined}
      >
        {found.shown ? <Acts one={found.shown} /> : null}
        <Link to="/complaint-imports">全部导入</Link>
      </PageHead>
      <Answered of={found}>{(one) => <Whole key={one.id} one={one} />}</Answered>
    </>
  )
}

function Whole({ one }: { one: HistoryImportView }): ReactElement {
  const number = (count: number) => count.toLocaleString('en-US')
  const rehearsal = one.state === 'rehearsed'
  return (
    <div className="ap-stack">
      <Panel title={rehearsal ? '试导入结果' : '结果'} acts={<Tag tone={importTones[one.state]}>{one.stateWord}</Tag>}>
        {one.task ? (
          <TaskBar task={one.task} doing={one.state === 'reading' ? '正式导入' : '试导入'} unit="行" />
        ) : null}
        <Facts
          facts={[
            { label: '总行数', value: number(one.rowCount) },
            { label: rehearsal ? '将新增' : '新增', value: number(one.newCount) },
            { label: rehearsal ? '将更新' : '更新', value: number(one.changedCount) },
            { label: '没有变化', value: number(one.unchangedCount) },
            { label: '问题行', value: one.badCount === 0 ? '0' : <Tag tone="red">{number(one.badCount)}</Tag> },
            { label: '上传', value: `${one.startedBy ?? '系统'}　${instantText(one.startedAt)}` },
            { label: '结束', value: one.endedAt === null ? '—' : instantText(one.endedAt) },
          ]}
        />
        {rehearsal && one.newCount + one.changedCount === 0 ? <p>没有新的投诉，不必导入。</p> : null}
        {one.state === 'done' ? (
          <LinkButton to={`/complaint-history?importId=${one.id}`}>看这次导入的投诉</LinkButton>
        ) : null}
      </Panel>
      {one.can.includes('rehearse') ? <MappingPanel key={`${one.id}${one.state}`} one={one} /> : null}
      {one.badCount > 0 ? <HistoryFaults one={one} /> : null}
    </div>
  )
}

function Acts({ one }: { one: HistoryImportView }): ReactElement {
  const { modal } = App.useApp()
  const begin = useCommand(runHistoryImport)
  const cancel = useCommand(cancelHistoryImport)
  const params = { importId: one.id }
  const ask = (): void => {
    void modal.confirm({
      title: '取消这次导入？',
      content: isRunning(one.task) ? '正在进行的导入会停下，不留下任何一行。' : '文件不再保留。',
      okText: '取消导入',
      cancelText: '返回',
      okButtonProps: { danger: true },
      onOk: () => cancel.run({ params }),
    })
  }
  return (
    <>
      <FaultNote fault={begin.fault ?? cancel.fault} />
      {one.can.includes('begin') ? (
        <Button type="primary" loading={begin.busy} onClick={() => void begin.run({ params })}>
          正式导入 {(one.newCount + one.changedCount).toLocaleString('en-US')} 件
        </Button>
      ) : null}
      {one.can.includes('cancel') ? (
        <Button danger loading={cancel.busy} onClick={ask}>
          取消导入
        </Button>
      ) : null}
    </>
  )
}
