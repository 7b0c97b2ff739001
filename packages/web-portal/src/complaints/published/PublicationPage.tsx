/** One period: counts, causes and results, how long it took, and what was changed (CMP-14). */
import { useLanguage } from '../../i18n/index.ts'
import { PageTop, Says, useLoad, WhenLoaded } from '../../kit/index.ts'
import { api, type PublishedComplaints } from '../api.ts'
import { publishedTexts, type PublishedTexts } from './texts.ts'

type Part = PublishedComplaints['figures']['own']
type PartProps = { readonly title: string; readonly part: Part; readonly least: number; readonly v: PublishedTexts }

export default function PublicationPage({ publicationId }: { readonly publicationId: string }) {
  const { t, language } = useLanguage()
  const v = publishedTexts[language]
  const found = useLoad(api.portalPublication, { params: { publicationId } })
  if (found.missing)
    return (
      <>
        <PageTop title={t.errors.notFoundTitle} back="/portal/published" />
        <p>{t.errors.notFound}</p>
      </>
    )
  return (
    <WhenLoaded of={found}>
      {({ periodName, version, reason, measures, figures }) => (
        <>
          <PageTop title={version > 1 ? `${periodName} ${v.version(version)}` : periodName} back="/portal/published" />
          {reason !== '' && <Says mood="note">{v.corrects(reason)}</Says>}
          {v.chinese !== '' && <p>{v.chinese}</p>}
          <PartOf title={v.own} part={figures.own} least={figures.least} v={v} />
          <PartOf title={v.regulator} part={figures.regulator} least={figures.least} v={v} />
          <h2>{v.measures}</h2>
          <pre className="letter">{measures}</pre>
          <p>{v.hiding(figures.least)}</p>
        </>
      )}
    </WhenLoaded>
  )
}

function PartOf({ title, part, least, v }: PartProps) {
  if (part.received === null)
    return (
      <>
        <h2>{title}</h2>
        <p>{v.few(least)}</p>
      </>
    )
  return (
    <>
      <h2>
        {title} {v.count(part.received)}
      </h2>
      {part.medianDays !== null && <p>{v.days(part.medianDays)}</p>}
      {part.tables.map((table) => (
        <Table key={table.title} table={table} v={v} />
      ))}
      {part.ratios && <Rates ratios={part.ratios} v={v} />}
    </>
  )
}

type TableProps = { readonly table: Part['tables'][number]; readonly v: PublishedTexts }

/** Line by line, as a phone is narrow: the row, its total, and of several columns what it is made of. */
function Table({ table: { title, rows, columns, counts }, v }: TableProps) {
  const say = (count: number | null | undefined) => (count === null ? v.hidden : v.count(count ?? 0))
  const parts = (line: readonly (number | null)[]) =>
    columns
      .map((name, at) => ({ name, count: line[at] }))
      .filter(({ count }) => count !== 0)
      .map(({ name, count }) => `${name} ${say(count)}`)
      .join('，')
  return (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {[...rows, v.total].map((name, at) => {
          const line = counts[at] ?? []
          return (
            <li key={name}>
              <b>{name}</b> {say(line.at(-1))}
              {columns.length > 1 && <div>{parts(line)}</div>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Rates({ ratios, v }: { readonly ratios: NonNullable<Part['ratios']>; readonly v: PublishedTexts }) {
  const lines = [
    [v.perMoney, ratios.perHundredMillionYuan],
    [v.perPolicy, ratios.perTenThousandPolicies],
    [v.perPerson, ratios.perTenThousandPersons],
  ] as const
  return (
    <section className="card" aria-label={v.rates}>
      <h3>{v.rates}</h3>
      <ul>
        {lines.map(([name, rate]) => (
          <li key={name}>
            {name} <b>{rate === null ? v.noBase : rate.toFixed(2)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
