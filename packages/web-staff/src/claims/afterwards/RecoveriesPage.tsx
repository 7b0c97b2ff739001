/** 追回款: what was paid too much, how much came back, and the bank's statement that says so (CLM-16). */
import { importStatement, listRecoveries } from '@anpei/contract/claims'
import { recoveryLifecycle, type RecoveryState } from '@anpei/domain/claims'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  FaultNote,
  Icon,
  PageHead,
  Pager,
  Panel,
  Pick,
  SearchField,
  stateChoices,
  useSearchState,
  type Choice,
} from '../../kit/index.ts'
import { RecoveryList } from './RecoveryList.tsx'
import '../claims.css'

const PAGE_SIZE = 20
const T = {
  title: '追回款',
  note: '更正后多付的款项。还款和豁免由一人登记、另一人复核；导入银行流水会按附言里的追回号登记还款。',
  q: '追回号、赔案号或姓名',
  state: '状态',
  choose: '导入银行流水',
  done: '流水已读完',
} as const
const states: readonly Choice<RecoveryState>[] = stateChoices(recoveryLifecycle)

export default function RecoveriesPage(): ReactElement {
  const search = useSearchState()
  const { get, set, trail, onTrail, cursor } = search
  const allowed = useMay()
  const state = states.find((one) => one.value === get('state'))?.value
  const q = get('q') ?? ''
  const query = { limit: PAGE_SIZE, ...(state ? { state } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }
  const recoveries = useCall(listRecoveries, { query })
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note} />
      {allowed('recovery.book') ? <Statement /> : null}
      <Panel flush>
        <div className="ap-filters">
          <SearchField search={search} name="q" label={T.q} />
          <Pick
            label={T.state}
            value={state}
            choices={states}
            onChange={(next) => {
              set({ state: next })
            }}
          />
        </div>
      </Panel>
      <Answered of={recoveries}>
        {(page) => (
          <>
            <RecoveryList recoveries={page.items} />
            <Pager page={page} trail={trail} onTrail={onTrail} size={PAGE_SIZE} />
          </>
        )}
      </Answered>
    </div>
  )
}

function Statement(): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<Answer<typeof importStatement> | null>(null)
  const command = useCommand(importStatement)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setResult(await command.run({}, [{ field: 'table', file, name: file.name }]))
    if (input.current) input.current.value = ''
  }
  return (
    <Panel
      title={T.choose}
      acts={
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt,.xml,.xlsx"
            aria-label={T.choose}
            onChange={(event) => {
              void send(event.target.files?.[0])
            }}
          />
          <Button
            icon={<Icon name="upload" />}
            loading={command.busy}
            onClick={() => {
              input.current?.click()
            }}
          >
            {T.choose}
          </Button>
        </>
      }
    >
      <FaultNote fault={command.fault} />
      {result === null ? null : (
        <div role="status">
          <p>
            {T.done}：有追回号的 {result.rows} 行，登记 {result.entered} 笔待复核，重复 {result.repeated} 笔。
          </p>
          <ul className="ap-plain-list">
            {result.problems.map((one) => (
              <li key={one.rowNo} className="ap-warn">
                第 {one.rowNo} 行（{one.reference || '无流水号'}）：{one.text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}
