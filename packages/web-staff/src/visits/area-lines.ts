/** Lines of a letter or a table, `村居代码,市区` or `峡山街道 峡山居委会 郊区`, as villages with their area (CLM-02). */
import { AREAS, type Area } from '@anpei/domain/visits'

type Village = { readonly villageCode: string; readonly villageName: string; readonly townName: string }
export type AreaLines = {
  readonly villages: { readonly villageCode: string; readonly area: Area }[]
  /** Line numbers that could not be read. */
  readonly wrong: readonly number[]
}

export function readAreaLines(text: string, known: readonly Village[]): AreaLines {
  const villages: { villageCode: string; area: Area }[] = []
  const wrong: number[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const parts = line.split(/[,，\t ]+/).filter(Boolean)
    if (parts.length === 0) continue
    const area = areaOf(parts.at(-1) ?? '')
    const found = villageOf(parts.slice(0, -1), known)
    if (area && found) villages.push({ villageCode: found.villageCode, area })
    else wrong.push(index + 1)
  }
  return { villages, wrong }
}

function areaOf(word: string): Area | undefined {
  if (word === AREAS.urban) return 'urban'
  return word === AREAS.suburban ? 'suburban' : undefined
}

/** By code, by town and name, or by a name that only one village has. */
function villageOf(parts: readonly string[], known: readonly Village[]): Village | undefined {
  const code = parts.find((part) => /^\d{12}$/.test(part))
  if (code) return known.find((one) => one.villageCode === code)
  const same = known.filter((one) =>
    parts.every((part) => one.villageName === part || one.townName === part || one.townName + one.villageName === part),
  )
  return parts.length > 0 && same.length === 1 ? same[0] : undefined
}
