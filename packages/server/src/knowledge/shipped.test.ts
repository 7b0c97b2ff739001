import { readFileSync } from 'node:fs'
import { lintAssistant } from '@anpei/domain/knowledge'
import { parseProgrammeVersion } from '@anpei/domain/programme'
import { describe, expect, it } from 'vitest'
import { shippedArticles, shippedAssistant, shippedSynonyms } from './shipped.ts'

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../config/${name}`, import.meta.url), 'utf8'))

/** Figures of the programme and of the promises, and those of law that articles may name. */
function allowedFigures(): Set<string> {
  const read = parseProgrammeVersion(readJson('programmes/chaonan/2026-10-01.json'))
  if (!read.ok) throw new Error('the programme cannot be read')
  const fen: bigint[] = []
  const days: number[] = []
  const { benefits, premium, parameters, promises } = read.value
  for (const benefit of benefits) {
    if ('sumFen' in benefit) fen.push(benefit.sumFen)
    if ('withinDays' in benefit) days.push(benefit.withinDays)
    if (benefit.kind === 'scale') {
      for (const percent of Object.values(benefit.percentByGrade)) {
        fen.push((benefit.sumFen * BigInt(percent)) / 100n)
      }
    }
    if (benefit.kind === 'transport') for (const sum of Object.values(benefit.sumFenByVehicle)) fen.push(sum)
    if (benefit.kind === 'perDiem') {
      fen.push(benefit.perDayFen, benefit.maxFenPerYear)
      days.push(benefit.maxDaysPerStay, benefit.maxDaysPerYear)
    }
  }
  // A passenger of a bus: both sums, as in the programme's own example.
  fen.push(3_300_000n, premium.perHeadFen, parameters.smallClaimFen)
  const yuan = fen.map((sum) => `${(sum / 100n).toLocaleString('en')} 元`)
  const promised = promises.map(({ days: most }) => `${most} 个工作日`)
  // 保险法 23–25, 令2020-3 art. 18; T19, T22, and the worked example of counted days.
  const law = ['3 日', '10 日', '15 日', '30 日', '60 日', '10 天', '1 个工作日', '3 个工作日']
  return new Set([...yuan, ...promised, ...days.flatMap((day) => [`${day} 天`, `${day} 日`]), ...law])
}

describe('SRV-06 the articles that come with the program', () => {
  const articles = shippedArticles()

  it('are at least sixty, each with its own code, and are short enough to read', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60)
    expect(new Set(articles.map((one) => one.code)).size).toBe(articles.length)
    expect(articles.filter(({ content }) => content.body.length > 700)).toEqual([])
  })

  it('name no sum and no number of days that programme, promises and law do not', () => {
    const allowed = allowedFigures()
    const strange = articles.flatMap(({ code, content }) =>
      [...content.body.replace(/月 \d+ 日/g, '').matchAll(/(\d[\d,]*) ?(元|天|日|个工作日)/g)]
        .map((found) => `${found[1]} ${found[2]}`)
        .filter((figure) => !allowed.has(figure))
        .map((figure) => `${code}: ${figure}`),
    )
    expect(strange).toEqual([])
  })

  it('hold no telephone number and no address: those come from the register (SRV-11)', () => {
    const typed = articles.filter(({ content }) => /0754|\d{7,}|@|街道/.test(content.body))
    expect(typed.map((one) => one.code)).toEqual([])
  })

  it('speak of papers, benefits and kinds that the programme has', () => {
    const read = parseProgrammeVersion(readJson('programmes/chaonan/2026-10-01.json'))
    if (!read.ok) throw new Error('the programme cannot be read')
    const papers = read.value.documents.flatMap((list) => list.documents.map((paper) => paper.code))
    const benefits = read.value.benefits.map((benefit) => benefit.code)
    for (const { content } of articles) {
      expect(papers).toEqual(expect.arrayContaining(content.links.papers))
      expect(benefits).toEqual(expect.arrayContaining(content.links.benefits))
      const drawn = [...content.body.matchAll(/\[sample:(\w+)\]/g)].map((found) => found[1])
      expect(papers).toEqual(expect.arrayContaining(drawn))
    }
  })

  it('come with synonyms without a word twice', () => {
    expect(shippedSynonyms().groups.length).toBeGreaterThan(50)
  })
})

describe('SRV-12 the dialogue that comes with the program', () => {
  it('has no dead end, a person everywhere, and neither refuses nor decides', () => {
    const codes = new Set(shippedArticles().map((one) => one.code))
    expect(lintAssistant(shippedAssistant(), codes)).toEqual([])
  })
})
