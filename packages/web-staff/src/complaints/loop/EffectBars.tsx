/** The effect of a 整改: both rates as bars with their intervals, and the same in words (CMP-13). */
import type { EffectView } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Empty, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { VerdictTag } from './marks.tsx'

type Props = {
  readonly effects: readonly EffectView[]
  readonly exposureWord: string
  readonly measureOn: string | null
}

export function Effects({ effects, exposureWord, measureOn }: Props): ReactElement {
  const when = measureOn === null ? '整改完成后开始观察。' : `${measureOn} 自动测一次效果。`
  return (
    <Panel title="效果（投诉率，整改前后）">
      {effects.length === 0 ? <Empty>{`还没有测效果。${when}`}</Empty> : null}
      <div className="ap-stack">
        {effects.map((one) => (
          <Effect key={one.id} of={one} exposureWord={exposureWord} />
        ))}
      </div>
      <p className="ap-small ap-muted">
        率＝该处投诉件数÷{exposureWord}（每千件）。区间为 95%：率按 Garwood（1936）精确泊松区间；前后之比按
        Clopper–Pearson（1934）条件区间。比的区间不含 1 才算有变化；件数太少不下结论。
      </p>
    </Panel>
  )
}

function Effect({ of, exposureWord }: { of: EffectView; exposureWord: string }): ReactElement {
  const { before, after, ratio, unnamed } = of
  const top = Math.max(before.rate?.high ?? 0, after.rate?.high ?? 0, 0.01)
  return (
    <article>
      <p className="ap-row">
        <VerdictTag verdict={of.verdict} word={of.verdictWord} />
        <span className="ap-muted ap-small">
          第 {of.round} 轮，{of.measuredBy} {instantText(of.measuredAt)} 测
        </span>
      </p>
      <div className="lp-bars">
        <Bar label="整改前" of={before} top={top} exposureWord={exposureWord} kind="before" />
        <Bar label="整改后" of={after} top={top} exposureWord={exposureWord} kind="after" />
      </div>
      <p>
        {ratio === null ? '前后之比：没有可比的数。' : `后÷前：${ratio.low} 至 ${ratio.high ?? '无上限'}（95%）。`}
        {unnamed > 0 ? `观察期内还有 ${unnamed} 件投诉没有定根因。` : ''}
      </p>
    </article>
  )
}

type BarProps = {
  readonly label: string
  readonly of: EffectView['before']
  readonly top: number
  readonly exposureWord: string
  readonly kind: 'before' | 'after'
}

function Bar({ label, of, top, exposureWord, kind }: BarProps): ReactElement {
  const { rate, count, exposure, from, to } = of
  const part = (n: number) => `${(n / top) * 100}%`
  const told = rate === null ? '没有可比的数' : `每千件 ${rate.rate}（${rate.low}–${rate.high}）`
  return (
    <div className={`lp-bar lp-bar-${kind}`}>
      <span>
        <b>{label}</b> {told}{' '}
        <span className="ap-muted ap-small">
          {count} 件／{exposureWord} {exposure}　{from} 至 {to}
        </span>
      </span>
      {rate === null ? null : (
        <span className="lp-bar-track" aria-hidden="true">
          <span className="lp-bar-fill" style={{ width: part(rate.rate) }} />
          <span className="lp-bar-span" style={{ left: part(rate.low), width: part(rate.high - rate.low) }} />
        </span>
      )}
    </div>
  )
}
