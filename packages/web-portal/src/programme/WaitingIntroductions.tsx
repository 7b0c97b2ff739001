/** On the first page: a product that was explained waits to be read and signed (SRV-07). */
import { useLanguage } from '../i18n/index.ts'
import { BigLink, useLoad } from '../kit/index.ts'
import { api } from './api.ts'
import { introductionTexts } from './introduction-texts.ts'

export function WaitingIntroductions() {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const found = useLoad(api.portalIntroductions, {})
  return (found.value?.introductions ?? [])
    .filter(({ can }) => can.includes('confirm'))
    .map((one) => (
      <BigLink key={one.id} to={`/portal/introductions/${one.id}`} look="main">
        {v.waits(one.personName)}
      </BigLink>
    ))
}
