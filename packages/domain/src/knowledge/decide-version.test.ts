import { describe, expect, it } from 'vitest'
import {
  articleCan,
  decideContent,
  decidePublication,
  decideReviewDay,
  decideSubmission,
  type ArticleContent,
} from './decide-version.ts'
import { differenceOf } from './difference.ts'

const content: ArticleContent = {
  kind: 'faq',
  audience: 'public',
  title: '题',
  keywords: '',
  body: '文',
  videoUrl: '',
  links: { benefits: [], papers: [], claimKinds: [] },
}

const OWN = '/api/portal/knowledge/films/0190f5a0-0000-7000-8000-0000000000ab'

describe('SRV-06 writing and publishing', () => {
  it.each<[string, Partial<ArticleContent>, string]>([
    ['unknown contact data', { body: '{mobile}' }, 'knowledge.unknown_contact'],
    ['a video without address', { kind: 'video' }, 'knowledge.video_missing'],
    ['a video over plain http', { kind: 'video', videoUrl: 'http://a.example' }, 'knowledge.video_missing'],
    ['a video that runs', { kind: 'video', videoUrl: 'https://a.example/"onload=' }, 'knowledge.video_missing'],
    ['an address that runs, in any kind', { videoUrl: 'javascript:1' }, 'knowledge.video_missing'],
    ['a film of ours nobody can read', { videoUrl: OWN }, 'knowledge.film_words_missing'],
    ['an address beside our films', { videoUrl: `${OWN}/../../x` }, 'knowledge.video_missing'],
  ])('%s is refused', (_name, change, code) => {
    expect(decideContent({ ...content, ...change }, {})).toMatchObject({ ok: false, code })
  })

  it('a video of the encrypted web fits', () => {
    expect(decideContent({ ...content, kind: 'video', videoUrl: 'https://a.example/v?id=1' }, {}).ok).toBe(true)
  })

  it('a film of ours fits with its words beside it, for who does not hear', () => {
    const body = '怎样拍照\n\n## 视频里说的话\n把纸放平。'
    expect(decideContent({ ...content, kind: 'video', videoUrl: OWN, body }, {}).ok).toBe(true)
  })

  it('what says the same is not put forward', () => {
    expect(decideSubmission(content, { ...content })).toMatchObject({ code: 'knowledge.nothing_changed' })
    expect(decideSubmission({ ...content, body: '新' }, content).ok).toBe(true)
    expect(decideSubmission(content, null).ok).toBe(true)
  })

  it('nobody publishes what he wrote on', () => {
    expect(decidePublication(['a', 'b'], 'b')).toMatchObject({ code: 'knowledge.own_version' })
    expect(decidePublication(['a', 'b'], 'c').ok).toBe(true)
  })

  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2028-11-22', true],
    ['2028-11-24', false],
  ])('the next review on %s: %s', (day, fits) => {
    expect(decideReviewDay(day, '2026-11-23').ok).toBe(fits)
  })

  const open = { state: 'waiting', writers: ['a'] }
  it.each([
    ['who wrote it', { id: 'a', mayEdit: true, mayPublish: true }, ['discard', 'review', 'assign', 'retire']],
    ['the second person', { id: 'b', mayEdit: false, mayPublish: true }, ['publish', 'return', 'assign', 'retire']],
    ['a reader', { id: 'c', mayEdit: false, mayPublish: false }, []],
  ])('%s sees the buttons that fit', (_name, reader, acts) => {
    expect(articleCan({ state: 'published', ownerId: 'a', open }, reader)).toEqual(acts)
  })

  it('shows line by line what changed', () => {
    expect(differenceOf('一\n二\n三', '一\n三\n四').map(({ mark, text }) => `${mark} ${text}`)).toEqual([
      'same 一',
      'gone 二',
      'same 三',
      'new 四',
    ])
  })
})
