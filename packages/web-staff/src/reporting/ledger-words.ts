/** Figures of the ledger in words (CLK-05). */
import { dueText } from '../kernel/index.ts'

type Counts = {
  readonly kept: number
  readonly keptByAgreement: number
  readonly broken: number
  readonly running: number
  readonly cancelled: number
}

export function hasCases(counts: Counts): boolean {
  return counts.kept + counts.keptByAgreement + counts.broken + counts.running + counts.cancelled > 0
}

/** `9876` → `98.7%`: rounded down, so that 100 % is said only when it is true. */
export function rateText(keptBps: number | null): string {
  if (keptBps === null) return '—'
  return keptBps === 10_000 ? '100%' : `${(Math.floor(keptBps / 10) / 10).toFixed(1)}%`
}

const GOOD_BPS = 9800
const POOR_BPS = 9000

export function rateTone(keptBps: number | null): 'none' | 'good' | 'fair' | 'poor' {
  if (keptBps === null) return 'none'
  return keptBps >= GOOD_BPS ? 'good' : keptBps >= POOR_BPS ? 'fair' : 'poor'
}

export function countsWords(counts: Counts): string {
  const agreed = counts.keptByAgreement > 0 ? `经告知后按约 ${counts.keptByAgreement}，` : ''
  return `按时 ${counts.kept}，${agreed}超时 ${counts.broken}，进行中 ${counts.running}，取消 ${counts.cancelled}`
}

/** `7500` seconds → `2 小时 5 分`. */
export function spanText(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`
  return minutes > 0 ? `${minutes} 分` : '不到 1 分'
}

/** Both times of a promise that was put off by telling before it was due (SLA §1). */
export function toldWords(promisedDueAt: string, dueAt: string): string {
  return `原承诺 ${dueText(promisedDueAt)}　告知后 ${dueText(dueAt)}`
}

/** Hundredths of a working day: `1050` → `10.5`. */
export function daysText(hundredths: number | null): string {
  return hundredths === null ? '—' : (hundredths / 100).toFixed(1)
}
