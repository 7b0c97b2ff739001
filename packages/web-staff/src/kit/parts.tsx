/** Small pieces every page uses: head, panel, facts, states, faults, emptiness, waiting. */
import type { TimeLeft } from '@anpei/contract/kernel'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { faultText, isGone, isNotPermitted, type Called } from '../client/index.ts'
import { Icon, type IconName } from './Icon.tsx'
import { usePageTitle } from './page-title.ts'

type HeadProps = {
  readonly title: ReactNode
  /** What the browser's tab says, where the head says more or names a person. */
  readonly tab?: string
  readonly note?: ReactNode
  readonly children?: ReactNode
}

export function PageHead(props: HeadProps): ReactElement {
  usePageTitle(props.tab ?? (typeof props.title === 'string' ? props.title : ''))
  return (
    <header className="ap-head">
      <div>
        <h1>{props.title}</h1>
        {props.note ? <p>{props.note}</p> : null}
      </div>
      {props.children ? <div className="ap-acts">{props.children}</div> : null}
    </header>
  )
}

type PanelProps = { title?: ReactNode; acts?: ReactNode; children: ReactNode; flush?: boolean; id?: string }

export function Panel({ title, acts, children, flush, id }: PanelProps): ReactElement {
  return (
    <section className={flush ? 'ap-panel ap-flush' : 'ap-panel'} id={id}>
      {title === undefined ? null : (
        <div className="ap-panel-head">
          <h2>{title}</h2>
          {acts ? <div className="ap-acts">{acts}</div> : null}
        </div>
      )}
      <div className="ap-panel-body">{children}</div>
    </section>
  )
}

export type Fact = { readonly label: string; readonly value: ReactNode }

export function Facts({ facts }: { facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="ap-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

export type Tone = 'plain' | 'teal' | 'blue' | 'green' | 'amber' | 'red' | 'grey'

export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}): ReactElement {
  return (
    <span className={`ap-tag ap-${tone}`}>
      {icon ? <Icon name={icon} size={13} /> : null}
      {children}
    </span>
  )
}

/** The time left until the earliest promise; red once it is broken. */
export function LeftTag({ of: { timeLeft } }: { of: { readonly timeLeft: TimeLeft | null } }): ReactElement {
  if (timeLeft === null) return <>—</>
  return <Tag tone={timeLeft.late ? 'red' : 'plain'}>{timeLeft.text}</Tag>
}

/** `retry`: something could not be read. What is not there, or not for this reader, is so at the next try too. */
export function FaultNote({ fault, retry }: { fault: Error | null; retry?: () => void }): ReactElement | null {
  if (!fault) return null
  const again =
    retry && !isGone(fault) ? (
      <Button size="small" onClick={retry}>
        再试一次
      </Button>
    ) : undefined
  const text = faultText(fault, retry !== undefined)
  return <Alert className="ap-fault" type="error" showIcon title={text} action={again} role="alert" />
}

export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }): ReactElement {
  return (
    <div className="ap-empty">
      <p>{children}</p>
      {act}
    </div>
  )
}

export function Waiting({ rows = 4 }: { rows?: number }): ReactElement {
  return (
    <div className="ap-waiting" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}

/**
 * Waiting, then the answer; a fault with a way to ask again, where asking again may help. What is no longer there for
 * this reader — sealed, given to others — goes from the screen as well.
 */
export function Answered<A>({ of, children }: { of: Called<A>; children: (answer: A) => ReactNode }): ReactElement {
  const retry = (): void => {
    void of.refetch()
  }
  if (of.error && isNotPermitted(of.error)) return <Empty>{faultText(of.error)}</Empty>
  if (of.shown === undefined || isGone(of.error))
    return of.error ? <FaultNote fault={of.error} retry={retry} /> : <Waiting />
  return (
    <>
      {of.error ? <FaultNote fault={of.error} retry={retry} /> : null}
      {children(of.shown)}
    </>
  )
}
