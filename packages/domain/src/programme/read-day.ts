/** A day as an office or a hospital writes it (PRG-05). */
import { isDay } from '../kernel/index.ts'
import type { Day } from '../kernel/index.ts'

/**
 * `2025-3-1`, `2025/03/01`, `2025.3.1`, `2025年3月1日`, `20250301`, each also with a time of day behind it; null = empty,
 * undefined = no day.
 */
export function readDay(text: string): Day | null | undefined {
  if (text === '') return null
  if (text.length === 10 && text.charAt(4) === '-' && isDay(text)) return text
  const typed = text.trim()
  if (typed === '') return null
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (match === null) return undefined
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
