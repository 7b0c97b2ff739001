/** The film of an article that is written: uploaded here, or an address elsewhere; what it says goes into the text. */
import { uploadFilm } from '@anpei/contract/knowledge'
import { FILM_WORDS, isOwnFilm } from '@anpei/domain/knowledge'
import { Button, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, FilePick } from '../kit/index.ts'
import { Film } from './Film.tsx'

type Props = { readonly id?: string; readonly value?: string; readonly onChange?: (url: string) => void }

export function FilmField({ id, value = '', onChange }: Props): ReactElement {
  const upload = useCommand(uploadFilm, { quiet: true })
  const send = async (file: File | undefined): Promise<void> => {
    const kept = file && (await upload.run({}, [{ field: 'recording', name: file.name, file }]))
    if (kept) onChange?.(kept.videoUrl)
  }
  return (
    <div className="ap-stack">
      {isOwnFilm(value) ? (
        <>
          <Film url={value} title="上传的视频" />
          <p className="ap-small">正文里请加一节“{FILM_WORDS}”，写上视频里说的话，给听不清的人看。</p>
          <Button
            onClick={() => {
              onChange?.('')
            }}
          >
            去掉这段视频
          </Button>
        </>
      ) : (
        <>
          <FilePick
            label="上传视频（MP4、WebM，最大 30 MB）"
            accept="video/mp4,video/webm"
            busy={upload.busy}
            onFiles={([file]) => {
              void send(file)
            }}
          />
          <FaultNote fault={upload.fault} />
          <Input
            {...(id ? { id } : {})}
            value={value}
            maxLength={500}
            placeholder="或者填视频地址 https://"
            inputMode="url"
            onChange={(event) => {
              onChange?.(event.target.value)
            }}
          />
        </>
      )}
    </div>
  )
}
