/** On the first page: a product that was explained waits to be read and signed (SRV-07). */
import { useLanguage } from '../i18n/index.ts'
import { BigLink, useLoad } from '../kit/index.ts'
import { api } from './api.ts'
import { introductionTexts } from './introduction-texts.ts'

export function WaitingIntroductions() {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const found = useLoad(api.portalIntroductions, {})
  const [first, ...more] = (found.value?.introductions ?? []).filter(({ can }) => can.includes('confirm'))
  if (!first) return null
  return (
    <BigLink to={more.length > 0 ? '/portal/introductions' : `/portal/introductions/${first.id}`} look="main">
      {more.length > 0 ? v.several : v.waits(first.personName)}
    </BigLink>
  )
}
