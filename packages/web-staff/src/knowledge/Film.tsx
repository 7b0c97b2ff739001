/** A film of an article: played here where it is ours, a link where it lies elsewhere; its words stand in the text. */
import { isOwnFilm } from '@anpei/domain/knowledge'
import type { ReactElement } from 'react'

export function Film({ url, title }: { url: string; title: string }): ReactElement | null {
  if (url === '') return null
  if (isOwnFilm(url)) return <video className="ap-know-film" controls preload="metadata" src={url} aria-label={title} />
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer">
        看视频
      </a>
    </p>
  )
}
