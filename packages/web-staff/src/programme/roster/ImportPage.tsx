/** One roster import: progress, what was found, rows with errors to fix, differences to confirm (PRG-05). */
import { discardImport, getImport, type ImportView } from '@anpei/contract/programme'
import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  Empty,
  Facts,
  FaultNote,
  PageHead,
  Panel,
  Tabs,
  Tag,
  useSearchState,
  type Fact,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { BadRows } from './BadRows.tsx'
import { ImportConsentPanel } from '../cover/ConsentPanels.tsx'
import { Differences } from './Differences.tsx'
import { importTones } from './ImportsPage.tsx'
import { isRunning, TaskBar } from '../TaskBar.tsx'
import '../programme.css'

const KIND_WORDS: Readonly<Record<ImportView['kind'], string>> = {
  initial: '首次导入',
  monthly: '月度全量',
  discharge: '医院出院名单',
}

export default function ImportPage(): ReactElement {
  const { importId = '' } = useParams()
  const found = useCall(getImport, { params: { importId } }, { everySeconds: 2 })
  return (
    <>
      <PageHead
        title={found.shown?.fileName ?? '导入'}
        note={found.shown ? `名单截至 ${found.shown.asOfOn}　${KIND_WORDS[found.shown.kind]}` : undefined}
      >
        {found.shown ? <Discard of={found.shown} /> : null}
        <Link to={found.shown?.kind === 'discharge' ? '/discharges' : '/roster-imports'}>全部导入</Link>
      </PageHead>
      <Answered of={found}>{(one) => <Import key={one.id} one={one} />}</Answered>
    </>
  )
}

function Import({ one }: { one: ImportView }): ReactElement {
  return (
    <div className="ap-stack">
      <Panel title="结果" acts={<Tag tone={importTones[one.state]}>{one.stateWord}</Tag>}>
        {one.task ? (
          <TaskBar task={one.task} doing={one.state === 'confirmed' ? '生效' : '读取并检查'} unit="行" />
        ) : null}
        <Facts
          facts={[
            { label: '总行数', value: number(one.rowCount) },
            { label: '可用', value: number(one.goodCount) },
            ...(one.kind === 'discharge' ? stayFacts(one) : [{ label: '没有变化', value: number(one.unchangedCount) }]),
            { label: '有问题', value: number(one.badCount) },
            {
              label: '待处理问题行',
              value: one.openBadCount === 0 ? '0' : <Tag tone="red">{number(one.openBadCount)}</Tag>,
            },
            { label: '导入', value: `${one.startedBy ?? '系统'}　${instantText(one.startedAt)}` },
            {
              label: '确认',
              value: one.confirmedBy === null ? '—' : `${one.confirmedBy}　${instantText(one.confirmedAt)}`,
            },
          ]}
        />
      </Panel>
      {isRunning(one.task) && one.rowCount === 0 ? null : <ImportTabs one={one} />}
    </div>
  )
}

/** What became of the stays of a hospital's list. */
function stayFacts({ counts }: ImportView): Fact[] {
  const of = (name: string): string => number(counts[name] ?? 0)
  return [
    { label: '新的可能理赔', value: <Link to="/outreaches?source=discharge">{of('opened')}</Link> },
    { label: '以前已列', value: of('known_before') },
    { label: '已报案', value: of('claim_exists') },
    { label: '看不出是意外', value: of('not_accident') },
    { label: '不在保', value: of('not_insured') },
  ]
}

function ImportTabs({ one }: { one: ImportView }): ReactElement {
  const search = useSearchState()
  const may = useMay()
  const waiting = one.differences.reduce((sum, kind) => sum + kind.waiting, 0)
  const isRoster = one.kind !== 'discharge'
  const items = [
    {
      key: 'differences',
      label: `变动（待确认 ${number(waiting)}）`,
      children: <Differences one={one} />,
      show: isRoster,
    },
    {
      key: 'bad',
      label: `问题行（待处理 ${number(one.openBadCount)}）`,
      children: <BadRows one={one} />,
      show: may('roster.import'),
    },
    { key: 'consent', label: '同意', children: <ImportConsentPanel importId={one.id} />, show: isRoster },
    { key: 'notes', label: `提示（${one.warnings.length} 种）`, children: <Warnings one={one} />, show: isRoster },
  ]
  const first = !isRoster || (one.badCount > 0 && waiting === 0 && may('roster.import')) ? 'bad' : 'differences'
  return (
    <Tabs
      activeKey={search.get('tab') ?? first}
      onChange={(tab) => {
        search.set({ tab })
      }}
      items={items.filter(({ show }) => show).map(({ show: _, ...tab }) => tab)}
    />
  )
}

function Warnings({ one }: { one: ImportView }): ReactElement {
  if (one.warnings.length === 0)
    return (
      <Panel>
        <Empty>没有提示。</Empty>
      </Panel>
    )
  return (
    <Panel title="提示：这些行可用，只是值得留意">
      <ul className="pg-findings">
        {one.warnings.map(({ code, text, count }) => (
          <li key={code}>
            <Tag tone="amber">{number(count)} 行</Tag>
            {text}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Discard({ of }: { of: ImportView }): ReactElement | null {
  const { modal } = App.useApp()
  const discard = useCommand(discardImport)
  if (!of.can.includes('discard')) return null
  const ask = (): void => {
    void modal.confirm({
      title: '放弃这次导入？',
      content: '还没有生效的变动不再生效，问题行也不再处理。',
      okText: '放弃导入',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => discard.run({ params: { importId: of.id } }),
    })
  }
  return (
    <>
      <FaultNote fault={discard.fault} />
      <Button danger loading={discard.busy} onClick={ask}>
        放弃这次导入
      </Button>
    </>
  )
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
