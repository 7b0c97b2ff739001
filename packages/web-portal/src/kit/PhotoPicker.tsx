/** Camera or gallery, photos made small, thumbnails that can be taken away again. */
import { useEffect, useId, useState } from 'react'
import { compressPhoto } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { Picture } from './Picture.tsx'
import { Tool } from './buttons.tsx'
import { Says } from './forms.tsx'

export type Photo = { readonly id: number; readonly blob: Blob; readonly name: string; readonly url: string }

type Props = {
  readonly photos: readonly Photo[]
  readonly onChange: (photos: readonly Photo[]) => void
  readonly most: number
  readonly mostMegabytes: number
  /** Photos go along with something else, which is the main thing of the page. */
  readonly beside?: boolean
}

let serial = 0

export function PhotoPicker({ photos, onChange, most, mostMegabytes, beside = false }: Props) {
  const { t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(
    () => () => {
      for (const photo of photos) if (photo.url) URL.revokeObjectURL(photo.url)
    },
    [],
  )

  const add = async (files: FileList | null) => {
    if (!files || files.length === 0) return
    setBusy(true)
    setProblem(null)
    const added: Photo[] = []
    for (const file of Array.from(files)) {
      if (photos.length + added.length >= most) {
        setProblem(t.papers.tooMany(most))
        break
      }
      const { blob, name } = await compressPhoto(file)
      if (blob.size > mostMegabytes * 1024 * 1024) setProblem(t.papers.tooLarge(mostMegabytes))
      else
        added.push({ id: serial++, blob, name, url: blob.type.startsWith('image/') ? URL.createObjectURL(blob) : '' })
    }
    onChange([...photos, ...added])
    setBusy(false)
  }
  return (
    <div>
      <PickButton camera look={beside ? 'plain' : 'main'} onPick={add}>
        {t.papers.take}
      </PickButton>
      <PickButton look="plain" onPick={add}>
        {t.papers.choose}
      </PickButton>
      {busy && <Says live>{t.papers.shrinking}</Says>}
      {problem && <Says mood="bad">{problem}</Says>}
      {photos.length > 0 && <p role="status">{t.papers.pages(photos.length)}</p>}
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            {photo.url ? (
              <img src={photo.url} alt={t.papers.photo(index + 1)} />
            ) : (
              <span className="pdf">{photo.name}</span>
            )}
            <Tool
              onClick={() => {
                onChange(photos.filter((one) => one !== photo))
              }}
            >
              {t.remove}
            </Tool>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PickProps = {
  readonly camera?: boolean
  readonly look: 'main' | 'plain'
  readonly onPick: (files: FileList | null) => Promise<void>
  readonly children: string
}

function PickButton({ camera = false, look, onPick, children }: PickProps) {
  const id = useId()
  return (
    <label className={`big ${look}`} htmlFor={id}>
      <Picture name={camera ? 'camera' : 'papers'} />
      <span className="picked">{children}</span>
      <input
        id={id}
        className="hidden-input"
        type="file"
        accept={camera ? 'image/*' : 'image/*,application/pdf'}
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const input = event.target
          void onPick(input.files).then(() => {
            input.value = ''
          })
        }}
      />
    </label>
  )
}
