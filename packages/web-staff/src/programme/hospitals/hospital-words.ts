/** What the register of hospitals says, in words (CLM-08). */
import type { HospitalOnDay, HospitalView } from '@anpei/contract/programme'
import { LEVEL_WORDS } from '@anpei/domain/programme'

export function levelText({ level, recognised }: HospitalOnDay): string {
  const said = level === null ? '未定级' : LEVEL_WORDS[level]
  return recognised ? `${said}，经认可` : said
}

function spanText({ from, to }: { readonly from: string; readonly to: string | null }): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`
}

export function pastOf(one: HospitalView): string[] {
  return [
    ...one.levels.map((span) => `${LEVEL_WORDS[span.level]}：${spanText(span)}`),
    ...one.recognitions.map((span) => `认可：${spanText(span)}（${span.basis}）`),
  ]
}
