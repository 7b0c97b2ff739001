/** Versions of promises: what differs, who, when, why, their effect, the second person's decision (CLK-01, ORG-05). */
import { confirmDefinition, rejectDefinition, withdrawDefinition, type DefinitionVersion } from '@anpei/contract/sla'
import { Button, Progress } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { FaultNote, ReasonDialog, Tag, type Tone } from '../kit/index.ts'
import { dueText, instantText } from '../kernel/index.ts'
import { casePath } from './case-path.ts'
import { PromiseDifference } from './PromiseDifference.tsx'

const TONES: Readonly<Record<DefinitionVersion['state'], Tone>> = {
  waiting: 'amber',
  published: 'green',
  rejected: 'grey',
  withdrawn: 'grey',
}

export function PromiseVersions({ versions }: { versions: readonly DefinitionVersion[] }): ReactElement {
  return (
    <div className="ap-stack">
      {versions.map((version) => (
        <Version key={version.id} version={version} />
      ))}
    </div>
  )
}

function Version({ version }: { version: DefinitionVersion }): ReactElement {
  return (
    <article className="sl-change">
      <h3>
        <Link to={`/promises/${version.clockId}`}>
          {version.clockId} {version.clockName}
        </Link>{' '}
        第 {version.version} 版 <Tag tone={TONES[version.state]}>{version.stateWord}</Tag>{' '}
        <Tag tone="blue">{version.reapply ? '在走的也重算' : '只用于新案件'}</Tag>
      </h3>
      <p>
        {version.reason}。{version.madeBy} {instantText(version.madeAt)} 提交
        {version.decidedBy === null
          ? ''
          : `；${version.decidedBy} ${instantText(version.decidedAt ?? version.madeAt)} ${version.stateWord}`}
        {version.answer ? `：${version.answer}` : ''}。{validText(version)}
      </p>
      <PromiseDifference changes={version.changes} />
      {version.state === 'waiting' ? <p>{version.sentence}</p> : null}
      <Effect version={version} />
      <Following version={version} />
      <Decision version={version} />
    </article>
  )
}

function validText({ validFrom, wishedFrom, state }: DefinitionVersion): string {
  if (validFrom !== null) return `${instantText(validFrom)} 起生效。`
  return wishedFrom !== null && state === 'waiting' ? `拟于 ${instantText(wishedFrom)} 生效。` : ''
}

function Effect({ version }: { version: DefinitionVersion }): ReactElement | null {
  const { report } = version
  if (report === null) return version.state === 'waiting' ? <p aria-busy="true">正在算对在走案件的影响……</p> : null
  return (
    <>
      <p>
        看了 {report.checked.toLocaleString('en-US')} 个在走的案件。
        {version.reapply ? '重算后：' : '只用于新案件，不会变；如果重算：'}
        <strong>{report.earlier}</strong> 个时限提前，<strong>{report.later}</strong> 个推后，
        <strong>{report.ended}</strong> 个取消
        {report.overdue > 0 ? (
          <>
            ，其中 <strong className="sl-overdue">{report.overdue}</strong> 个当即到期
          </>
        ) : null}
        。
      </p>
      {report.cases.length === 0 ? null : (
        <details>
          <summary>哪些案件（前 {report.cases.length} 个）</summary>
          <ul className="ap-plain-list">
            {report.cases.map((one) => (
              <li key={`${one.subjectId}${one.clockTitle}`}>
                <Link to={casePath(one.subjectKind, one.subjectId)}>{one.subjectNo || '案件'}</Link> {one.clockTitle}：
                <span className="ap-num">
                  {dueText(one.before)} → {dueText(one.after)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Following({ version: { progress } }: { version: DefinitionVersion }): ReactElement | null {
  if (progress === null) return null
  if (progress.finished) return <p>在走的 {progress.done} 个案件已重算完毕。</p>
  const percent = progress.total ? Math.floor((progress.done / progress.total) * 100) : 0
  return (
    <p>
      正在重算在走的案件：{progress.done} / {progress.total ?? '…'}
      <Progress percent={percent} size="small" aria-label="重算进度" />
    </p>
  )
}

function Decision({ version }: { version: DefinitionVersion }): ReactElement | null {
  const confirm = useCommand(confirmDefinition)
  const reject = useCommand(rejectDefinition)
  const withdraw = useCommand(withdrawDefinition)
  const [rejecting, setRejecting] = useState(false)
  const params = { changeId: version.id }
  const { can } = version
  const sendBack = async (reason: string): Promise<void> => {
    if (await reject.run({ params, body: { reason } })) setRejecting(false)
  }
  if (version.state !== 'waiting') return null
  return (
    <>
      <FaultNote fault={confirm.fault ?? withdraw.fault} />
      <div className="ap-acts">
        {can.includes('confirm') ? (
          <Button
            type="primary"
            loading={confirm.busy}
            onClick={() => {
              void confirm.run({ params })
            }}
          >
            复核发布
          </Button>
        ) : null}
        {can.includes('reject') ? (
          <Button
            onClick={() => {
              setRejecting(true)
            }}
          >
            退回
          </Button>
        ) : null}
        {can.includes('withdraw') ? (
          <Button
            loading={withdraw.busy}
            onClick={() => {
              void withdraw.run({ params })
            }}
          >
            撤回
          </Button>
        ) : null}
      </div>
      {can.includes('withdraw') ? <p className="ap-muted">等另一位有权限的同事复核。</p> : null}
      {rejecting ? (
        <ReasonDialog
          title="退回这一版"
          label="为什么退回"
          okText="退回"
          busy={reject.busy}
          fault={reject.fault}
          onClose={() => {
            setRejecting(false)
          }}
          onSave={(reason) => {
            void sendBack(reason)
          }}
        />
      ) : null}
    </>
  )
}
