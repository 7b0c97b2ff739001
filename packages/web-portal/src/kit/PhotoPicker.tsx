/**
 * Camera or gallery, photos made small; under each one what cannot be read on it, before it is sent, and the way to
 * take it again or away.
 */
import { useEffect, useId, useState } from 'react'
import { compressPhoto } from '../client/index.ts'
import { useLanguage, type Texts } from '../i18n/index.ts'
import { Picture } from './Picture.tsx'
import { Tool } from './buttons.tsx'
import { Says } from './forms.tsx'

type PhotoFault = keyof Texts['photos']['legible']

export type Photo = {
  readonly id: number
  readonly blob: Blob
  readonly name: string
  readonly url: string
  readonly faults: readonly PhotoFault[]
}

type Props = {
  readonly photos: readonly Photo[]
  readonly onChange: (photos: readonly Photo[]) => void
  readonly most: number
  readonly mostMegabytes: number
  /** Photos go along with something else, which is the main thing of the page. */
  readonly beside?: boolean
  /** Photos of papers: what cannot be read on one. */
  readonly judge?: (photo: Blob) => Promise<readonly PhotoFault[]>
}

let serial = 0

async function photoOf(file: File, judge: Props['judge']): Promise<Photo> {
  const { blob, name } = await compressPhoto(file)
  const faults = judge ? await judge(blob) : []
  return { id: serial++, blob, name, url: blob.type.startsWith('image/') ? URL.createObjectURL(blob) : '', faults }
}

export function PhotoPicker({ photos, onChange, most, mostMegabytes, beside = false, judge }: Props) {
  const { t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(
    () => () => {
      for (const photo of photos) if (photo.url) URL.revokeObjectURL(photo.url)
    },
    [],
  )
  const poor = photos.filter(({ faults }) => faults.length > 0).length

  /** `instead`: of the photo that is taken again. */
  const add = async (files: FileList | null, instead?: Photo) => {
    if (!files || files.length === 0) return
    setBusy(true)
    setProblem(null)
    const added: Photo[] = []
    for (const file of Array.from(files)) {
      if (photos.length + added.length >= (instead ? most + 1 : most)) {
        setProblem(t.papers.tooMany(most))
        break
      }
      const photo = await photoOf(file, judge)
      if (photo.blob.size > mostMegabytes * 1024 * 1024) setProblem(t.papers.tooLarge(mostMegabytes))
      else added.push(photo)
    }
    if (!instead) onChange([...photos, ...added])
    else if (added.length > 0) onChange(photos.flatMap((one) => (one === instead ? added : [one])))
    setBusy(false)
  }
  return (
    <div>
      <PickButton camera look={beside ? 'big plain' : 'big main'} onPick={add}>
        {t.papers.take}
      </PickButton>
      <PickButton look="big plain" onPick={add}>
        {t.papers.choose}
      </PickButton>
      {busy && <Says live>{t.papers.shrinking}</Says>}
      {problem && <Says mood="bad">{problem}</Says>}
      {photos.length > 0 && <p role="status">{t.papers.pages(photos.length)}</p>}
      {poor > 0 && <Says mood="note">{t.photos.poor(poor)}</Says>}
      <Taken photos={photos} onAgain={add} onChange={onChange} />
    </div>
  )
}

type TakenProps = Pick<Props, 'photos' | 'onChange'> & {
  readonly onAgain: (files: FileList | null, instead: Photo) => Promise<void>
}

function Taken({ photos, onAgain, onChange }: TakenProps) {
  const { t } = useLanguage()
  return (
    <ul className="photos">
      {photos.map((photo, index) => (
        <li key={photo.id} data-poor={photo.faults.length > 0 || undefined}>
          {photo.url ? (
            <img src={photo.url} alt={t.papers.photo(index + 1)} />
          ) : (
            <span className="pdf">{photo.name}</span>
          )}
          {photo.faults.map((fault) => (
            <p key={fault}>{t.photos.legible[fault]}</p>
          ))}
          {photo.url && (
            <PickButton camera look="tool" onPick={(files) => onAgain(files, photo)}>
              {t.photos.again}
            </PickButton>
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
  )
}

type PickProps = {
  readonly camera?: boolean
  readonly look: 'big main' | 'big plain' | 'tool'
  readonly onPick: (files: FileList | null) => Promise<void>
  readonly children: string
}

function PickButton({ camera = false, look, onPick, children }: PickProps) {
  const id = useId()
  return (
    <label className={look} htmlFor={id}>
      {look !== 'tool' && <Picture name={camera ? 'camera' : 'papers'} />}
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
