/** Takes photos with the phone's camera, made small, into the pocket. */
import type { ReactElement } from 'react'
import { FilePick } from '../kit/index.ts'
import type { Pocketed } from './pocket.ts'
import { smallPhoto } from './small-photo.ts'
import type { useVisitPocket } from './use-visit-pocket.ts'

type Change = ReturnType<typeof useVisitPocket>['change']

export function PhotoPick({ held, change }: { held: Pocketed; change: Change }): ReactElement {
  return (
    <FilePick
      label="拍照"
      icon="camera"
      accept="image/*"
      many
      onFiles={(files) => {
        void Promise.all(files.map(smallPhoto)).then((small) => change({ photos: [...held.photos, ...small] }))
      }}
    />
  )
}
