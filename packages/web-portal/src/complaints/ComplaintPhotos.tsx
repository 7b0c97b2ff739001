/** Photos and papers that come with a complaint or with new facts: camera or gallery, as with the papers of a case. */
import { useLanguage } from '../i18n/index.ts'
import { PhotoPicker, type Photo } from '../kit/index.ts'
import { texts } from './texts.ts'

const MOST_PHOTOS = 6
const MOST_MEGABYTES = 8

type Props = { readonly photos: readonly Photo[]; readonly onChange: (photos: readonly Photo[]) => void }

export function ComplaintPhotos({ photos, onChange }: Props) {
  const { language } = useLanguage()
  return (
    <>
      <p>{texts[language].photos}</p>
      <PhotoPicker beside photos={photos} onChange={onChange} most={MOST_PHOTOS} mostMegabytes={MOST_MEGABYTES} />
    </>
  )
}

export function filesOf(photos: readonly Photo[]) {
  return photos.map(({ blob, name }) => ({ field: 'file', file: blob, name }))
}
