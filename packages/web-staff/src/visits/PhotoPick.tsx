/** Takes photos with the phone's camera, made small, into the pocket. */
import type { ReactElement } from 'react'
import { FilePick } from '../kit/index.ts'
import type { Change } from './pocket-keeper.ts'
import { smallPhoto } from './small-photo.ts'

export function PhotoPick({ change }: { change: Change }): ReactElement {
  return (
    <FilePick
      label="拍照"
      icon="camera"
      accept="image/*"
      many
      onFiles={(files) => {
        void Promise.all(files.map(smallPhoto)).then((small) =>
          change((now) => ({ photos: [...now.photos, ...small] })),
        )
      }}
    />
  )
}
