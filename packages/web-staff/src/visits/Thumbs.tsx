/** Photos that lie on the device, small, each with a way to take it out again. */
import { Button } from 'antd'
import { useEffect, useMemo, type ReactElement } from 'react'

type Props = { readonly photos: readonly Blob[]; readonly onDrop: (photos: readonly Blob[]) => void }

export function Thumbs({ photos, onDrop }: Props): ReactElement | null {
  const urls = useMemo(() => photos.map((photo) => URL.createObjectURL(photo)), [photos])
  useEffect(
    () => () => {
      for (const url of urls) URL.revokeObjectURL(url)
    },
    [urls],
  )
  if (photos.length === 0) return null
  return (
    <div className="ap-visit-thumbs">
      {urls.map((url, at) => (
        <figure key={url} style={{ margin: 0, display: 'grid', gap: 4 }}>
          <img src={url} alt={`照片 ${at + 1}`} />
          <Button
            size="small"
            onClick={() => {
              onDrop(photos.filter((_, other) => other !== at))
            }}
          >
            去掉
          </Button>
        </figure>
      ))}
    </div>
  )
}
