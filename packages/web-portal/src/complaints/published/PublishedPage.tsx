/** What was published of complaints, period by period, for everybody (CMP-14). */
import { useLanguage } from '../../i18n/index.ts'
import { dayIn, dayInWords } from '../../kernel/index.ts'
import { BigLink, PageTop, useLoad, WhenLoaded } from '../../kit/index.ts'
import { api } from '../api.ts'
import { publishedTexts } from './texts.ts'

export default function PublishedPage() {
  const { language } = useLanguage()
  const v = publishedTexts[language]
  const found = useLoad(api.portalPublications, {})
  return (
    <>
      <PageTop title={v.title} back="/portal/help" />
      <p>{v.lead}</p>
      <WhenLoaded of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{v.none}</p>
          ) : (
            items.map(({ id, periodName, version, publishedAt, reason }) => (
              <BigLink
                key={id}
                to={`/portal/published/${id}`}
                hint={[
                  publishedAt ? v.on(dayInWords(dayIn(publishedAt), language)) : '',
                  reason === '' ? '' : v.corrects(reason),
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              >
                {version > 1 ? `${periodName} ${v.version(version)}` : periodName}
              </BigLink>
            ))
          )
        }
      </WhenLoaded>
    </>
  )
}
