/** Photos and papers that come with a complaint or with new facts: camera or gallery, as with the papers of a case. */
import { useLanguage } from '../i18n/index.ts'
import { PhotoPicker, type Photo } from '../kit/index.ts'
import { texts } from './texts.ts'

const MOST_PHOTOS = 6
const MOST_MEGABYTES = 8

type Props = {
  readonly photos: readonly Photo[]
  readonly onChange: (photos: readonly Photo[]) => void
  /** Photos of the signed mandate. */
  readonly mandate?: boolean
}

export function ComplaintPhotos({ photos, onChange, mandate = false }: Props) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <p>{mandate ? v.mandatePhotos : v.photos}</p>
      <PhotoPicker beside photos={photos} onChange={onChange} most={MOST_PHOTOS} mostMegabytes={MOST_MEGABYTES} />
    </>
  )
}

export function filesOf(photos: readonly Photo[], field: 'file' | 'mandate' = 'file') {
  return photos.map(({ blob, name }) => ({ field, file: blob, name }))
}
